import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEAK_KINDS, leakedRows } from '../../../../src/metrics/compare/leakedRows.ts';
import { mixBits } from '../../../../src/metrics/text/mixBits.ts';
import { columnOfSets, type TokenSets } from '../../../support/tokenSets.ts';

/** A hash of its own for each different set; 0, 0 for a row without text. */
const hashesOf = (sets: TokenSets) =>
  Uint32Array.from(
    sets.flatMap((set) => {
      const key = [...set].sort((a, b) => a - b).join(' ');
      let hash = 0;
      for (const character of key) hash = mixBits(hash ^ character.charCodeAt(0));
      return set.length === 0 ? [0, 0] : [hash, set.length];
    }),
  );

const THRESHOLD = 0.7;
const CONTAINMENT = { threshold: 0.9, minSize: 3 };
const none = {
  rows: new Uint32Array(0),
  referenceRows: new Uint32Array(0),
  similarities: new Float32Array(0),
};

const overlapOf = (a: readonly number[], b: readonly number[]) =>
  a.filter((value) => b.includes(value)).length;

/** The strongest kind and its similarity, by the definitions, pair by pair. */
function byBruteForce(dataset: TokenSets, reference: TokenSets): string[] {
  const isInside = (part: readonly number[], whole: readonly number[]) =>
    part.length >= CONTAINMENT.minSize &&
    whole.length >= 2 * part.length &&
    overlapOf(part, whole) / part.length >= CONTAINMENT.threshold;
  return dataset.flatMap((row, at) => {
    let best: { kind: number; similarity: number } = { kind: LEAK_KINDS.length, similarity: 0 };
    const offer = (kind: (typeof LEAK_KINDS)[number], similarity: number) => {
      const place = LEAK_KINDS.indexOf(kind);
      if (place < best.kind || (place === best.kind && similarity > best.similarity)) {
        best = { kind: place, similarity };
      }
    };
    for (const other of reference) {
      if (row.length === 0 || other.length === 0) continue;
      const overlap = overlapOf(row, other);
      const similarity = overlap / (row.length + other.length - overlap);
      if (similarity === 1) offer('exact', 1);
      if (similarity >= THRESHOLD) offer('fuzzy', similarity);
      if (isInside(row, other)) offer('contained', overlap / row.length);
      if (isInside(other, row)) offer('contains', overlap / other.length);
    }
    return best.kind === LEAK_KINDS.length
      ? []
      : [`${at} ${LEAK_KINDS[best.kind]} ${best.similarity}`];
  });
}

const value = fc.nat({ max: 40 }).map((n) => mixBits(n + 1));
// Rows are parts of a few bases, so that all kinds of match come up within and across the files.
const files = fc
  .array(fc.uniqueArray(value, { minLength: 6, maxLength: 20 }), { minLength: 1, maxLength: 3 })
  .chain((bases) => {
    const row = fc
      .tuple(fc.nat({ max: bases.length - 1 }), fc.nat({ max: 6 }), fc.integer({ min: 3, max: 20 }))
      .map(([base, start, length]) => bases[base]!.slice(start, start + length));
    const rows = fc.array(fc.oneof(row, fc.uniqueArray(value, { maxLength: 8 })), {
      maxLength: 12,
    });
    return fc.tuple(rows, rows);
  });

describe('leakedRows', () => {
  it(
    'finds the rows that comparing all rows of both files finds, each by its strongest match',
    { tags: 'slow' },
    () => {
      fc.assert(
        fc.property(files, ([dataset, reference]) => {
          const all = [...dataset, ...reference];
          const { rows, referenceRows, kinds, similarities, complete } = leakedRows({
            hashes: hashesOf(all),
            shingles: columnOfSets(all),
            datasetRows: dataset.length,
            threshold: THRESHOLD,
            containment: CONTAINMENT,
            near: none,
          });
          expect(complete).toBe(true);
          const found = Array.from(
            rows,
            (row, at) => `${row} ${LEAK_KINDS[kinds[at]!]} ${similarities[at]}`,
          );
          expect(found).toEqual(byBruteForce(dataset, reference));
          for (const row of referenceRows) expect(row).toBeLessThan(reference.length);
        }),
        { numRuns: 2000 },
      );
    },
  );

  it('takes a near meaning where nothing stronger is found, and nothing within one file', () => {
    const set = [1, 2, 3, 4, 5].map(mixBits);
    const others = [[6, 7, 8].map(mixBits), [9, 10, 11].map(mixBits)];
    const all = [set, set, others[0]!, set, others[1]!];
    const search = { threshold: 0.8, containment: CONTAINMENT, datasetRows: 3 };
    const near = {
      rows: Uint32Array.of(0, 2),
      referenceRows: Uint32Array.of(1, 1),
      similarities: Float32Array.of(0.97, 0.9375),
    };
    const found = leakedRows({
      ...search,
      hashes: hashesOf(all),
      shingles: columnOfSets(all),
      near,
    });
    expect({
      rows: [...found.rows],
      referenceRows: [...found.referenceRows],
      kinds: Array.from(found.kinds, (kind) => LEAK_KINDS[kind]),
      similarities: [...found.similarities],
    }).toEqual({
      rows: [0, 1, 2],
      referenceRows: [0, 0, 1],
      kinds: ['exact', 'exact', 'semantic'],
      similarities: [1, 1, 0.9375],
    });
  });
});
