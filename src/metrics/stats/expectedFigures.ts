import { countFrequencies } from './countFrequencies.ts';
import { expectedDiversity } from './expectedDiversity.ts';
import { expectedRichness } from './expectedRichness.ts';
import type { KindSample } from './kindSample.ts';
import type { ExpectedFigures, HillNumbers } from './levelFigures.ts';
import type { Random } from './random.ts';
import { shannonExtrapolation } from './shannonExtrapolation.ts';
import { subsampledEntropies } from './subsampledEntropies.ts';

/**
 * What so many rows are expected to show, without intervals: see `levelStatistics` for the forms of the estimates.
 * @param hill of the whole sample
 * @param sizes rows, integers ≥ 1, ascending; sizes beyond the sample are extrapolated
 * @param checkpoint called every few milliseconds; may throw
 * @returns one for each size
 * O(occurrences + sizes · (kinds + 100,000)) time.
 */
export function expectedFigures(
  sample: KindSample,
  hill: HillNumbers,
  sizes: readonly number[],
  random: Random,
  checkpoint?: () => void,
): ExpectedFigures[] {
  const { rows, total, squares } = sample;
  const incidences = countFrequencies(sample.incidences);
  const repeats = squares > total;
  const smaller = repeats ? sizes.filter((size) => size < rows) : [];
  const entropies = subsampledEntropies(sample, smaller, random, checkpoint);
  const occurrences = repeats ? countFrequencies(sample.occurrences) : undefined;
  const extrapolated = occurrences && shannonExtrapolation(occurrences, total);
  const sumOfSquares = squaresOf(sample.occurrences);
  // No kind is in more rows than there are; where kinds occur many times, every sample that shows any shows one at least.
  const least = repeats ? 1 : total / rows;
  return sizes.map((size, at): ExpectedFigures => {
    checkpoint?.();
    const { q0, coverage } = expectedRichness(incidences, rows, size);
    const common = { coverage, extrapolated: size > rows };
    if (size === rows) return { rows: size, ...hill, ...common };
    if (!extrapolated) {
      return {
        rows: size,
        ...ordered(expectedDiversity(incidences, rows, size), least),
        ...common,
      };
    }
    const together = (size - 1) / (rows - 1);
    const q2 = ((size / rows) * total ** 2) / (squares * (1 - together) + sumOfSquares * together);
    const q1 = size < rows ? Math.exp(entropies[at]!) : extrapolated((total * size) / rows);
    return { rows: size, ...ordered({ q0, q1, q2 }, least), ...common };
  });
}

function squaresOf(counts: Uint32Array): number {
  let sum = 0;
  for (let kind = 0; kind < counts.length; kind++) sum += counts[kind]! * counts[kind]!;
  return sum;
}

/** Estimates may cross each other or their lower bound by rounding, and at a few rows by the form of the estimate. */
function ordered({ q0, q1, q2 }: HillNumbers, least: number): HillNumbers {
  const inner = Math.min(q0, Math.max(least, q1));
  return { q0, q1: inner, q2: Math.min(inner, Math.max(least, q2)) };
}
