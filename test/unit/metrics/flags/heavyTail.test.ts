import { describe, expect, test } from 'vitest';
import { heavyTail } from '../../../../src/metrics/flags/heavyTail.ts';
import { createRandom, type Random } from '../../../../src/metrics/stats/random.ts';

const gaussian = (random: Random) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
const DISTRIBUTIONS: Readonly<Record<string, (random: Random) => number>> = {
  uniform: (random) => random(),
  'standard normal': gaussian,
  'log-normal': (random) => Math.exp(gaussian(random)),
  exponential: (random) => -Math.log(1 - random()),
  'Pareto of shape 0.5': (random) => (1 - random()) ** -0.5,
  "Student's t, 3 degrees of freedom": (random) => {
    const [a, b, c] = [gaussian(random), gaussian(random), gaussian(random)];
    return gaussian(random) / Math.sqrt((a ** 2 + b ** 2 + c ** 2) / 3);
  },
};

function sample(draw: (random: Random) => number, count: number, seed: number): Float64Array {
  const random = createRandom(seed);
  return Float64Array.from({ length: count }, () => draw(random));
}

function rarerThan(rate: number, values: Float64Array): number {
  const nats = values.map(heavyTail(values, 1e-3));
  return nats.filter((one) => one > -Math.log(rate)).length / values.length;
}

describe('the share of values that count as rare', () => {
  test.each(Object.keys(DISTRIBUTIONS))(
    '%s: is about the rate at most, on the mean of samples',
    (name) => {
      for (const count of [100, 1_000, 10_000]) {
        const samples = Array.from({ length: 20 }, (_, seed) =>
          sample(DISTRIBUTIONS[name]!, count, seed),
        );
        for (const rate of [0.005, 0.02, 0.1]) {
          const shares = samples.map((values) => rarerThan(rate, values));
          const allowed = rate < 0.01 ? 1.5 * rate : 1.1 * rate;
          expect(shares.reduce((sum, share) => sum + share, 0) / 20).toBeLessThan(allowed);
        }
      }
    },
  );

  test('of an exponential tail, is near to the rate', () => {
    const values = sample(DISTRIBUTIONS['exponential']!, 100_000, 1);
    expect(rarerThan(0.02, values)).toBeGreaterThan(0.015);
  });

  test('does not fall where the strangers are an eighth of the values', () => {
    const values = sample(gaussian, 2_000, 3);
    values.fill(12, 0, 240);
    expect(rarerThan(0.02, values)).toBeGreaterThanOrEqual(240 / 2_000);
  });
});

describe('how rare a value is', () => {
  test('is the empirical share up to the upper quartile, and never falls', () => {
    const values = Float64Array.from({ length: 1_000 }, (_, at) => at);
    const nats = heavyTail(values, 1e-3);
    expect(nats(500)).toBeCloseTo(-Math.log(0.4995), 10);
    expect(nats(-5)).toBeCloseTo(0, 10);
    for (let value = 0; value < 2_000; value++) {
      expect(nats(value)).toBeLessThanOrEqual(nats(value + 1));
    }
  });

  test('is the same for all of equal values, and for no values 0', () => {
    const nats = heavyTail(new Float64Array(50).fill(3), 1);
    expect(nats(3)).toBeCloseTo(-Math.log(0.5), 10);
    expect(Number.isFinite(nats(1e9))).toBe(true);
    expect(heavyTail(new Float64Array(0), 1)(7)).toBe(0);
  });
});
