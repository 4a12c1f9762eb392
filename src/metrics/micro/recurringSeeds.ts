import { ngramIndex } from '../text/ngramIndex.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';
import { tokenQuarters, WORD_QUARTERS } from '../text/tokenQuarters.ts';
import { seedCandidates } from './seedCandidates.ts';

/** Four words: shorter wording recurs in any text. */
const SEED_QUARTERS = 4 * WORD_QUARTERS;

/** All occurrences of the seeds that are in enough rows, seed by seed. */
export interface RecurringSeeds {
  /** Tokens of the shortest run that starts at each place and makes four words, 0 where its row has too few left. */
  readonly lengths: Uint8Array;
  /** One more than the number of the seed that starts at each place of the column, 0 for none that recurs. */
  readonly at: Uint32Array;
  /** Rows of each seed. */
  readonly rows: Uint32Array;
  /** Places and rows of the occurrences of seed i: [offsets[i], offsets[i + 1]), ascending. */
  readonly offsets: Uint32Array;
  readonly places: Uint32Array;
  readonly rowOfPlace: Uint32Array;
}

/**
 * The shortest runs of tokens that make four words (four words with spaces, eight characters of Han or kana, sixteen of
 * Thai) and that are in enough rows.
 * @param column tokens from `TokenBuffer`, one row per text; not mutated
 * @param minRows rows that a seed is in at least, an integer ≥ 2
 * O(tokens) time, some 30 ns per token. 2 bytes per token, and 4 more where seeds recur; up to 18 MB of tables, and 8 bytes per
 * occurrence of a seed.
 */
export function findRecurringSeeds(
  { values, offsets }: TokenColumn,
  minRows: number,
): RecurringSeeds {
  const lengths = seedLengths({ values, offsets });
  const rows = offsets.length - 1;
  const isCandidate = seedCandidates({ values, offsets }, lengths, minRows);
  const index = ngramIndex();
  // Not filled, and touched at candidates only: most of its memory then is never fetched.
  const at = new Uint32Array(values.length);
  const counts: number[] = [];
  const seedRows: number[] = [];
  const lastRow: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) {
      if (isCandidate[place] === 0) continue;
      const seed = index.numberOf(values, place, place + lengths[place]!);
      at[place] = seed + 1;
      counts[seed] = (counts[seed] ?? 0) + 1;
      if (lastRow[seed] === row) continue;
      lastRow[seed] = row;
      seedRows[seed] = (seedRows[seed] ?? 0) + 1;
    }
  }

  /** One more than the new number of each seed that is in enough rows. */
  const renumbered = new Uint32Array(counts.length);
  const recurring: number[] = [];
  const starts = [0];
  counts.forEach((count, seed) => {
    if (seedRows[seed]! < minRows) return;
    recurring.push(seedRows[seed]!);
    renumbered[seed] = recurring.length;
    starts.push(starts.at(-1)! + count);
  });
  const places = new Uint32Array(starts.at(-1)!);
  const rowOfPlace = new Uint32Array(places.length);
  const cursors = starts.slice();
  for (let row = 0; row < rows; row++) {
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) {
      if (isCandidate[place] === 0) continue;
      const number = renumbered[at[place]! - 1]!;
      at[place] = number;
      if (number === 0) continue;
      const cursor = cursors[number - 1]!++;
      places[cursor] = place;
      rowOfPlace[cursor] = row;
    }
  }
  return {
    lengths,
    at,
    rows: Uint32Array.from(recurring),
    offsets: Uint32Array.from(starts),
    places,
    rowOfPlace,
  };
}

function seedLengths({ values, offsets }: TokenColumn): Uint8Array {
  const lengths = new Uint8Array(values.length);
  for (let row = 0; row + 1 < offsets.length; row++) {
    const rowEnd = offsets[row + 1]!;
    let quarters = 0;
    let end = offsets[row]!;
    for (let place = end; place < rowEnd; place++) {
      while (quarters < SEED_QUARTERS && end < rowEnd) quarters += tokenQuarters(values[end++]!);
      if (quarters < SEED_QUARTERS) break;
      lengths[place] = end - place;
      quarters -= tokenQuarters(values[place]!);
    }
  }
  return lengths;
}
