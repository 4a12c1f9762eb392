/** How many kinds have each count: few numbers where many kinds are. */
export interface CountFrequencies {
  /** The different counts ≥ 1, ascending. */
  readonly counts: Float64Array;
  /** Kinds that have each of them. */
  readonly kinds: Float64Array;
  /** Kinds with a count, and the sum of their counts. */
  readonly kindCount: number;
  readonly total: number;
  /** Kinds counted exactly once and exactly twice. */
  readonly once: number;
  readonly twice: number;
}

/** Counts below this are found by a table, the few above by sorting. */
const TABLE_LIMIT = 2048;

/**
 * Groups kinds by count. Whatever is computed from the groups does not depend on the order of the kinds.
 * @param counts integers ≥ 0; zeros are no kinds; not mutated
 * @throws RangeError if a count is negative or no integer
 * O(kinds) time but for the sorting of large counts.
 */
export function countFrequencies(counts: ArrayLike<number>): CountFrequencies {
  const table = new Float64Array(TABLE_LIMIT);
  const large: number[] = [];
  const total = tabulate(counts, table, large);
  const distinct: number[] = [];
  const kinds: number[] = [];
  for (let count = 1; count < TABLE_LIMIT; count++) {
    if (table[count] === 0) continue;
    distinct.push(count);
    kinds.push(table[count]!);
  }
  for (const count of large.sort((a, b) => a - b)) {
    if (distinct.at(-1) === count) kinds[kinds.length - 1]!++;
    else {
      distinct.push(count);
      kinds.push(1);
    }
  }
  return {
    counts: Float64Array.from(distinct),
    kinds: Float64Array.from(kinds),
    kindCount: counts.length - table[0]!,
    total,
    once: table[1]!,
    twice: table[2]!,
  };
}

/** Counts the kinds of each count in the table, and lists the counts that are too large for it; returns the sum of all. */
function tabulate(counts: ArrayLike<number>, table: Float64Array, large: number[]): number {
  let total = 0;
  for (let kind = 0; kind < counts.length; kind++) {
    const count = counts[kind]!;
    if (!Number.isInteger(count) || count < 0) {
      throw new RangeError(`got count ${count} for kind ${kind}, expected an integer ≥ 0`);
    }
    total += count;
    if (count < TABLE_LIMIT) table[count]!++;
    else large.push(count);
  }
  return total;
}
