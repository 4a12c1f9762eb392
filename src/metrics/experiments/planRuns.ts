import { invertPositiveDefinite, quadraticForm } from './symmetricMatrix.ts';

/** A run that could be made next. */
export interface PlannedRun {
  /** Place of the strategy, from 0. */
  readonly strategy: number;
  /** Degree of diversity, in percent. */
  readonly degree: number;
}

export interface RunPlan {
  /** In the order of strategy and degree. */
  readonly runs: readonly PlannedRun[];
  /**
   * Standard deviation that each slope would have after the runs, in units of the noise, for a column in the standard
   * deviations of evenly spread degrees; infinite where the slope could still not be told.
   */
  readonly slopeDeviations: readonly number[];
}

export const PLAN_DEGREES: readonly number[] = [0, 25, 50, 75, 100];

/** Evenly spread degrees, 0–100 %, have this standard deviation. */
const DEGREE_DEVIATION = 100 / Math.sqrt(12);
/** What is known of level and slopes beforehand, in runs: next to nothing, but the determinant stays above 0. */
const PRIOR_RUNS = 1e-6;
/** A smaller factor is rounding. */
const IMPROVES = 1 + 1e-9;
const MOST_ROUNDS = 100;
const NONE = -1;

/**
 * The runs that together tell most of the slopes: Bayesian D-optimal, the largest determinant of the information that the
 * runs of the table and the new ones give. A run widens or narrows one level by one strategy; the others stay in their
 * middle, as they do in a random draw.
 * @param known rows of the table: for every strategy the standardised level; `[]` where nothing ran yet
 * @param strategies how many there are
 * @param count runs wanted; a strategy and degree comes twice only where there are more than these kinds of runs
 * @returns the same for the same arguments
 * @throws RangeError for a count below 1, no strategy, or rows of another length
 * A greedy start, then Fedorov's exchange: O(rounds · count · candidates · strategies²).
 * @see Chaloner & Verdinelli (1995), Bayesian Experimental Design: A Review; Fedorov (1972), Theory of Optimal Experiments
 */
export function planRuns(
  known: readonly (readonly number[])[],
  strategies: number,
  count: number,
): RunPlan {
  if (!Number.isInteger(count) || count < 1 || !Number.isInteger(strategies) || strategies < 1) {
    throw new RangeError(
      `got ${count} runs of ${strategies} strategies, expected 1 or more of each`,
    );
  }
  if (known.some((row) => row.length !== strategies)) {
    throw new RangeError(`got known runs of other lengths, expected ${strategies} levels in each`);
  }
  const size = strategies + 1;
  const information = new Float64Array(size * size);
  for (let i = 0; i < size; i++) information[i * size + i] = PRIOR_RUNS;
  for (const row of known) addRun(information, [1, ...row], 1);
  const candidates = Array.from({ length: strategies }, (_, strategy) =>
    PLAN_DEGREES.map((degree) => ({ strategy, degree })),
  ).flat();
  const vectors = candidates.map(({ strategy, degree }) => {
    const vector = new Array<number>(size).fill(0);
    vector[0] = 1;
    vector[strategy + 1] = (degree - 50) / DEGREE_DEVIATION;
    return vector;
  });
  const chosen = chooseGreedily(information, vectors, count);
  exchangeRuns(information, vectors, chosen);
  const inverse = invertPositiveDefinite(information, size);
  return {
    runs: chosen.sort((a, b) => a - b).map((at) => candidates[at]!),
    slopeDeviations: Array.from({ length: strategies }, (_, j) => {
      const variance = inverse[(j + 1) * size + j + 1]!;
      // Of a slope that no run speaks of, only the prior is left.
      return variance > 0.1 / PRIOR_RUNS ? Infinity : Math.sqrt(variance);
    }),
  };
}

/** The runs that each add most to those before. @param information added to @returns places in `vectors` */
function chooseGreedily(
  information: Float64Array,
  vectors: readonly (readonly number[])[],
  count: number,
): number[] {
  const chosen: number[] = [];
  for (let i = 0; i < count; i++) {
    const at = mostGain(gainsOf(information, vectors), chosen, count);
    chosen.push(at);
    addRun(information, vectors[at]!, 1);
  }
  return chosen;
}

/**
 * Fedorov's exchange: a chosen run makes room for the one that adds most in its place, until no exchange adds anything.
 * @param information of all runs; changed with them
 * @param chosen places in `vectors`; changed
 */
function exchangeRuns(
  information: Float64Array,
  vectors: readonly (readonly number[])[],
  chosen: number[],
): void {
  for (let round = 0, moved = true; moved && round < MOST_ROUNDS; round++) {
    moved = false;
    for (let i = 0; i < chosen.length; i++) {
      const old = chosen[i]!;
      addRun(information, vectors[old]!, -1);
      chosen[i] = NONE;
      const gains = gainsOf(information, vectors);
      const at = mostGain(gains, chosen, chosen.length);
      const isBetter = 1 + gains[at]! > (1 + gains[old]!) * IMPROVES;
      chosen[i] = isBetter ? at : old;
      moved ||= isBetter;
      addRun(information, vectors[chosen[i]!]!, 1);
    }
  }
}

/** What each run would add: the determinant of the information with it is 1 + this times the one without it. */
function gainsOf(
  information: Float64Array,
  vectors: readonly (readonly number[])[],
): readonly number[] {
  const inverse = invertPositiveDefinite(information, vectors[0]!.length);
  return vectors.map((vector) => quadraticForm(inverse, vector));
}

/** The run that adds most, of those that are not in the choice of `count` as often as a run may be. */
function mostGain(gains: readonly number[], chosen: readonly number[], count: number): number {
  const mostOfAKind = Math.ceil(count / gains.length);
  let found = NONE;
  let most = -1;
  for (const [at, gain] of gains.entries()) {
    if (chosen.filter((one) => one === at).length >= mostOfAKind) continue;
    if (gain > most * IMPROVES) [found, most] = [at, gain];
  }
  return found;
}

function addRun(information: Float64Array, vector: readonly number[], weight: number): void {
  const size = vector.length;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) information[i * size + j]! += weight * vector[i]! * vector[j]!;
  }
}
