import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leaveOneOut } from '../../../../src/metrics/experiments/leaveOneOut.ts';
import {
  linearPosterior,
  predictScore,
  slopeCombination,
  slopePosterior,
} from '../../../../src/metrics/experiments/linearPosterior.ts';
import { standardize } from '../../../../src/metrics/experiments/standardize.ts';
import { centralInterval, studentTCdf } from '../../../../src/metrics/stats/studentT.ts';
import { createRandom, type Random } from '../../../../src/metrics/stats/random.ts';

/** Standard normal numbers (Box & Muller 1958). */
function normals(random: Random): () => number {
  return () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Runs whose truth is known: score = 10 + Σ slopes · column + noise. */
function simulate(seed: number, rows: number, slopes: readonly number[], noise: number) {
  const normal = normals(createRandom(seed));
  const columns = slopes.map(() => standardize(Float64Array.from({ length: rows }, normal)).values);
  const score = Float64Array.from({ length: rows }, (_, row) =>
    slopes.reduce((sum, slope, j) => sum + slope * columns[j]![row]!, 10 + noise * normal()),
  );
  return { columns, score, normal };
}

describe('the intervals of known slopes', () => {
  const SEEDS = 2000;
  /** Four standard errors of a share over the seeds. */
  const within = (share: number) => 4 * Math.sqrt((share * (1 - share)) / SEEDS);

  it.each([
    ['few runs', 6, [2, 0, -1]],
    ['more runs', 20, [0.3, 0.05]],
    ['hardly any runs', 4, [5]],
  ] as const)('hold them as often as they say, with %s', (_name, rows, slopes) => {
    const held = { slope68: 0, slope95: 0, difference95: 0, predicted68: 0, predicted95: 0 };
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { columns, score, normal } = simulate(seed, rows, slopes, 1.5);
      const posterior = linearPosterior(columns, score);
      const holds = (
        distribution: Parameters<typeof centralInterval>[0],
        share: number,
        truth: number,
      ) => {
        const { low, high } = centralInterval(distribution, share);
        return Number(low <= truth && truth <= high);
      };
      held.slope68 += holds(slopePosterior(posterior, 0), 0.68, slopes[0]);
      held.slope95 += holds(slopePosterior(posterior, 0), 0.95, slopes[0]);
      const weights = slopes.map((_, j) => (j === 0 ? 1 : j === 1 ? -1 : 0));
      const difference = slopes[0] - (slopes[1] ?? 0);
      held.difference95 += holds(slopeCombination(posterior, weights), 0.95, difference);
      const at = slopes.map((_, j) => 0.5 + j);
      const next = slopes.reduce((sum, slope, j) => sum + slope * at[j]!, 10 + 1.5 * normal());
      held.predicted68 += holds(predictScore(posterior, at), 0.68, next);
      held.predicted95 += holds(predictScore(posterior, at), 0.95, next);
    }
    for (const [name, count] of Object.entries(held)) {
      const share = name.endsWith('68') ? 0.68 : 0.95;
      expect(Math.abs(count / SEEDS - share), name).toBeLessThan(within(share));
    }
  });

  it('call a slope positive as often as chance does where there is none', () => {
    const shares = [0.1, 0.5, 0.9];
    const below = shares.map(() => 0);
    for (let seed = 1; seed <= SEEDS; seed++) {
      const { columns, score } = simulate(seed, 5, [0, 2], 1.5);
      const positive = 1 - studentTCdf(slopePosterior(linearPosterior(columns, score), 0), 0);
      for (const [i, share] of shares.entries()) below[i]! += Number(positive < share);
    }
    for (const [i, share] of shares.entries()) {
      expect(Math.abs(below[i]! / SEEDS - share)).toBeLessThan(within(share));
    }
  });
});

const runs = fc
  .record({
    seed: fc.nat(),
    rows: fc.integer({ min: 8, max: 30 }),
    slopes: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ seed, rows, slopes }) => simulate(seed, rows, slopes, 1));

describe('the posterior', () => {
  it('does not depend on the order of the runs', () => {
    fc.assert(
      fc.property(runs, ({ columns, score }) => {
        const one = linearPosterior(columns, score);
        const other = linearPosterior(
          columns.map((column) => column.toReversed()),
          score.toReversed(),
        );
        for (const [j, slope] of one.slopes.entries())
          expect(other.slopes[j]).toBeCloseTo(slope, 9);
        expect(other.noise).toBeCloseTo(one.noise, 9);
      }),
    );
  });

  it('moves and stretches with the score', () => {
    fc.assert(
      fc.property(runs, ({ columns, score }) => {
        const one = linearPosterior(columns, score);
        const other = linearPosterior(
          columns,
          score.map((value) => 3 - 2 * value),
        );
        for (const [j, slope] of one.slopes.entries()) {
          expect(other.slopes[j]).toBeCloseTo(-2 * slope, 9);
        }
        expect(other.level).toBeCloseTo(3 - 2 * one.level, 9);
        expect(other.noise).toBeCloseTo(2 * one.noise, 9);
      }),
    );
  });

  it('is narrower by √2 in its scale when every run counts twice, but for its degrees of freedom', () => {
    fc.assert(
      fc.property(runs, ({ columns, score }) => {
        const twice = (values: Float64Array) => Float64Array.from([...values, ...values]);
        const one = linearPosterior(columns, score);
        const two = linearPosterior(columns.map(twice), twice(score));
        const per = (posterior: typeof one) =>
          slopePosterior(posterior, 0).scale * Math.sqrt(posterior.degreesOfFreedom);
        expect(per(two)).toBeCloseTo(per(one), 9);
      }),
    );
  });

  it('has leverages that sum to the number of coefficients', () => {
    fc.assert(
      fc.property(runs, ({ columns, score }) => {
        const { leverages } = linearPosterior(columns, score);
        expect(leverages.reduce((sum, value) => sum + value, 0)).toBeCloseTo(columns.length + 1, 9);
      }),
    );
  });

  it('leaves a run out as a new fit without it does', () => {
    fc.assert(
      fc.property(runs, ({ columns, score }) => {
        const posterior = linearPosterior(columns, score);
        const [first] = leaveOneOut(posterior, columns, score)!;
        const rest = columns.map((column) => {
          const others = column.slice(1);
          const mean = others.reduce((sum, value) => sum + value, 0) / others.length;
          return others.map((value) => value - mean);
        });
        const refit = linearPosterior(rest, score.slice(1));
        for (const [j, slope] of first!.slopes.entries()) {
          expect(slope.location).toBeCloseTo(refit.slopes[j]!, 7);
          expect(slope.scale).toBeCloseTo(slopePosterior(refit, j).scale, 7);
        }
      }),
    );
  });
});
