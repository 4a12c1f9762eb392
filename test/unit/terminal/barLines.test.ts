import { expect, it } from 'vitest';
import { barLines } from '../../../src/terminal/barLines.ts';

const bars = [
  { head: '  参照', value: 4, figure: '4.0' },
  { head: '  a   ', value: 1, figure: '1.0 (±1)' },
];

it('has bars as long as their values, each with its figure', () => {
  expect(barLines(bars, Infinity)).toEqual([
    `  参照 ${'█'.repeat(24)} 4.0`,
    `  a    ${'█'.repeat(6)}${' '.repeat(18)} 1.0 (±1)`,
  ]);
});

it('has shorter ones where the terminal is narrow, but never none', () => {
  expect(barLines(bars, 24)).toEqual(['  参照 ████████ 4.0', '  a    ██       1.0 (±1)']);
  expect(barLines(bars, 10)).toEqual(['  参照 ██████ 4.0', '  a    ██     1.0 (±1)']);
  expect(barLines([{ ...bars[0]!, value: 1e9 }, bars[1]!], 40)[1]).toMatch(/█ +1\.0/u);
});
