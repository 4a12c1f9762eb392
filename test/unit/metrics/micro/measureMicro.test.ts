import { describe, expect, it } from 'vitest';
import { measureMicro } from '../../../../src/metrics/micro/measureMicro.ts';
import { tokenColumnBuilder } from '../../../../src/metrics/text/tokenColumn.ts';

const columnOf = (rows: readonly (readonly number[])[]) => {
  const column = tokenColumnBuilder();
  for (const row of rows) {
    row.forEach((token) => column.push(token));
    column.endRow();
  }
  return column.build();
};
const options = { seed: 1, commonRows: 1000 };
const names = [' the', ' cat', '.', '\n', '7'];
const tokenizer = (decodeToken = (token: number) => names[token]!) => ({
  encoding: 'o200k_base' as const,
  vocabularySize: 5,
  decodeToken,
});

const levelOf = (rows: readonly (readonly number[])[], decoder = tokenizer()) =>
  measureMicro([columnOf(rows)], decoder, options).together!;

describe('measureMicro', () => {
  it('returns undefined where no row has a token', () => {
    const none = { each: [undefined], together: undefined };
    expect(measureMicro([columnOf([])], tokenizer(), options)).toEqual(none);
    expect(measureMicro([columnOf([[], []])], tokenizer(), options)).toEqual(none);
  });

  it('measures two rows as by hand, leaving out rows without tokens', () => {
    const level = levelOf([[0, 1, 2, 0], [], [0, 1, 3]]);
    // Counts 3, 2, 1, 1 of 7 tokens; H = log2 7 − (3 log2 3 + 2) / 7.
    const entropyBits = Math.log2(7) - (3 * Math.log2(3) + 2) / 7;
    expect(level).toMatchObject({ rows: 2, tokens: 7, types: 4, encoding: 'o200k_base' });
    expect(level.entropyBits).toBeCloseTo(entropyBits, 12);
    expect(level.hill.q0).toBe(4);
    expect(level.hill.q1).toBeCloseTo(2 ** entropyBits, 12);
    expect(level.hill.q2).toBeCloseTo(49 / 15, 12);
    expect(level.evenness).toBeCloseTo(entropyBits / 2, 12);
    expect(level.hapaxShare).toBe(1 / 2);
    expect(level.expectationAdjustedDistinct).toBeCloseTo(4 / (5 * (1 - 0.8 ** 7)), 12);
    expect(level.distinct).toEqual([4 / 7]);
    // In rows: Q₁ = 2 types in one row, Q₂ = 2 in both, U = 6: Ĉ = 1 − 2/6 · 2/(2 + 4).
    expect(level.sampleCoverage).toBeCloseTo(8 / 9, 12);
    expect(level.midBand).toEqual({ minCount: 1, maxCount: 1, types: 2, tokensPerRow: 1 });
    expect(level.length).toMatchObject({ min: 3, median: 3.5, max: 4, mean: 3.5 });
    expect(level.rankFrequency).toEqual([
      { rank: 1, count: 3 },
      { rank: 2, count: 2 },
      { rank: 3, count: 1 },
      { rank: 4, count: 1 },
    ]);
    expect(level.top).toEqual([
      { name: ' the', count: 3 },
      { name: ' cat', count: 2 },
    ]);
  });

  it('measures fields together as if the second stood after the first in each row', () => {
    const first = [[0, 1], [], [2], []];
    const second = [[3], [1, 1], [], []];
    const { each, together } = measureMicro(
      [columnOf(first), columnOf(second)],
      tokenizer(),
      options,
    );
    expect(each).toEqual([levelOf(first), levelOf(second)]);
    expect(together).toEqual(levelOf([[0, 1, 3], [1, 1], [2], []]));
  });

  it('leaves out what is undefined for a single token', () => {
    const level = levelOf([[4]]);
    expect(level.distinct).toEqual([1]);
    expect(level).not.toHaveProperty('sampleCoverage');
    expect(level).not.toHaveProperty('evenness');
    expect(level).not.toHaveProperty('zipfSlope');
    expect(level.hapaxShare).toBe(1);
    expect(level.hill).toEqual({ q0: 1, q1: 1, q2: 1 });
    expect(level.top).toEqual([{ name: '7', count: 1 }]);
  });

  it('thins the rank–frequency curve to 64 points and keeps both ends', () => {
    const rows = Array.from({ length: 5000 }, (_, token) => [token]);
    const { rankFrequency, top } = levelOf(
      rows,
      tokenizer((token) => `w${token}`),
    );
    expect(rankFrequency.length).toBeLessThanOrEqual(64);
    expect(rankFrequency[0]).toEqual({ rank: 1, count: 1 });
    expect(rankFrequency.at(-1)).toEqual({ rank: 5000, count: 1 });
    expect(rankFrequency.map(({ rank }) => rank)).toEqual(
      [...new Set(rankFrequency.map(({ rank }) => rank))].sort((a, b) => a - b),
    );
    expect(top).toHaveLength(30);
    expect(top[0]!.name).toBe('w0');
  });
});
