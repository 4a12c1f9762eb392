import { describe, expect, it } from 'vitest';
import { diversityAtRows } from '../../../../src/metrics/compare/diversityAtRows.ts';
import { diversityDifference } from '../../../../src/metrics/compare/diversityDifference.ts';
import { tailLoss } from '../../../../src/metrics/compare/tailLoss.ts';
import { hillNumbers } from '../../../../src/metrics/stats/hillNumbers.ts';
import { kindSample } from '../../../../src/metrics/stats/kindSample.ts';
import { levelStatistics } from '../../../../src/metrics/stats/levelStatistics.ts';
import { createRandom, type Random } from '../../../../src/metrics/stats/random.ts';
import { rowsOf } from '../stats/rowsOf.ts';

const KINDS = 300;
type Rows = number[][];

/** Rows of one to three kinds from a source in which the kind of rank r is drawn about 1/r of the times. */
const freshRows = (
  rows: number,
  random: Random,
  without: (kind: number) => boolean = () => false,
) =>
  Array.from({ length: rows }, () => {
    const kinds: number[] = [];
    const wanted = 1 + Math.floor(3 * random());
    while (kinds.length < wanted) {
      const kind = Math.floor(KINDS ** random()) - 1;
      if (!without(kind)) kinds.push(kind);
    }
    return kinds;
  });

const resampled = (rows: Rows, random: Random, count = rows.length): Rows =>
  Array.from({ length: count }, () => rows[Math.floor(rows.length * random())]!);

const randomOf = (seed: number) => createRandom(7_919 * seed + 13);

function lossOf(first: Rows, later: Rows, seed = 1) {
  const [a, b] = [first, later].map((rows) => {
    const [values, offsets] = rowsOf(rows, KINDS);
    return { values, offsets };
  });
  return tailLoss(a!, b!, KINDS, { seed });
}

function differenceOf(dataset: Rows, reference: Rows, seed = 1) {
  const [a, b] = [dataset, reference].map((rows) => kindSample(...rowsOf(rows, KINDS)));
  return diversityDifference(a!, b!, { seed });
}

