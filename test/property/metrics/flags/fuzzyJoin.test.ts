import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzyJoin, type SimilarPairs } from '../../../../src/metrics/flags/fuzzyJoin.ts';
import { linkingPairs } from '../../../../src/metrics/flags/linkingPairs.ts';
import { rowClusters } from '../../../../src/metrics/flags/rowClusters.ts';
import { mixBits } from '../../../../src/metrics/text/mixBits.ts';
import { columnOfSets, type TokenSets } from '../../../support/tokenSets.ts';

function jaccard(a: readonly number[], b: readonly number[]): number {
  const overlap = a.filter((value) => b.includes(value)).length;
  return overlap / (a.length + b.length - overlap);
}

/** Every pair of rows at or above the threshold, written as `row row similarity`. */
function byBruteForce(sets: TokenSets, threshold: number): string[] {
  const pairs: string[] = [];
  for (let a = 0; a < sets.length; a++) {
    for (let b = a + 1; b < sets.length; b++) {
      const similarity = jaccard(sets[a]!, sets[b]!);
      if (sets[a]!.length > 0 && similarity >= threshold) pairs.push(`${a} ${b} ${similarity}`);
    }
  }
  return pairs.sort();
}

/** The pairs of a join, rows of equal sets written out. */
function expanded({ equalSets, first, second, similarity }: SimilarPairs): string[] {
  const rowsOf = new Map(equalSets.map((rows) => [rows[0]!, rows]));
  const sameAs = (row: number) => rowsOf.get(row) ?? [row];
  const pairs: string[] = [];
  const add = (a: number, b: number, score: number) =>
    pairs.push(`${Math.min(a, b)} ${Math.max(a, b)} ${score}`);
  for (const rows of equalSets) {
    rows.forEach((a, at) => rows.slice(at + 1).forEach((b) => add(a, b, 1)));
  }
  similarity.forEach((score, pair) => {
    for (const a of sameAs(first[pair]!)) for (const b of sameAs(second[pair]!)) add(a, b, score);
  });
  return pairs.sort();
}

/** Components of rows, smallest row first, of a list of pairs. */
function components(rows: number, pairs: readonly string[]): string[] {
  const label = Array.from({ length: rows }, (_, row) => row);
  for (const pair of pairs) {
    const [a, b] = pair.split(' ').map(Number) as [number, number];
    const [low, high] = [Math.min(label[a]!, label[b]!), Math.max(label[a]!, label[b]!)];
    label.forEach((old, row) => (label[row] = old === high ? low : old));
  }
  return [...new Set(label)].map((name) =>
    label.flatMap((other, row) => (other === name ? [row] : [])).join(' '),
  );
}

// Few values, so that sets overlap; hashed, as shingles are. Edited copies of a base make near-duplicates of every degree.
const value = fc.nat({ max: 40 }).map((n) => mixBits(n + 1));
const anySet = fc.uniqueArray(value, { maxLength: 14 });
const edited = fc
  .tuple(
    fc.uniqueArray(value, { minLength: 6, maxLength: 20 }),
    fc.array(fc.nat(), { maxLength: 8 }),
  )
  .map(([base, dropped]) =>
    dropped.map((at) => base.filter((_, place) => place !== at % base.length)).concat([base]),
  );
const someSets = fc
  .tuple(fc.array(anySet, { maxLength: 12 }), fc.array(edited, { maxLength: 3 }))
  .map(([random, families]) => [...random, ...families.flat()]);
const someThreshold = fc.oneof(
  fc.constantFrom(0.1, 0.25, 1 / 3, 0.5, 2 / 3, 0.7, 0.75, 0.8, 0.9, 1),
  fc.double({ min: 0.01, max: 1, noNaN: true }),
);

describe('fuzzyJoin', () => {
  it('finds exactly the pairs that comparing all rows finds', () => {
    fc.assert(
      fc.property(someSets, someThreshold, (sets, threshold) => {
        const similar = fuzzyJoin(columnOfSets(sets), threshold);
        expect(similar.complete).toBe(true);
        expect(expanded(similar)).toEqual(byBruteForce(sets, threshold));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the same pairs whatever the order of rows', () => {
    fc.assert(
      fc.property(someSets, someThreshold, (sets, threshold) => {
        const last = sets.length - 1;
        const turned = expanded(fuzzyJoin(columnOfSets(sets.toReversed()), threshold)).map(
          (pair) => {
            const [a, b, similarity] = pair.split(' ');
            return `${last - Number(b)} ${last - Number(a)} ${similarity}`;
          },
        );
        expect(turned.sort()).toEqual(expanded(fuzzyJoin(columnOfSets(sets), threshold)));
      }),
    );
  });

  it('adds no pair between sets when every set is there twice', () => {
    fc.assert(
      fc.property(someSets, someThreshold, (sets, threshold) => {
        const once = fuzzyJoin(columnOfSets(sets), threshold);
        const twice = fuzzyJoin(columnOfSets([...sets, ...sets]), threshold);
        expect(twice.first).toEqual(once.first);
        expect(twice.second).toEqual(once.second);
        expect(twice.similarity).toEqual(once.similarity);
        expect(twice.equalSets.flat()).toHaveLength(2 * sets.filter((set) => set.length).length);
      }),
    );
  });

  it('lists pairs in order and leaves its input as it was', () => {
    fc.assert(
      fc.property(someSets, someThreshold, (sets, threshold) => {
        const column = columnOfSets(sets);
        const before = structuredClone(column);
        const { first, second } = fuzzyJoin(column, threshold);
        expect(column).toEqual(before);
        const keys = Array.from(first, (row, pair) => row * sets.length + second[pair]!);
        expect(keys).toEqual([...new Set(keys)].sort((a, b) => a - b));
      }),
    );
  });

  it('says so when it gives up, and never where nothing was met', () => {
    fc.assert(
      fc.property(someSets, someThreshold, fc.nat({ max: 9 }), (sets, threshold, maxSteps) => {
        const whole = fuzzyJoin(columnOfSets(sets), threshold);
        const short = fuzzyJoin(columnOfSets(sets), threshold, { maxSteps });
        expect(whole.givenUp).toBe(false);
        if (!short.givenUp) expect(expanded(short)).toEqual(expanded(whole));
        expect(expanded(whole)).toEqual(expect.arrayContaining(expanded(short)));
      }),
    );
  });

  it('links the same rows when pairs are capped, with true pairs only', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(someSets, someThreshold, fc.nat({ max: 5 }), (sets, threshold, maxPairs) => {
        const truth = byBruteForce(sets, threshold);
        const pairs = expanded(fuzzyJoin(columnOfSets(sets), threshold, { maxPairs }));
        expect(truth).toEqual(expect.arrayContaining(pairs));
        expect(components(sets.length, pairs)).toEqual(components(sets.length, truth));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('rowClusters', () => {
  it('are the connected components at any threshold from the floor of the pairs up', () => {
    fc.assert(
      fc.property(someSets, someThreshold, someThreshold, (sets, a, b) => {
        const [floor, threshold] = [Math.min(a, b), Math.max(a, b)];
        const everyText = Int32Array.from(sets.keys());
        const pairs = linkingPairs(fuzzyJoin(columnOfSets(sets), floor), everyText);
        const clusters = rowClusters(
          sets.length,
          [],
          pairs,
          (pair) => pairs.similarity[pair]! >= threshold,
        );
        const expected = components(sets.length, byBruteForce(sets, threshold));
        expect(clusters.map(({ rows }) => rows.join(' ')).sort()).toEqual(
          expected.filter((rows) => rows.includes(' ')).sort(),
        );
      }),
    );
  });
});
