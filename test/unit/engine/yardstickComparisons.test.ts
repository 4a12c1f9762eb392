import { expect, test } from 'vitest';
import type { LevelFigures } from '../../../src/metrics/stats/levelFigures.ts';
import { withYardsticks } from '../../../src/engine/yardstickComparisons.ts';
import { macroLevel, mesoLevel, microLevel } from '../webview/sampleLevels.ts';

const point = { rows: 1000, q0: 1, q1: 1, q2: 1, coverage: 1, extrapolated: false };
const absent = { rows: 0, unmeasured: { code: 'no-such-field', message: '' } } as const;

function yardsticksOf(atCommonRows: LevelFigures['atCommonRows']) {
  const whole = <Level extends LevelFigures>(level: Level) => ({
    instruction: absent,
    response: absent,
    whole: { ...level, atCommonRows },
  });
  const { micro } = withYardsticks({
    macro: whole(macroLevel()),
    meso: whole(mesoLevel()),
    micro: whole(microLevel()),
  });
  if ('unmeasured' in micro.whole) throw new Error('expected a level');
  return micro.whole.yardsticks;
}

test('public sets stand beside a figure by its interval, and beside none that has no interval', () => {
  const sets = yardsticksOf({ ...point, interval: { low: 1, high: 2 } });
  expect(sets?.length).toBeGreaterThan(0);
  expect(sets!.every(({ position }) => position === 'higher')).toBe(true);
  expect(yardsticksOf(point)).toBeUndefined();
});
