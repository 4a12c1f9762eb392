import { DEVIATION_GROUPS } from '../../metrics/stats/entropyDeviations.ts';
import { hillNumbers } from '../../metrics/stats/hillNumbers.ts';
import { jackknifeDeviations } from '../../metrics/stats/jackknifeDeviations.ts';
import { kindSample } from '../../metrics/stats/kindSample.ts';
import { createRandom } from '../../metrics/stats/random.ts';
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
  /** Standard error of the first, and its degrees of freedom. */
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
    const counts = new Uint32Array(kinds);
    for (const place of places) {
      for (let at = column.offsets[place]!; at < column.offsets[place + 1]!; at++) {
        counts[column.values[at]!]!++;
      }
    }
    return logDiversity(counts);
  });
  if (!withDeviation || rows < 2) return { logKinds };
  const groups = Math.min(DEVIATION_GROUPS, rows);
  const { values, offsets } = chosenRows(column, samples[0]!);
  const [deviation] = jackknifeDeviations(
    kindSample(values, offsets, kinds),
    groups,
    (occurrences) => [logDiversity(occurrences)],
    createRandom(seed),
    () => throwIfCancelled(setup.cancelFlag),
  );
  return { logKinds, noise: { deviation: deviation!, degreesOfFreedom: groups - 1 } };
}

/** No kind at all is taken as one: mixtures have rows without kinds too. */
const logDiversity = (counts: Uint32Array): number => Math.log(hillNumbers(counts)?.q1 ?? 1);
