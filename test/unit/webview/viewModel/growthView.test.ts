import { describe, expect, test } from 'vitest';
import { growthView } from '../../../../src/webview/viewModel/growthView.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';
import { measuredLevels } from '../measuredLevels.ts';
import { withoutIntervals } from '../withoutIntervals.ts';
import { withYardsticks } from '../withYardsticks.ts';

const wording = createWording((english) => english, 'en');
const { macro } = measuredLevels;

describe('the growth of a level', () => {
  test('has a point for each of the curve, in numbers and in words', () => {
    const view = growthView(macro, wording);
    expect(view?.points.map(({ rows, extrapolated }) => [rows, extrapolated])).toEqual([
      [1, false],
      [20, false],
      [75, false],
      [303, false],
      [455, true],
      [606, true],
    ]);
    expect(view?.points[3]).toMatchObject({
      value: 9.21,
      rowsText: '303',
      valueText: '9.2',
      band: { lowText: '8.3', highText: '10' },
      coverageText: '90%',
    });
  });

  test('has no band, and does not speak of one, where the rows tell no interval', () => {
    const view = growthView(withoutIntervals(macro), wording);
    expect(view?.points.every((point) => !('band' in point))).toBe(true);
    expect(view?.legend).toBe('Dashed: more rows than the file has.');
  });

  test('is not drawn of fewer than two rows', () => {
    expect(growthView({ ...macro, curve: [] }, wording)).toBeUndefined();
  });

  test('has no public sets where nothing is known of the common number of rows, and does not speak of them', () => {
    const { yardsticks } = withYardsticks(macro);
    const view = growthView({ ...macro, ...(yardsticks && { yardsticks }) }, wording);
    expect(view).not.toHaveProperty('yardsticks');
    expect(view?.legend).toBe('Dashed: more rows than the file has. Band: 95% interval.');
  });

  test('draws public sets up to twice its highest point, and says how many lie above', () => {
    const view = growthView(withYardsticks(macro), wording);
    expect(view?.yardsticks).toMatchObject({
      title: 'Against public data sets at 1,000 rows',
      rows: 1000,
    });
    // The highest point of the band is 22.
    expect(view?.yardsticks?.sets.map(({ name, drawn }) => [name, drawn])).toEqual([
      ['Lowest', true],
      ['Alike', true],
      ['Higher', true],
      ['Far above', false],
    ]);
    expect(view?.legend).toBe(
      'Dashed: more rows than the file has. Band: 95% interval. ' +
        'Diamonds: public data sets at 1,000 rows. ' +
        'Data sets far above the curve, in the table only: 1.',
    );
  });
});
