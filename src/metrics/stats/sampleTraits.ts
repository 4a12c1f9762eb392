import { cutSamples } from './cutSamples.ts';
import type { KindSample } from './kindSample.ts';
import { permutation } from './permutation.ts';
import type { Random } from './random.ts';

/** What tells most of the entropy of a sample of rows, and takes sums of rows only. */
export interface SampleTraits {
  /** How far the mean surprise of its occurrences lies from that of all, in nats. */
  readonly drift: number;
  /** The logarithm of its occurrences; 0 where there are none. */
  readonly logLength: number;
}

/** The sums of which traits are made, of each row. */
export interface RowSums {
  readonly lengths: Float64Array;
  /** Surprise of its occurrences beyond that of as many of all. */
  readonly excess: Float64Array;
  readonly total: number;
  /** The mean surprise of all occurrences: their entropy in nats. */
  readonly entropy: number;
}

/** Rows that are drawn from. */
const DRAWN_ROWS = 10_000;
/**
 * How often they are put in another order: some 30,000 rows in all, more where these are many, and
 * not so often that a few rows take long.
 */
const LEAST_SHUFFLES = 16;
const MOST_SHUFFLES = 1_000;
const SHUFFLED_ROWS = 30_000;

/** O(occurrences) time; 16 bytes a row. */
export function rowSums({ values, starts, ends, rows, occurrences, total }: KindSample): RowSums {
  const surprises = new Float64Array(occurrences.length);
  let entropy = 0;
  for (let kind = 0; kind < occurrences.length; kind++) {
    const share = occurrences[kind]! / total;
    if (share === 0) continue;
    surprises[kind] = -Math.log(share);
    entropy += share * surprises[kind]!;
  }
  const lengths = new Float64Array(rows);
  const excess = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const end = ends[row]!;
    let sum = 0;
    for (let index = starts[row]!; index < end; index++) sum += surprises[values[index]!]!;
    lengths[row] = end - starts[row]!;
    excess[row] = sum - entropy * lengths[row]!;
  }
  return { lengths, excess, total, entropy };
}

/** Sums over the first 0, 1, … rows of an order. */
export interface OrderedSums {
  readonly lengths: Float64Array;
  readonly excess: Float64Array;
}

export function orderSums({ lengths, excess }: RowSums, order: Uint32Array): OrderedSums {
  const ordered = {
    lengths: new Float64Array(order.length + 1),
    excess: new Float64Array(order.length + 1),
  };
  for (let at = 0; at < order.length; at++) {
    ordered.lengths[at + 1] = ordered.lengths[at]! + lengths[order[at]!]!;
    ordered.excess[at + 1] = ordered.excess[at]! + excess[order[at]!]!;
  }
  return ordered;
}

/** The traits of a run of rows of an order, or of all rows of it but these. @param entropy of all occurrences */
export function traitsOfRun(
  { lengths, excess }: OrderedSums,
  from: number,
  to: number,
  leavesOut: boolean,
  entropy: number,
): SampleTraits {
  const end = lengths.length - 1;
  let length = lengths[to]! - lengths[from]!;
  let surprise = excess[to]! - excess[from]!;
  if (leavesOut) {
    length = lengths[end]! - length;
    surprise = excess[end]! - surprise;
  }
  if (length === 0) return { drift: -entropy, logLength: 0 };
  return { drift: surprise / length, logLength: Math.log(length) };
}

/**
 * The traits that samples of so many rows have on average: small samples are mostly of short rows, long rows weigh most in all.
 * @param sizes rows, integers in [1, rows − 1]
 * @returns one for each size
 * O(rows) time and memory for at most 10,000 rows, a thousand times where they are few; then O(rows / size) for a size.
 */
export function expectedTraits(
  sums: RowSums,
  sizes: readonly number[],
  random: Random,
): SampleTraits[] {
  const rows = sums.lengths.length;
  const drawn = Math.min(rows, DRAWN_ROWS);
  const rowsDrawn = permutation(rows, random).subarray(0, drawn);
  const affordable = Math.min(MOST_SHUFFLES, Math.floor(SHUFFLED_ROWS / drawn));
  const shuffles = Math.max(LEAST_SHUFFLES, affordable);
  const means = sizes.map(() => ({ drift: 0, logLength: 0 }));
  for (let shuffle = 0; shuffle < shuffles; shuffle++) {
    const order = permutation(drawn, random);
    for (let at = 0; at < drawn; at++) order[at] = rowsDrawn[order[at]!]!;
    const ordered = orderSums(sums, order);
    sizes.forEach((size, at) => {
      if (size >= drawn) return;
      const { drift, logLength } = meanOfCuts(ordered, size, sums.entropy);
      means[at]!.drift += drift / shuffles;
      means[at]!.logLength += logLength / shuffles;
    });
  }
  if (drawn === rows) return means;
  const ofDrawn = traitsOfRun(orderSums(sums, rowsDrawn), 0, drawn, false, sums.entropy);
  return sizes.map((size, at) => {
    const logOfMean = Math.log((sums.total * size) / rows);
    // The traits of more rows hardly differ from those of all; the rows that were drawn from differ from all in theirs.
    if (size >= drawn) return { drift: 0, logLength: logOfMean };
    const { drift, logLength } = means[at]!;
    const byLength = logLength - ofDrawn.logLength - Math.log(size / drawn);
    return { drift: drift - ofDrawn.drift, logLength: logOfMean + byLength };
  });
}

function meanOfCuts(ordered: OrderedSums, size: number, entropy: number): SampleTraits {
  const { side, leavesOut, count } = cutSamples(ordered.lengths.length - 1, size);
  let drifts = 0;
  let logLengths = 0;
  for (let from = 0; from < count * side; from += side) {
    const { drift, logLength } = traitsOfRun(ordered, from, from + side, leavesOut, entropy);
    drifts += drift;
    logLengths += logLength;
  }
  return { drift: drifts / count, logLength: logLengths / count };
}
