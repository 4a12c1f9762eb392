import { holmAdjusted } from '../../metrics/stats/holmAdjusted.ts';
import { isCompared } from '../compare/comparison.ts';
import type { Generations, NarrowedLevel, NarrowingVerdict, TrackedLevel } from './generations.ts';
import { LEVEL_NAMES, MEASURED_FIELDS } from '../report.ts';

/** Probability that generations drawn from one source are called narrowing. */
const ERROR_RATE = 0.05;
/** Fewer rows at which generations are compared say nothing. */
const LEAST_ROWS = 50;

/**
 * One statement on all generations. The last is held against the first, level by level and field by field: fewer effective
 * kinds at equal rows, beyond chance once it is counted how many tests were made (Holm), is a level that narrowed. `since`
 * is where it began to show and did not end. Kinds that are gone are told beside it, each level
 * with its own p-value: they have no part here.
 */
export function judgeNarrowing(levels: Generations['levels']): NarrowingVerdict {
  const tests = LEVEL_NAMES.flatMap((level) => {
    const seen = new Set<unknown>();
    return MEASURED_FIELDS.flatMap((field) => {
      const tracked = levels[level][field];
      // Where files have one field only, the whole is that field: it is one test.
      if (!isCompared(tracked) || tracked.commonRows < LEAST_ROWS || seen.has(tracked)) return [];
      seen.add(tracked);
      const later = tracked.generations.flatMap(({ fromFirst }) => fromFirst ?? []);
      const pValues = later.map(({ narrowingPValue }) => narrowingPValue);
      return [{ level, field, pValues, madeOf: `${level} ${figuresOf(tracked)}` }];
    });
  });
  const facts = { errorRate: ERROR_RATE, leastRows: LEAST_ROWS };
  if (tests.length === 0) return { code: 'too-few-rows', narrowed: [], ...facts };
  // Tags are of the row: its fields have the same ones, and what is found in them is found once.
  const distinct = new Map(tests.map(({ madeOf, pValues }) => [madeOf, pValues.at(-1)!]));
  const adjusted = holmAdjusted([...distinct.values()]);
  const adjustedOf = new Map([...distinct.keys()].map((madeOf, at) => [madeOf, adjusted[at]!]));
  const narrowed = tests
    .map(({ level, field, pValues, madeOf }): NarrowedLevel => {
      const lastHeld = pValues.findLastIndex((pValue) => pValue > ERROR_RATE);
      return { level, field, since: lastHeld + 2, adjustedPValue: adjustedOf.get(madeOf)! };
    })
    .filter(({ adjustedPValue }) => adjustedPValue <= ERROR_RATE)
    .sort((a, b) => a.adjustedPValue - b.adjustedPValue);
  return { code: narrowed.length > 0 ? 'narrowing' : 'holding', narrowed, ...facts };
}

/** What a test goes by: fields in which all of it is equal have the same kinds in the same rows. */
function figuresOf({ generations }: TrackedLevel): string {
  return JSON.stringify(
    generations.map(({ rows, effectiveKinds, fromFirst }) => [
      rows,
      effectiveKinds,
      fromFirst && [fromFirst.ratio, fromFirst.narrowingPValue],
    ]),
  );
}
