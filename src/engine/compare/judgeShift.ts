import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import { holmAdjusted } from '../../metrics/stats/holmAdjusted.ts';
import type { Shift, ShiftTestName, ShiftVerdict } from './comparison.ts';

/** Probability that files from one source are called shifted. */
const ERROR_RATE = 0.05;
/** Fewer rows of a file say nothing of where it is from, nor how diverse its source is. */
export const LEAST_ROWS = 10;
/** Fewer rows of the smaller file than this show large shifts only. */
const FEW_ROWS = 200;

/**
 * One verdict from all tests together: shifted if any is beyond chance once it is counted how many were made (Holm).
 * @param rows of either file
 */
export function judgeShift(shift: Shift, rows: InBoth): ShiftVerdict {
  const tests = (Object.keys(shift) as ShiftTestName[]).map((name) => ({
    name,
    pValue: shift[name]!.pValue,
  }));
  const fewer = Math.min(rows.dataset, rows.reference);
  const facts = { rows, errorRate: ERROR_RATE };
  if (fewer < LEAST_ROWS || tests.length === 0) {
    return { ...facts, code: 'too-few-rows', beyondChance: [], adjustedPValue: 1 };
  }
  const corrected = holmAdjusted(tests.map(({ pValue }) => pValue));
  const ranked = tests
    .map(({ name }, test) => ({ name, pValue: corrected[test]! }))
    .sort((a, b) => a.pValue - b.pValue);
  const beyondChance = ranked.filter(({ pValue }) => pValue <= ERROR_RATE).map(({ name }) => name);
  return {
    ...facts,
    code:
      beyondChance.length > 0
        ? 'shifted'
        : fewer < FEW_ROWS
          ? 'no-shift-seen-in-few-rows'
          : 'no-shift-seen',
    beyondChance,
    adjustedPValue: ranked[0]!.pValue,
  };
}
