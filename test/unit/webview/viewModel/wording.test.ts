import { describe, expect, test } from 'vitest';
import { createWording, fill, joinSentences } from '../../../../src/webview/viewModel/wording.ts';

const identity = (english: string) => english;
const english = createWording(identity, 'en');

describe('numbers', () => {
  test.each([
    [0, '0%'],
    [0.0004, '<\u00a00.1%'],
    [0.034, '3.4%'],
    [0.08, '8.0%'],
    [0.0996, '10%'],
    [0.48, '48%'],
    [0.9901, '99.0%'],
    [0.9967, '99.7%'],
    [0.99951, '>\u00a099.9%'],
    [1, '100%'],
  ])('a share of %d is %s', (share, text) => {
    expect(english.percent(share)).toBe(text);
  });

  test('a share that was set has the digits that it was set to', () => {
    expect([0.05, 0.005].map(english.setPercent)).toEqual(['5%', '0.5%']);
  });

  test('negative figures have a minus, not a hyphen', () => {
    expect([english.decimal(-0.839, 3), english.count(-12)]).toEqual(['−0.839', '−12']);
  });

  test('durations below ten seconds have a decimal', () => {
    expect([3000, 5140, 9960, 83_000].map(english.seconds)).toEqual([
      '3.0 s',
      '5.1 s',
      '10 s',
      '83 s',
    ]);
  });

  test('effective numbers have a decimal below ten', () => {
    expect([9.21, 9.96, 42.4, 12_345.6].map(english.amount)).toEqual(['9.2', '10', '42', '12,346']);
  });

  test('sizes of files are given in the unit that fits', () => {
    expect([412, 1_482_113, 2_000_000_000].map(english.bytes)).toEqual([
      '412 bytes',
      '1.48 MB',
      '2 GB',
    ]);
  });

  test('follow the display language, and English where that is unknown', () => {
    expect(createWording(identity, 'de').count(12_345)).toBe('12.345');
    expect(createWording(identity, 'no such language!').count(12_345)).toBe('12,345');
  });
});

test('fill puts values in their places once, and leaves places without value', () => {
  expect(fill('{1} of {0} {2}', '{1}', 'b')).toBe('b of {1} {2}');
});

test('sentences are joined by spaces, except after a full stop that brings its own', () => {
  expect(joinSentences(['One.', undefined, 'Two.'])).toBe('One. Two.');
  expect(joinSentences(['一。', '二。'])).toBe('一。二。');
});
