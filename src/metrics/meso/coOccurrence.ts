import { EXAMPLE_ROWS, type KindTable } from './kindTable.ts';

/** Fewer common rows than this are chance as likely as not. */
const LEAST_ROWS = 5;
/** Or than this share of the rows that have a kind. */
const LEAST_SHARE = 0.001;
/** The most frequent kinds are looked at: a table of all pairs of more would be too large. */
const MOST_KINDS = 1_000;
const MOST_LISTED = 20;

export interface CoOccurringPair {
  /** Indexes in the table, the more frequent kind first. */
  readonly kinds: readonly [number, number];
  /** Rows that have both. */
  readonly rows: number;
  /** Rows that have both, over what independence would give; above 1. */
  readonly lift: number;
  /** Normalised pointwise mutual information, above 0, 1 where neither occurs without the other. */
  readonly npmi: number;
  /** The first rows that have both, ascending, at most 5. */
  readonly exampleRows: readonly number[];
}

export interface CoOccurrence {
  /** Common rows from which a pair is listed. */
  readonly minRows: number;
  /** Highest NPMI first, at most 20. */
  readonly pairs: readonly CoOccurringPair[];
}

/**
 * Pairs of kinds that rows have together more often than chance: NPMI = ln(p_ab / (p_a · p_b)) / −ln p_ab over all rows
 * measured (Bouma 2009), for pairs with at least 5 common rows and one in a thousand.
 * @returns no pairs where rows have one kind each. O(Σ kinds per row²) for the 1,000 most frequent kinds.
 */
export function coOccurrence(table: KindTable): CoOccurrence {
  const { counts, kindsOfRow, rows } = table;
  const minRows = Math.max(LEAST_ROWS, Math.ceil(LEAST_SHARE * rows));
  let kinds = 0;
  while (kinds < counts.length && kinds < MOST_KINDS && counts[kinds]! >= minRows) kinds++;
  // Triangular: the pair a < b is at b · (b − 1) / 2 + a.
  const together = new Uint32Array((kinds * (kinds - 1)) / 2);
  const { values, offsets } = kindsOfRow;
  for (let row = 0; row + 1 < offsets.length; row++) {
    const end = offsets[row + 1]!;
    for (let i = offsets[row]! + 1; i < end && values[i]! < kinds; i++) {
      const base = (values[i]! * (values[i]! - 1)) / 2;
      for (let j = offsets[row]!; j < i; j++) together[base + values[j]!]!++;
    }
  }
  const pairs: Omit<CoOccurringPair, 'exampleRows'>[] = [];
  for (let b = 1, at = 0; b < kinds; b++) {
    for (let a = 0; a < b; a++, at++) {
      const both = together[at]!;
      if (both < minRows) continue;
      const lift = (both * rows) / (counts[a]! * counts[b]!);
      if (lift <= 1) continue;
      // A lift above 1 leaves rows without both: the denominator is above 0.
      const npmi = Math.log(lift) / Math.log(rows / both);
      pairs.push({ kinds: [a, b], rows: both, lift, npmi });
    }
  }
  pairs.sort(
    (x, y) =>
      y.npmi - x.npmi || y.rows - x.rows || x.kinds[0] - y.kinds[0] || x.kinds[1] - y.kinds[1],
  );
  return {
    minRows,
    pairs: pairs
      .slice(0, MOST_LISTED)
      .map((pair) => ({ ...pair, exampleRows: commonRows(table, pair.kinds) })),
  };
}

function commonRows({ rowsOfKind }: KindTable, [a, b]: readonly [number, number]): number[] {
  const { values, offsets } = rowsOfKind;
  const found: number[] = [];
  let i = offsets[a]!;
  let j = offsets[b]!;
  while (i < offsets[a + 1]! && j < offsets[b + 1]! && found.length < EXAMPLE_ROWS) {
    if (values[i]! === values[j]!) found.push(values[i]!);
    if (values[i]! <= values[j]!) i++;
    else j++;
  }
  return found;
}
