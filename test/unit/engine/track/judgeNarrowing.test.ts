import { expect, test } from 'vitest';
import type { TrackedLevel } from '../../../../src/engine/track/generations.ts';
import { judgeNarrowing } from '../../../../src/engine/track/judgeNarrowing.ts';

/** Two generations of 60 rows, of which the later has fewer kinds with such a p-value. */
function trackedAt(narrowingPValue: number): TrackedLevel {
  const tailLoss = { rows: 60, pValue: 1, classes: [] };
  return {
    commonRows: 60,
    generations: [
      { rows: 60, effectiveKinds: { q1: 20 } },
      {
        rows: 60,
        effectiveKinds: { q1: 15 },
        fromFirst: { ratio: { value: 0.75 }, narrowingPValue, tailLoss },
      },
    ],
  };
}

/** Six tests that say nothing. */
const still = {
  macro: { instruction: trackedAt(0.4), response: trackedAt(0.5), whole: trackedAt(0.6) },
  micro: { instruction: trackedAt(0.7), response: trackedAt(0.8), whole: trackedAt(0.9) },
};

test('tags, which all fields of a row have alike, are one test and not three', () => {
  const tags = { instruction: trackedAt(0.007), response: trackedAt(0.007) };
  const drift = {
    ...{ divergenceBits: 0.1, expected: 0.1, deviation: 0.01, pValue: 0.5, permutations: 199 },
    ...{ rows: { dataset: 60, reference: 60 }, occurrences: { dataset: 60, reference: 60 } },
  };
  const [first, later] = trackedAt(0.007).generations;
  // The whole rows' drift is told besides, which is no part of the test.
  const whole = {
    commonRows: 60,
    generations: [first!, { ...later!, fromFirst: { ...later!.fromFirst!, drift } }],
  };
  const { code, narrowed } = judgeNarrowing({ ...still, meso: { ...tags, whole } });
  expect(code).toBe('narrowing');
  expect(narrowed.map(({ level, field }) => `${level} ${field}`)).toEqual([
    'meso instruction',
    'meso response',
    'meso whole',
  ]);
  // Seven tests, of which it is the surest (Holm 1979).
  for (const { adjustedPValue } of narrowed) expect(adjustedPValue).toBeCloseTo(7 * 0.007, 12);
});

test('fields with kinds of their own are tests of their own', () => {
  const units = { instruction: trackedAt(0.007), response: trackedAt(0.3), whole: trackedAt(0.2) };
  expect(judgeNarrowing({ ...still, meso: units }).code).toBe('holding');
});
