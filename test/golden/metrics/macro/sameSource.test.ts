import { describe, expect, test } from 'vitest';
import { selectRows } from '../../../../src/metrics/embed/embeddingMatrix.ts';
import { sampleIndexes } from '../../../../src/metrics/stats/sampleIndexes.ts';
import { embedRows } from '../../../unit/metrics/embed/embeddedTexts.ts';
import { recutFiguresOf } from '../../../unit/metrics/macro/recutFiguresOf.ts';
import { hasSharedData, readShared } from '../readShared.ts';

// Solutions of sums have no sharp topics: where they are cut is partly chance, and what is said of them must bear that.
describe.skipIf(!hasSharedData)('rows of one source (needs ../shared/data)', () => {
  const embed = (file: string) => embedRows(readShared(file).map((row) => [String(row['answer'])]));
  const macroOf = (matrix: ReturnType<typeof embed>) =>
    recutFiguresOf(matrix, { seed: 1, commonRows: 1_000 });
  const train = hasSharedData ? embed('gsm8k-train') : undefined!;

  test('samples of 1,000 show about as many topics, and 95 % intervals hold their mean', () => {
    const figures = Array.from({ length: 12 }, (_, seed) =>
      macroOf(selectRows(train, sampleIndexes(train.rows, 1_000, seed + 1))),
    );
    const counts = figures.map(({ hill }) => hill.q1);
    const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
    expect(Math.max(...counts) / Math.min(...counts)).toBeLessThan(1.5);
    const holding = figures.filter(
      ({ interval }) => interval!.low <= mean && mean <= interval!.high,
    );
    // Ten or more of twelve with a probability of 98 %.
    expect(holding.length).toBeGreaterThanOrEqual(10);
  });

  test('a file of 7,473 rows and one of 1,319 have as many topics at 1,000 rows', () => {
    const [larger, smaller] = [macroOf(train), macroOf(embed('gsm8k-test'))].map(
      ({ atCommonRows }) => {
        if ('absence' in atCommonRows) throw new Error('too few rows');
        return atCommonRows.interval;
      },
    );
    expect(larger!.low).toBeLessThan(smaller!.high);
    expect(smaller!.low).toBeLessThan(larger!.high);
  });
});