describe('tailLoss', () => {
  const RUNS = 100;
  const alarmsOf = (pair: (random: Random) => readonly [Rows, Rows]): number => {
    let alarms = 0;
    for (let seed = 0; seed < RUNS; seed++) {
      const loss = lossOf(...pair(randomOf(seed)), 500_000 + seed)!;
      if (loss.pValue <= 0.05) alarms++;
    }
    return alarms;
  };

  it('expects no more kinds to be gone than there are, also where the later generation has far more rare ones', () => {
    const random = randomOf(5);
    const loss = lossOf(
      freshRows(60, random, (kind) => kind > 20),
      freshRows(60, random),
    )!;
    for (const { kinds, gone, expectedGone } of loss.classes) {
      expect(Math.max(gone, expectedGone)).toBeLessThanOrEqual(kinds);
    }
  });

  it(
    'without loss sounds an alarm in at most 5 % of the cases: fresh rows, equally many or not',
    { tags: 'slow' },
    () => {
      // 5 expected at the most; 13 or more once in a thousand times.
      expect(alarmsOf((random) => [freshRows(150, random), freshRows(150, random)])).toBeLessThan(
        13,
      );
      expect(alarmsOf((random) => [freshRows(150, random), freshRows(400, random)])).toBeLessThan(
        13,
      );
    },
  );

  it(
    'without loss sounds an alarm in at most 5 % of the cases: the first generation resampled',
    { tags: 'slow' },
    () => {
      const resampledPair = (random: Random): readonly [Rows, Rows] => {
        const first = freshRows(150, random);
        return [first, resampled(first, random)];
      };
      expect(alarmsOf(resampledPair)).toBeLessThan(13);
    },
  );

  it(
    'without loss sounds an alarm in at most 5 % of the cases: fewer rows, or more, of the first generation resampled',
    { tags: 'slow' },
    () => {
      for (const [rows, drawn] of [
        [400, 150],
        [300, 200],
        [150, 400],
      ] as const) {
        const resampledPair = (random: Random): readonly [Rows, Rows] => {
          const first = freshRows(rows, random);
          return [first, resampled(first, random, drawn)];
        };
        expect(alarmsOf(resampledPair)).toBeLessThan(13);
      }
    },
  );

  it('finds that every third kind of the tail is lost, and where', () => {
    let found = 0;
    for (let seed = 0; seed < 20; seed++) {
      const random = randomOf(seed);
      const isLost = (kind: number) => kind > 10 && kind % 3 === 0;
      const loss = lossOf(freshRows(400, random), freshRows(400, random, isLost), seed)!;
      if (loss.pValue <= 0.05) found++;
      for (const { gone, kinds } of loss.classes) expect(gone).toBeLessThanOrEqual(kinds);
      expect(loss.classes[0]!.fewestRows).toBe(1);
    }
    expect(found).toBeGreaterThan(18);
  });

  it('finds the loss of resampling over and over, more of it with each generation', () => {
    const random = randomOf(3);
    const first = freshRows(400, random);
    let later = first;
    const goneAfter = [1, 3, 10].map((generations) => {
      for (let generation = 0; generation < generations; generation++) {
        later = resampled(later, random);
      }
      return lossOf(first, later)!;
    });
    const gone = goneAfter.map(({ classes }) => classes.reduce((sum, each) => sum + each.gone, 0));
    expect(gone[0]).toBeLessThan(gone[1]!);
    expect(gone[1]).toBeLessThan(gone[2]!);
    expect(goneAfter[2]!.pValue).toBeLessThan(0.05);
  });

  it('counts kinds by the rows of the first generation that have them', () => {
    const first = [[0, 0], [0], [1], [2, 1], [], [3]];
    const loss = lossOf(first, [[0], [1], [1], [1], [1]])!;
    expect(loss.rows).toBe(5);
    expect(loss.classes).toMatchObject([
      { fewestRows: 1, mostRows: 1, kinds: 2, gone: 2 },
      { fewestRows: 2, mostRows: 2, kinds: 2, gone: 0 },
    ]);
    expect(lossOf(first, first)!.classes.every(({ gone }) => gone === 0)).toBe(true);
    expect(lossOf(first, [[]])).toBeUndefined();
    expect(lossOf([], first)).toBeUndefined();
    expect(lossOf(first, first, 3)).toEqual(lossOf(first, first, 3));
  });
});

describe('diversityAtRows', () => {
  it(
    'has an interval that holds what so many rows of the source show, nineteen times of twenty',
    { tags: 'slow' },
    () => {
      const RUNS = 200;
      const found = Array.from({ length: RUNS }, (_, seed) => {
        const [values, offsets] = rowsOf(freshRows(300, randomOf(seed)), KINDS);
        return diversityAtRows(kindSample(values, offsets, KINDS), 120, { seed })!;
      });
      // What 120 rows show on average: of as many other draws, each measured at all its rows.
      const observed = Array.from({ length: RUNS }, (_, seed) => {
        const [values, offsets] = rowsOf(freshRows(120, randomOf(1_000 + seed)), KINDS);
        return Math.log(hillNumbers(kindSample(values, offsets, KINDS).occurrences)!.q1);
      });
      const truth = Math.exp(observed.reduce((sum, value) => sum + value, 0) / RUNS);
      const held = found.filter(({ interval: { low, high } }) => low <= truth && truth <= high);
      // 190 expected; fewer than 180 once in a thousand times.
      expect(held.length).toBeGreaterThan(179);
    },
  );

  it.each([10, 12, 30, 50])('has of %i rows the interval that an inspection has', (rows) => {
    const sample = kindSample(...rowsOf(freshRows(rows, randomOf(5)), KINDS));
    const { interval } = levelStatistics(sample, { seed: 1, commonRows: 1_000 })!;
    const found = diversityAtRows(sample, rows, { seed: 1 })!;
    expect(found.degreesOfFreedom).toBe(rows - 1);
    expect(found.interval.low).toBeCloseTo(interval!.low, 9);
    expect(found.interval.high).toBeCloseTo(interval!.high, 9);
  });

  it('has an interval that ends where an inspection’s does: three above the kinds seen and unseen', () => {
    const long = [0, 1, 2, 3].flatMap((kind) => Array.from({ length: 40 }, () => kind));
    const rows = Array.from({ length: 12 }, (_, at) => (at === 0 ? long : long.slice(0, 10)));
    const sample = kindSample(...rowsOf(rows, KINDS));
    // 4 seen, three of them in one row and none in two: Chao2 has 11/12 · 3 · 2 / 2 unseen.
    const most = 4 + (11 / 12) * 3 + 3;
    expect(diversityAtRows(sample, 12, { seed: 1 })!.interval.high).toBeCloseTo(most, 12);
    expect(levelStatistics(sample, { seed: 1, commonRows: 12 })!.interval!.high).toBeCloseTo(
      most,
      12,
    );
  });

  it('is told for no more rows than there are', () => {
    const sample = kindSample(...rowsOf([[1], [2]], KINDS));
    expect(() => diversityAtRows(sample, 3, { seed: 1 })).toThrow(RangeError);
    expect(diversityAtRows(sample, 2, { seed: 1 })!.q1).toBeCloseTo(2, 12);
  });
});

