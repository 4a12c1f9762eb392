/** Rows that are equal in one field and differ in the other. */
export interface RowRepeats {
  readonly groups: number;
  readonly rows: number;
  /** The groups of most rows first, then by first row; at most `most`. */
  readonly largest: readonly {
    /** Ascending. */
    readonly rows: readonly number[];
    /** Different texts of the other field; rows that lack it have none. */
    readonly variants: number;
  }[];
}

/**
 * Groups of rows with equal texts in one field and at least two different texts in the other.
 * @param equal, other the first row of equal text in either field, see `firstEqualRows`
 * @param most groups that are listed
 * O(rows + groups · log groups) time.
 */
export function fieldRepeats(equal: Int32Array, other: Int32Array, most: number): RowRepeats {
  const groups = new Map<number, { rows: number[]; variants: Set<number> }>();
  for (let row = 0; row < equal.length; row++) {
    const first = equal[row]!;
    if (first < 0 || first === row) continue;
    let group = groups.get(first);
    if (!group) {
      group = { rows: [first], variants: new Set() };
      if (other[first]! >= 0) group.variants.add(other[first]!);
      groups.set(first, group);
    }
    group.rows.push(row);
    if (other[row]! >= 0) group.variants.add(other[row]!);
  }
  const repeated = [...groups.values()].filter(({ variants }) => variants.size > 1);
  repeated.sort((a, b) => b.rows.length - a.rows.length || a.rows[0]! - b.rows[0]!);
  return {
    groups: repeated.length,
    rows: repeated.reduce((sum, { rows }) => sum + rows.length, 0),
    largest: repeated
      .slice(0, most)
      .map(({ rows, variants }) => ({ rows, variants: variants.size })),
  };
}
