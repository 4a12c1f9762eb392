import { expect, test } from 'vitest';
import { axes, PLOT } from '../../../src/document/charts/axes.ts';

test('the label of the upright axis stands clear of a mark at its top', () => {
  const x = { ticks: [], label: 'Rows' };
  const y = { ticks: [{ at: PLOT.top, text: '6' }], label: 'Kinds' };
  const drawn = axes(PLOT, x, y).toString();
  const baselineOf = (text: string) =>
    Number(RegExp(`y="([\\d.]+)"[^>]*>\\s*${text}\\s*<`).exec(drawn)?.[1]);
  // Texts are 9 units high.
  expect(baselineOf('6') - baselineOf('Kinds')).toBeGreaterThan(12);
  expect(baselineOf('Kinds')).toBeGreaterThan(9);
  expect(baselineOf('Rows')).toBeLessThan(PLOT.height);
});
