import { expect, it } from 'vitest';
import { offDistributionFinder } from '../../../../src/metrics/flags/offDistribution.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';

/** The steps of docs/report.md, written down anew; all rows in one script and equally long. */
function probabilities(distances: Float32Array, surprises: Float32Array): number[] {
  const ascending = (values: readonly number[]) => values.toSorted((a, b) => a - b);
  const quantile = (values: readonly number[], p: number) =>
    ascending(values)[Math.ceil(p * values.length) - 1]!;
  const median = (values: readonly number[]) => {
    const sorted = ascending(values);
    const half = (values.length - 1) / 2;
    return (sorted[Math.floor(half)]! + sorted[Math.ceil(half)]!) / 2;
  };
  const share = (values: readonly number[], value: number) =>
    values.reduce((sum, other) => sum + (other > value ? 1 : other === value ? 0.5 : 0), 0) /
    values.length;
  const natsOf = (values: readonly number[], least: number) => {
    const location = median(values);
    const spread = median(values.map((value) => Math.abs(value - location)));
    const scores = values.map((value) => (value - location) / Math.max(least, spread));
    const [middle, start] = [quantile(scores, 0.5), quantile(scores, 0.9)];
    return scores.map((score) =>
      score > start
        ? Math.log(10) + (score - start) / Math.max(0.25, (start - middle) / Math.log(5))
        : -Math.log(Math.max(0.1, share(scores, score))),
    );
  };
  const ofDistance = natsOf([...distances], 0.01);
  const ofSurprise = natsOf([...surprises], 0.1);
  const uncapped = ofDistance.map((nats, row) => 3 * nats + ofSurprise[row]!);
  const sums = ofDistance.map((nats, row) => {
    const own = distances[row]! < 0.25 ? Math.min(nats, Math.LN2) : nats;
    return 3 * own + ofSurprise[row]!;
  });
  const start = quantile(uncapped, 0.75);
  const middle = start - quantile(uncapped, 0.5);
  const far = quantile(uncapped, 0.875) - start;
  const error = Math.sqrt(3) / (4 * Math.log(2) ** 2 * Math.sqrt(sums.length / 8));
  const shape = Math.max(1e-6, (far > 0 && middle > 0 ? Math.log2(far / middle) : 0) + error);
  const scale = Math.max(1, (middle * shape) / (1 - 2 ** -shape));
  return sums.map((sum) =>
    sum > start
      ? 0.25 * (1 + (shape * (sum - start)) / scale) ** (-1 / shape)
      : Math.max(0.25, share(uncapped, sum)),
  );
}

it.each([1, 2, 3])(
  'the score is what docs/report.md makes of distance and surprise (%i)',
  (seed) => {
    const random = createRandom(seed);
    const rows = 400;
    const distances = Float32Array.from({ length: rows }, () => 0.1 + 0.4 * random() ** 3);
    const surpriseBits = Float32Array.from({ length: rows }, () => 5 + 4 * random() ** 2);
    distances.set([1.2, 1.1, 0.9]);
    surpriseBits.set([14, 12], 2);
    const rate = 0.1;
    const flagged = offDistributionFinder(
      {
        scripts: Array.from({ length: rows }, () => 'Latin' as const),
        instructionTokens: new Uint32Array(rows).fill(20),
        responseTokens: new Uint32Array(rows).fill(30),
        surpriseBits,
        tags: { values: new Uint32Array(0), offsets: new Uint32Array(rows + 1) },
        otherLanguages: [],
      },
      rate,
    )({ distances, nearestRows: new Int32Array(rows), labelVotes: [] });
    const expected = probabilities(distances, surpriseBits);
    expect(flagged.length).toBeGreaterThan(3);
    for (const { row, score } of flagged) expect(score / expected[row]!).toBeCloseTo(1, 9);
    const rare = expected.filter((probability) => probability <= rate);
    expect(flagged.length).toBe(rare.length);
  },
);
