import { countFrequencies } from '../../metrics/stats/countFrequencies.ts';
import { NO_DEVIATION } from '../../metrics/stats/diversityInterval.ts';
import { drawFirst } from '../../metrics/stats/drawFirst.ts';
import { DEVIATION_GROUPS } from '../../metrics/stats/entropyDeviations.ts';
import { hillNumbers } from '../../metrics/stats/hillNumbers.ts';
import { jackknifeDeviations } from '../../metrics/stats/jackknifeDeviations.ts';
import { kindSample } from '../../metrics/stats/kindSample.ts';
import { createRandom, type Random } from '../../metrics/stats/random.ts';
import { squaredDeviations } from '../../metrics/stats/squaredDeviations.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { throwIfCancelled } from '../cancellation.ts';
import { chosenRows } from '../compare/chosenRows.ts';
import type { MixedKinds } from '../mix/mixedKinds.ts';
import type { MixtureRows } from '../mix/mixtures.ts';
import { placesOf } from '../mix/mixtures.ts';
import type { TaskContext } from '../taskContext.ts';

export interface MeasureMixedKindsParams {
  readonly kinds: MixedKinds;
  readonly mixtures: readonly MixtureRows[];
  /** Rows that are counted of each mixture, of those that were measured. */
  readonly rows: number;
  readonly seed: number;
  /** Whether the standard error is asked for. */
  readonly withDeviation: boolean;
}

export interface MeasuredMixedKinds {
  /** ln of the effective number of kinds (q = 1) of each mixture. */
  readonly logKinds: readonly number[];
  /** Standard error of the first, and its degrees of freedom; where its rows tell none, that of draws of as many rows of both files. */
  readonly noise?: { readonly deviation: number; readonly degreesOfFreedom: number };
}

/** The effective numbers of kinds of some mixtures, all at the same number of rows. */
export function measureMixedKinds(
  { setup }: TaskContext,
  {
    kinds: { column, placeOfRow, kinds },
    mixtures,
    rows,
    seed,
    withDeviation,
  }: MeasureMixedKindsParams,
): MeasuredMixedKinds {
  const samples = mixtures.map((mixture) => placesOf(mixture, placeOfRow, rows));
  const logKinds = samples.map((places) => {
    throwIfCancelled(setup.cancelFlag);
    return logDiversity(countsOf(column, kinds, places));
  });
  if (!withDeviation || rows < 2) return { logKinds };
  const random = createRandom(seed);
  const checkpoint = () => throwIfCancelled(setup.cancelFlag);
  const groups = Math.min(DEVIATION_GROUPS, rows);
  const { values, offsets } = chosenRows(column, samples[0]!);
  const sample = kindSample(values, offsets, kinds);
  const [deviation] = jackknifeDeviations(
    sample,
    groups,
    (occurrences) => [logDiversity(occurrences)],
    random,
    checkpoint,
  );
  const { once, kindCount } = countFrequencies(sample.incidences);
  const isTold = deviation! > NO_DEVIATION && once < kindCount;
  return {
    logKinds,
    noise: {
      deviation: isTold ? deviation! : deviationOfDraws(column, kinds, rows, random, checkpoint),
      degreesOfFreedom: groups - 1,
    },
  };
}

/**
 * How much ln of the effective kinds differs from one sample of so many rows to the next, as draws of the rows of both files
 * together show it: for rows that are all alike, or no two of which share a kind, of which leaving some out says nothing.
 */
function deviationOfDraws(
  column: TokenColumn,
  kinds: number,
  rows: number,
  random: Random,
  checkpoint: () => void,
): number {
  const places = Uint32Array.from({ length: column.offsets.length - 1 }, (_, place) => place);
  if (places.length <= rows) return 0;
  const logKinds = Array.from({ length: DEVIATION_GROUPS }, () => {
    checkpoint();
    drawFirst(places, rows, random);
    return logDiversity(countsOf(column, kinds, places.subarray(0, rows)));
  });
  const variance = squaredDeviations(logKinds) / (DEVIATION_GROUPS - 1);
  // Draws without replacement differ less, the more of the rows they take.
  return Math.sqrt(variance / (1 - rows / places.length));
}

function countsOf({ values, offsets }: TokenColumn, kinds: number, places: Uint32Array) {
  const counts = new Uint32Array(kinds);
  for (const place of places) {
    for (let at = offsets[place]!; at < offsets[place + 1]!; at++) counts[values[at]!]!++;
  }
  return counts;
}

/** No kind at all is taken as one: mixtures have rows without kinds too. */
const logDiversity = (counts: Uint32Array): number => Math.log(hillNumbers(counts)?.q1 ?? 1);
