import { expect, it } from 'vitest';
import { createTongue } from '../../../../src/engine/experiments/createTongue.ts';

it('never tells a probability as certain, nor a sign of what rounds to nothing', () => {
  const { percent, figure } = createTongue((english) => english, 'en');
  expect([1, 0.9995, 0.95, 0.0002, 0].map(percent)).toEqual([
    '> 99.9%',
    '> 99.9%',
    '95.0%',
    '< 0.1%',
    '< 0.1%',
  ]);
  expect([-0, 0, -0.25].map(figure)).toEqual(['0', '0', '−0.25']);
});

it('writes figures that would fill a line as powers of ten', () => {
  const { figure } = createTongue((english) => english, 'en');
  expect([0.00001, -7.854e-17, 123_456, 1.5e99].map(figure)).toEqual([
    '0.00001',
    '−7.85E−17',
    '123,000',
    '1.5E99',
  ]);
});

it('leaves the hyphen of a figure that programs may read', () => {
  const { figure } = createTongue(
    (english) => english,
    'en',
    (plain) => plain,
  );
  expect(figure(-0.25)).toBe('-0.25');
});
