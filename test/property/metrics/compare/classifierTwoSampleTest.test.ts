import { describe, expect, it } from 'vitest';
import { classifierTwoSampleTest } from '../../../../src/metrics/compare/classifierTwoSampleTest.ts';
import { tokenFeatures } from '../../../../src/metrics/compare/tokenFeatures.ts';
import type { EmbeddingMatrix } from '../../../../src/metrics/embed/embeddingMatrix.ts';
import { createRandom, type Random } from '../../../../src/metrics/stats/random.ts';
import { matrixOf, shuffled } from '../../../unit/metrics/embed/matrixOf.ts';
import { rowsOf } from '../stats/rowsOf.ts';

const noise = (random: Random) => random() + random() + random() - 1.5;

/** Rows around some of four centres, so that they are neither spherical nor of one mode. */
function rowsAround(centres: number, rows: number, random: Random, dimensions = 16): number[][] {
  const fixed = createRandom(99);
  const places = Array.from({ length: 4 }, () =>
    Array.from({ length: dimensions }, () => noise(fixed)),
  );
  return Array.from({ length: rows }, () => {
    const place = places[Math.floor(centres * random())]!;
    return place.map((value) => Math.round(30 * (value + noise(random))));
  });
}

const testOf = (dataset: number[][], reference: number[][], seed = 1) =>
  classifierTwoSampleTest(matrixOf(dataset), matrixOf(reference), { seed });

describe('classifierTwoSampleTest', () => {
  it(
    'without a shift has a p-value ≤ 0.1 in a tenth of the cases; its interval then holds 0.5',
    { tags: 'slow' },
    () => {
      const results = Array.from({ length: 200 }, (_, seed) => {
        const random = createRandom(7_919 * seed + 13);
        return testOf(rowsAround(4, 30, random), rowsAround(4, 75, random), 500_000 + seed)!;
      });
      const alarms = results.filter(({ pValue }) => pValue <= 0.1).length;
      // 20 expected; outside of these bounds once in a thousand times.
      expect(alarms).toBeGreaterThan(7);
      expect(alarms).toBeLessThan(36);
      const held = results.filter(({ interval }) => interval.low <= 0.5 && interval.high >= 0.5);
      // 190 expected.
      expect(held.length).toBeGreaterThan(178);
      const mean = results.reduce((sum, { areaUnderRoc }) => sum + areaUnderRoc, 0) / 200;
      expect(Math.abs(mean - 0.5)).toBeLessThan(0.015);
    },
  );

  it('of few rows without a shift has an interval that holds 0.5, too', { tags: 'slow' }, () => {
    const held = Array.from({ length: 600 }, (_, seed) => {
      const random = createRandom(7_919 * seed + 17);
      return testOf(rowsAround(4, 10, random), rowsAround(4, 10, random), 500_000 + seed)!.interval;
    }).filter(({ low, high }) => low <= 0.5 && high >= 0.5);
    // 570 expected; fewer than 554 once in a thousand times.
    expect(held.length).toBeGreaterThan(553);
  });

  it('sees a shift, and tells which file a row is from', () => {
    const random = createRandom(3);
    const result = testOf(rowsAround(2, 100, random), rowsAround(4, 60, random))!;
    expect(result.pValue).toBe(1 / 200);
    expect(result.areaUnderRoc).toBeGreaterThan(0.65);
    expect(result.interval.low).toBeGreaterThan(0.5);
    expect(result.interval.high).toBeGreaterThan(result.areaUnderRoc);
    expect(result.rows).toEqual({ dataset: 100, reference: 60 });
  });

  it('does not learn a row by heart from its copies', () => {
    const random = createRandom(4);
    const copied = (rows: number[][]) => [...rows, ...rows, ...rows, ...rows];
    const dimensions = 128;
    const dataset = rowsAround(4, 60, random, dimensions);
    const reference = rowsAround(4, 60, random, dimensions);
    const plain = testOf(dataset, reference)!;
    const result = testOf(copied(dataset), copied(reference))!;
    expect(Math.abs(result.areaUnderRoc - plain.areaUnderRoc)).toBeLessThan(0.12);
    expect(result.areaUnderRoc).toBeLessThan(0.65);
  });

  it(
    'without a shift has a p-value ≤ 0.1 in a tenth of the cases where rows have copies, some of them many',
    { tags: 'slow' },
    () => {
      const alarms = Array.from({ length: 200 }, (_, seed) => {
        const random = createRandom(104_729 * seed + 7);
        const copies = [...Array.from({ length: 40 }, (_, row) => 1 + (row % 4)), 9, 15, 40];
        const rows = rowsAround(4, copies.length, random).flatMap((row, at) =>
          Array.from({ length: copies[at]! }, () => row),
        );
        const [ours, theirs]: [number[][], number[][]] = [[], []];
        const order = shuffled(rows.length, seed + 1);
        order.forEach((row, at) => (at % 2 === 0 ? ours : theirs).push(rows[row]!));
        return testOf(ours, theirs, 900_000 + seed)!.pValue;
      }).filter((pValue) => pValue <= 0.1).length;
      // 20 expected; outside of these bounds once in a thousand times.
      expect(alarms).toBeGreaterThan(7);
      expect(alarms).toBeLessThan(36);
    },
  );

  it.each([
    { share: 0.25, area: 0.625 },
    { share: 0.5, area: 0.75 },
    { share: 0.9, area: 0.95 },
    { share: 1, area: 1 },
  ])('sees that $share of a file is one row, which the other has not', ({ share, area }) => {
    const random = createRandom(11);
    const copy = rowsAround(4, 1, random)[0]!;
    const copies = Array.from({ length: 150 * share }, () => copy);
    const dataset = [...copies, ...rowsAround(4, 150 - copies.length, random)];
    const result = testOf(dataset, rowsAround(4, 150, random))!;
    expect(Math.abs(result.areaUnderRoc - area)).toBeLessThan(0.12);
    expect(result.pValue).toBeLessThanOrEqual(0.01);
  });

  it('sees a small file of one row among thousands', () => {
    const random = createRandom(13);
    const one = Array.from({ length: 40 }, () => rowsAround(4, 1, createRandom(14))[0]!);
    const result = testOf(one, rowsAround(4, 3_000, random))!;
    expect(result.areaUnderRoc).toBeGreaterThan(0.9);
    expect(result.pValue).toBe(1 / 200);
  });

  it('takes a row that half of either file is for no shift', () => {
    const random = createRandom(12);
    const copy = rowsAround(4, 1, random)[0]!;
    const half = Array.from({ length: 75 }, () => copy);
    const result = testOf(
      [...half, ...rowsAround(4, 75, random)],
      [...half, ...rowsAround(4, 75, random)],
    )!;
    expect(Math.abs(result.areaUnderRoc - 0.5)).toBeLessThan(0.1);
    expect(result.pValue).toBeGreaterThan(0.05);
  });

  it('does not depend on the sizes of the files but for the width of its interval', () => {
    const random = createRandom(5);
    const dataset = rowsAround(2, 400, random);
    const reference = rowsAround(4, 400, random);
    const equal = testOf(dataset, reference)!;
    const unequal = testOf(dataset, reference.slice(0, 40))!;
    expect(Math.abs(equal.areaUnderRoc - unequal.areaUnderRoc)).toBeLessThan(0.08);
    const width = ({ interval }: typeof equal) => interval.high - interval.low;
    expect(width(unequal)).toBeGreaterThan(1.5 * width(equal));
  });

  it('passes over rows without a meaning, and is undefined for few rows or one row over and over', () => {
    const rows = rowsAround(4, 12, createRandom(6));
    const empty = Array.from({ length: 5 }, () => new Array<number>(16).fill(0));
    expect(testOf([...rows, ...empty], rows)!.rows).toEqual({ dataset: 12, reference: 12 });
    expect(testOf(rows.slice(0, 9), rows)).toBeUndefined();
    expect(testOf([], rows)).toBeUndefined();
    const one = Array.from({ length: 30 }, () => rows[0]!);
    const result = testOf(one, one);
    expect(result?.areaUnderRoc ?? 0.5).toBe(0.5);
    expect(result?.pValue ?? 1).toBe(1);
  });

  it('gives the same for the same seed, and the same file is no shift', () => {
    const rows = rowsAround(4, 50, createRandom(7));
    expect(testOf(rows, rows, 8)).toEqual(testOf(rows, rows, 8));
    expect(testOf(rows, rows)!.pValue).toBeGreaterThan(0.1);
  });

  it('refuses embeddings of different dimensions, and too many of them', () => {
    const wide = (dimensions: number): EmbeddingMatrix =>
      matrixOf(rowsAround(4, 12, createRandom(1), dimensions));
    expect(() => classifierTwoSampleTest(wide(16), wide(32), { seed: 1 })).toThrow(RangeError);
    expect(() => classifierTwoSampleTest(wide(528), wide(528), { seed: 1 })).toThrow(RangeError);
  });
});

