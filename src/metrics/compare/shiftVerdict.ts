import { holmAdjusted } from '../stats/holmAdjusted.ts';
import { normalQuantile } from '../stats/normalQuantile.ts';
import type { ClassifierTwoSampleTest } from './classifierTwoSampleTest.ts';

/** One test of the hypothesis that both files are from one source. */
export interface ShiftTest {
  readonly name: string;
  readonly pValue: number;
}

export interface ShiftVerdict {
  readonly verdict: 'same' | 'shifted' | 'too-few-rows';
  /** The tests with their p-values corrected for how many they are (Holm), in the order given. */
  readonly tests: readonly (ShiftTest & { readonly adjustedPValue: number })[];
  /** The largest area under the ROC curve of a classifier, 0.5 = files cannot be told apart; absent where none could be tested. */
  readonly areaUnderRoc?: number;
  /**
   * The smallest area that would be found in four of five comparisons of files of these sizes. Twice what it is above 0.5 is
   * the share of foreign rows that it takes if these can be told apart without fail. Absent where no classifier could be tested.
   */
  readonly detectableArea?: number;
}

/** Probability of a false alarm over all tests. */
const ERROR_RATE = 0.05;
const POWER = 0.8;
/** An area that must not go unnoticed: every fifth row is foreign and easily told apart. */
const LARGEST_HIDDEN_AREA = 0.6;
/** With more tests not even the smallest p-value of 199 permutations would pass. */
const MOST_TESTS = 10;

/**
 * One verdict from all tests for a shift:
 *
 * 1. `shifted` if any p-value, corrected for the number of tests by Holm, is at most 0.05. Two draws from one source are called
 *    shifted in at most 5 % of comparisons, at any sizes and however the tests depend on one another. How large the shift is
 *    the areas tell.
 * 2. Otherwise `too-few-rows` if a shift could well have been missed: no classifier could be tested, or the smallest area that
 *    one of them finds in 80 % of comparisons, at the corrected level, is above 0.6 (as if every fifth row were foreign and
 *    easily told apart). That takes some 350 rows of each file.
 * 3. Otherwise `same`.
 * @param tests those that could be made, at most 10, the classifiers’ among them
 * @param classifiers those that could be tested
 * @throws RangeError for more than 10 tests
 * O(tests).
 */
export function shiftVerdict(
  tests: readonly ShiftTest[],
  classifiers: readonly Pick<ClassifierTwoSampleTest, 'areaUnderRoc' | 'deviation'>[],
): ShiftVerdict {
  if (tests.length > MOST_TESTS) {
    throw new RangeError(`got ${tests.length} tests, expected at most ${MOST_TESTS}`);
  }
  const adjusted = holmAdjusted(tests.map(({ pValue }) => pValue));
  const reach = tests.length === 0 ? Infinity : standardErrorsNeeded(tests.length);
  const detectableArea = Math.min(
    ...classifiers.map(({ deviation }) => Math.min(1, 0.5 + reach * deviation)),
  );
  const isShifted = adjusted.some((pValue) => pValue <= ERROR_RATE);
  return {
    verdict: isShifted
      ? 'shifted'
      : detectableArea <= LARGEST_HIDDEN_AREA
        ? 'same'
        : 'too-few-rows',
    tests: tests.map((test, at) => ({ ...test, adjustedPValue: adjusted[at]! })),
    ...(classifiers.length > 0 && {
      areaUnderRoc: Math.max(...classifiers.map(({ areaUnderRoc }) => areaUnderRoc)),
      detectableArea,
    }),
  };
}

/** How far above chance an area must be, in standard errors, to pass the first step of Holm with the power stated. */
function standardErrorsNeeded(tests: number): number {
  return normalQuantile(1 - ERROR_RATE / tests) + normalQuantile(POWER);
}
