import { expect, test } from 'vitest';
import { tailSurprise } from '../../../../src/metrics/flags/tailSurprise.ts';

const options = { tail: 0.1, minScale: 0.01 };

test('of exponential scores it is the score itself', () => {
  // The quantiles of the unit exponential distribution: −ln(1 − share), and so is the surprise by its definition.
  const scores = Float64Array.from({ length: 1000 }, (_, row) => -Math.log(1 - (row + 0.5) / 1000));
  tailSurprise(scores, options).forEach((nats, row) => {
    if (row > 500) expect(Math.abs(nats - scores[row]!)).toBeLessThan(0.02 * scores[row]!);
  });
});

test('goes on from the start of the tail as the scores fell since the median', () => {
  const nats = tailSurprise(
    Float64Array.from({ length: 10 }, (_, row) => row + 1),
    options,
  );
  // The tail starts at 9 and the median is 5: from a half to a tenth in 4.
  expect(nats[9]).toBeCloseTo(Math.log(5) / 4 + Math.log(10), 12);
  expect(nats[8]).toBeCloseTo(-Math.log(0.15), 12);
});

test('one row far beyond all others is rarer than one in the number of rows', () => {
  const scores = Float64Array.from({ length: 100 }, (_, row) => row / 100);
  scores[40] = 50;
  const nats = tailSurprise(scores, options);
  expect(nats[40]).toBeGreaterThan(10 * Math.log(100));
  expect(Math.max(...nats.filter((_, row) => row !== 40))).toBeLessThan(Math.log(100));
});

test('ties share one surprise, whatever their order', () => {
  const nats = tailSurprise(Float64Array.of(1, 0, 1, 0, 1, 0, 1, 0), options);
  expect(nats[0]).toBe(nats[6]);
  expect(nats[1]).toBeCloseTo(-Math.log(0.75), 12);
  expect(nats[0]).toBeCloseTo(-Math.log(0.25), 12);
});

test('of no scores there is nothing', () => {
  expect(tailSurprise(new Float64Array(0), options)).toEqual(new Float64Array(0));
});