describe('tokenFeatures', () => {
  const columnOf = (rows: number[][]) => {
    const [values, offsets] = rowsOf(rows, 0);
    return { values, offsets };
  };

  it('has what rows say, whatever the order, and leaves rows without tokens out', () => {
    const { dataset, reference } = tokenFeatures(
      columnOf([[7, 9, 9], [], [4_000_000_000]]),
      columnOf([[9, 7, 9]]),
      { seed: 1 },
    );
    expect([dataset.rows, reference.rows]).toEqual([2, 1]);
    expect(dataset.values.slice(0, 512)).toEqual(reference.values);
    expect(dataset.values.slice(512)).not.toEqual(reference.values);
    // Square roots: 127 for the largest, 2, and 127 / √2 for 1.
    expect(reference.values.toSorted().slice(-2)).toEqual(Int8Array.of(90, 127));
  });

  it('tells wording apart that is mixed otherwise', () => {
    const draw = (random: Random, often: number) =>
      Array.from({ length: 80 }, () =>
        Array.from({ length: 20 }, () => (random() < often ? 1 : 2 + Math.floor(40 * random()))),
      );
    const random = createRandom(2);
    const test = (often: number) => {
      const features = tokenFeatures(columnOf(draw(random, often)), columnOf(draw(random, 0.3)), {
        seed: 1,
      });
      return classifierTwoSampleTest(features.dataset, features.reference, { seed: 1 })!;
    };
    expect(test(0.5).pValue).toBe(1 / 200);
    expect(test(0.3).pValue).toBeGreaterThan(0.01);
  });
});
