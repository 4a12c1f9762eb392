import { describe, expect, it } from 'vitest';
import { fuzzyJoin } from '../../../../src/metrics/flags/fuzzyJoin.ts';
import { createShingler } from '../../../../src/metrics/text/shingles.ts';
import { createTokenBuffer } from '../../../../src/metrics/text/tokenBuffer.ts';
import { tokenColumnBuilder } from '../../../../src/metrics/text/tokenColumn.ts';

function shinglesOf(texts: readonly string[], shingleTokens = 1) {
  const column = tokenColumnBuilder();
  const tokens = createTokenBuffer();
  const shingler = createShingler(shingleTokens);
  for (const text of texts) {
    tokens.read(text);
    shingler.add(tokens);
    shingler.endRow(column.pushAll);
    column.endRow();
  }
  return column.build();
}

const words = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, at) => `${prefix}${at}`).join(' ');

describe('fuzzyJoin', () => {
  it('finds nothing in no rows, and nothing among rows without shingles', () => {
    expect(fuzzyJoin(shinglesOf([]), 0.8)).toEqual({
      equalSets: [],
      first: new Uint32Array(0),
      second: new Uint32Array(0),
      similarity: new Float64Array(0),
      complete: true,
      givenUp: false,
    });
    expect(fuzzyJoin(shinglesOf(['', '!', '?']), 0.1).equalSets).toEqual([]);
  });

  it('finds a pair at exactly the threshold, and none just above it', () => {
    // Four words of five in common, one more each: 4 / 6.
    const sets = shinglesOf(['a b c d e', 'a b c d f']);
    expect([...fuzzyJoin(sets, 4 / 6).similarity]).toEqual([4 / 6]);
    expect([...fuzzyJoin(sets, 0.667).similarity]).toEqual([]);
  });

  it('collapses equal sets into groups and joins their first rows only', () => {
    const near = 'the quick brown fox jumps over the lazy dog';
    const sets = shinglesOf([near, 'unlike', `${near}!`, `${near} now`, near.toUpperCase()]);
    const similar = fuzzyJoin(sets, 0.8);
    expect(similar.equalSets).toEqual([[0, 2, 4]]);
    expect([...similar.first]).toEqual([0]);
    expect([...similar.second]).toEqual([3]);
    expect([...similar.similarity]).toEqual([8 / 9]);
  });

  it('finds a pair among sets of very different sizes and long sets', () => {
    const long = words(100_000, 'w');
    const sets = shinglesOf([long, 'w1 w2 w3', `${long} more`, words(10, 'w')]);
    const similar = fuzzyJoin(sets, 0.9);
    expect([...similar.first, ...similar.second]).toEqual([0, 2]);
  });

  it('takes thousands of copies and of rows from one template', () => {
    const template = words(60, 'w');
    const rows = Array.from({ length: 6000 }, (_, row) =>
      row % 2 === 0 ? template : `${template} number ${row % 1500} of ${row}`,
    );
    const similar = fuzzyJoin(shinglesOf(rows), 0.8, { maxPairs: 10_000 });
    expect(similar.equalSets[0]).toHaveLength(3000);
    expect(similar.complete).toBe(false);
    expect(similar.first.length).toBeLessThan(20_000);
  });

  it('stops early when it is cancelled', () => {
    const sets = shinglesOf(['a b c d e', 'a b c d f']);
    expect(fuzzyJoin(sets, 0.5, { isCancelled: () => true }).first).toHaveLength(0);
  });

  it.each([0, -1, 1.1, Number.NaN])('throws RangeError for a threshold of %d', (threshold) => {
    expect(() => fuzzyJoin(shinglesOf([]), threshold)).toThrow(RangeError);
  });
});
