import { containedRows } from '../flags/containedRows.ts';
import { distinctSets, type DistinctSets } from '../flags/distinctSets.ts';
import { firstEqualRows } from '../flags/firstEqualRows.ts';
import { joinDistinctSets } from '../flags/fuzzyJoin.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';

/**
 * How a row of the data set repeats one of the reference, the strongest first. `contains`: the
 * reference's row is part of it.
 */
export const LEAK_KINDS = ['exact', 'fuzzy', 'contained', 'contains', 'semantic'] as const;
export type LeakKind = (typeof LEAK_KINDS)[number];

/** One entry of each list per leaked row of the data set, ascending by row: its strongest match. */
export interface LeakedRows {
  readonly rows: Uint32Array;
  /** Row of the reference; of equally good ones the first. */
  readonly referenceRows: Uint32Array;
  /** Place in LEAK_KINDS. */
  readonly kinds: Uint8Array;
  /** Jaccard similarity, contained share or cosine, in (0, 1]. */
  readonly similarities: Float64Array;
  /** Whether every leaked row was found; if not, finding contained rows would have taken too long. */
  readonly complete: boolean;
}

export interface LeakSearch {
  /** Of the data set's rows, then of the reference's: [rows, 2] hashes of texts, see `firstEqualRows`. */
  readonly hashes: Uint32Array;
  /** The same rows' distinct shingles, ascending, see `fuzzyJoin`. */
  readonly shingles: TokenColumn;
  /** Rows of the data set. */
  readonly datasetRows: number;
  /** Jaccard similarity from which rows are near-duplicates, in (0, 1]. */
  readonly threshold: number;
  /** Share of a row's shingles that have to stand in a row at least twice as long, and the fewest that are looked for. */
  readonly containment: { readonly threshold: number; readonly minSize: number };
  /** The nearest reference row in meaning for rows of the data set, as far as it is near enough. */
  readonly near: {
    readonly rows: Uint32Array;
    readonly referenceRows: Uint32Array;
    readonly similarities: Float32Array;
  };
  readonly isCancelled?: () => boolean;
}

/**
 * Rows of a data set that repeat rows of a reference: where the reference is an evaluation set, they contaminate it.
 *
 * Equal texts; shingles at or above the threshold, without misses (`fuzzyJoin` across the files); rows inside rows of the
 * other file (`containedRows`); near meanings. Pairs within a file are not looked for, so that thousands of copies in it cost
 * nothing.
 * @throws RangeError as `fuzzyJoin` and `containedRows`
 * Cost as those two, on both files together.
 */
export function leakedRows(search: LeakSearch): LeakedRows {
  const { datasetRows, shingles, threshold, near, isCancelled = () => false } = search;
  const best = createBest(datasetRows);
  addEqualTexts(search, best);
  const sets = distinctSets(shingles, Math.min(threshold, search.containment.threshold));
  const members = membersOf(sets, datasetRows);
  const across = { isCancelled, secondFile: datasetRows };
  const similar = joinDistinctSets(sets, threshold, across);
  for (const [first] of similar.equalSets) offerSets(best, members, 'fuzzy', first!, first!, 1);
  similar.first.forEach((first, pair) => {
    const second = similar.second[pair]!;
    const similarity = similar.similarity[pair]!;
    offerSets(best, members, 'fuzzy', first, second, similarity);
    offerSets(best, members, 'fuzzy', second, first, similarity);
  });
  const inside = containedRows(sets, { ...search.containment, ...across });
  inside.rows.forEach((row, at) => {
    const holder = inside.inRows[at]!;
    const share = inside.containment[at]!;
    offerSets(best, members, 'contained', row, holder, share);
    offerSets(best, members, 'contains', holder, row, share);
  });
  near.rows.forEach((row, at) => {
    best.offer('semantic', row, near.referenceRows[at]!, Math.min(1, near.similarities[at]!));
  });
  return { ...best.found(), complete: inside.complete };
}

/** The rows of a set in either file; reference rows numbered from 0. */
interface Members {
  readonly dataset: readonly number[];
  /** The first in the reference, −1 where it has none. */
  readonly firstReference: number;
}

function membersOf({ groups }: DistinctSets, datasetRows: number): (row: number) => Members {
  const groupOf = new Map(groups.map((rows) => [rows[0]!, rows]));
  return (row) => {
    const rows = groupOf.get(row) ?? [row];
    const firstReference = rows.find((member) => member >= datasetRows);
    return {
      dataset: rows.filter((member) => member < datasetRows),
      firstReference: firstReference === undefined ? -1 : firstReference - datasetRows,
    };
  };
}

function offerSets(
  best: Best,
  members: (row: number) => Members,
  kind: LeakKind,
  set: number,
  referenceSet: number,
  similarity: number,
): void {
  const { firstReference } = members(referenceSet);
  if (firstReference < 0) return;
  for (const row of members(set).dataset) best.offer(kind, row, firstReference, similarity);
}

function addEqualTexts({ hashes, datasetRows }: LeakSearch, best: Best): void {
  // The reference first, so that the first row of equal text is one of its rows wherever it has any.
  const referenceRows = hashes.length / 2 - datasetRows;
  const turned = new Uint32Array(hashes.length);
  turned.set(hashes.subarray(2 * datasetRows));
  turned.set(hashes.subarray(0, 2 * datasetRows), 2 * referenceRows);
  const firsts = firstEqualRows(turned);
  for (let row = 0; row < datasetRows; row++) {
    const first = firsts[referenceRows + row]!;
    if (first >= 0 && first < referenceRows) best.offer('exact', row, first, 1);
  }
}

type Best = ReturnType<typeof createBest>;

/** The strongest match of each row so far. */
function createBest(rows: number) {
  const kinds = new Uint8Array(rows).fill(LEAK_KINDS.length);
  const referenceRows = new Uint32Array(rows);
  const similarities = new Float64Array(rows);
  return {
    offer(kind: LeakKind, row: number, referenceRow: number, similarity: number): void {
      const place = LEAK_KINDS.indexOf(kind);
      const isBetter =
        place < kinds[row]! ||
        (place === kinds[row] &&
          (similarity > similarities[row]! ||
            (similarity === similarities[row] && referenceRow < referenceRows[row]!)));
      if (!isBetter) return;
      kinds[row] = place;
      referenceRows[row] = referenceRow;
      similarities[row] = similarity;
    },
    found() {
      const leaked = Uint32Array.from(kinds.keys()).filter(
        (row) => kinds[row]! < LEAK_KINDS.length,
      );
      return {
        rows: leaked,
        referenceRows: leaked.map((row) => referenceRows[row]!),
        kinds: Uint8Array.from(leaked, (row) => kinds[row]!),
        similarities: Float64Array.from(leaked, (row) => similarities[row]!),
      };
    },
  };
}