describe('diversityDifference', () => {
  it(
    'of two draws from one source is beyond noise in at most 5 % of the cases, equally many rows or not',
    { tags: 'slow' },
    () => {
      for (const rows of [120, 500]) {
        let alarms = 0;
        for (let seed = 0; seed < 100; seed++) {
          const random = randomOf(seed);
          const found = differenceOf(freshRows(120, random), freshRows(rows, random), seed)!;
          expect(found.rows).toBe(120);
          if (found.standing !== 'similar') alarms++;
        }
        // 5 expected; 13 or more once in a thousand times.
        expect(alarms).toBeLessThan(13);
      }
    },
  );

  it.each<[name: string, draw: (random: Random) => number]>([
    ['of a hundred even kinds', (random) => Math.floor(100 * random())],
    ['of one kind nearly all', (random) => (random() < 0.85 ? 0 : 1 + Math.floor(29 * random()))],
  ])(
    'of few rows without a noise of their own, $0, and many more is beyond noise in at most 5 % of the cases',
    (_, draw) => {
      const drawn = (rows: number, random: Random) =>
        Array.from({ length: rows }, () => [draw(random)]);
      let alarms = 0;
      for (let seed = 0; seed < 100; seed++) {
        const random = randomOf(seed);
        const found = differenceOf(drawn(12, random), drawn(200, random), seed)!;
        if (found.standing !== 'similar') alarms++;
      }
      expect(alarms).toBeLessThan(11);
    },
  );

  it('tells rows without a noise of their own from others: all of one kind, or no two', () => {
    const random = randomOf(4);
    const alike = Array.from({ length: 60 }, () => [7]);
    const distinct = Array.from({ length: 60 }, (_, row) => [row]);
    const others = freshRows(200, random);
    expect(differenceOf(alike, others)!.standing).toBe('less-diverse');
    expect(differenceOf(distinct, others)!.standing).toBe('more-diverse');
  });

  it('tells the more diverse file, whichever is larger and on whichever side', () => {
    const random = randomOf(1);
    const wide = freshRows(300, random);
    const narrow = freshRows(900, random, (kind) => kind > 40);
    const found = differenceOf(wide, narrow)!;
    expect(found.standing).toBe('more-diverse');
    expect(found.ratio).toBeCloseTo(found.dataset.q1 / found.reference.q1, 12);
    expect(found.interval.low).toBeLessThan(found.ratio);
    expect(found.interval.high).toBeGreaterThan(found.ratio);
    expect(differenceOf(narrow, wide)!.standing).toBe('less-diverse');
  });

  it('is as sure as the file with fewer rows allows', () => {
    const found = differenceOf(freshRows(12, randomOf(2)), freshRows(300, randomOf(3)))!;
    // The 97.5 % point of Student's t with 11 degrees of freedom.
    const reach = Math.log(found.interval.high / found.ratio) / found.logDeviation;
    expect(reach).toBeCloseTo(2.200985, 5);
  });

  it('is undefined for fewer than two rows, and without kinds', () => {
    expect(differenceOf([[1]], [[1], [2]])).toBeUndefined();
    expect(differenceOf([[], []], [[1], [2]])).toBeUndefined();
  });
});
