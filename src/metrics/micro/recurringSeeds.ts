import { ngramIndex } from '../text/ngramIndex.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';
import { tokenQuarters, WORD_QUARTERS } from '../text/tokenQuarters.ts';
import { seedCandidates } from './seedCandidates.ts';

/** Four words: shorter wording recurs in any text. */
const SEED_QUARTERS = 4 * WORD_QUARTERS;
export const NO_SEED = -1;

/** All occurrences of the seeds that are in enough rows, seed by seed. */
export interface RecurringSeeds {
  /** Where the run of tokens that starts at each place and makes four words ends, 0 where its row has too few left. */
  readonly ends: Uint32Array;
  /** Number of the seed that starts at each place of the column, `NO_SEED` for none that recurs. */
  readonly at: Int32Array;
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
 * O(tokens) time, some 30 ns per token. 9 bytes per token, up to 18 MB of tables, and 8 bytes per occurrence of a seed.
 */
export function findRecurringSeeds(
  { values, offsets }: TokenColumn,
  minRows: number,
): RecurringSeeds {
  const ends = seedEnds({ values, offsets });
  const rows = offsets.length - 1;
  const isCandidate = seedCandidates({ values, offsets }, ends, minRows);
  const index = ngramIndex();
  const at = new Int32Array(values.length).fill(NO_SEED);
  const counts: number[] = [];
  const seedRows: number[] = [];
  const lastRow: number[] = [];
  for (let row = 0; row < rows; row++) {
    for (let place = offsets[row]!; place < offsets[row + 1]! && ends[place] !== 0; place++) {
      if (isCandidate[place] === 0) continue;
      const seed = index.numberOf(values, place, ends[place]!);
      at[place] = seed;
      counts[seed] = (counts[seed] ?? 0) + 1;
      if (lastRow[seed] === row) continue;
      lastRow[seed] = row;
      seedRows[seed] = (seedRows[seed] ?? 0) + 1;
    }
  }

  /** The new number of each seed that is in enough rows. */
  const renumbered = new Int32Array(counts.length).fill(NO_SEED);
  const recurring: number[] = [];
  const starts = [0];
  counts.forEach((count, seed) => {
    if (seedRows[seed]! < minRows) return;
    renumbered[seed] = recurring.length;
    recurring.push(seedRows[seed]!);
    starts.push(starts.at(-1)! + count);
  });
  const places = new Uint32Array(starts.at(-1)!);
  const rowOfPlace = new Uint32Array(places.length);
  const cursors = starts.slice();
  for (let row = 0; row < rows; row++) {
    for (let place = offsets[row]!; place < offsets[row + 1]!; place++) {
      const found = at[place]!;
      const seed = found === NO_SEED ? NO_SEED : renumbered[found]!;
      at[place] = seed;
      if (seed === NO_SEED) continue;
      const cursor = cursors[seed]!++;
      places[cursor] = place;
      rowOfPlace[cursor] = row;
    }
  }
  return {
    ends,
    at,
    rows: Uint32Array.from(recurring),
    offsets: Uint32Array.from(starts),
    places,
    rowOfPlace,
  };
}

function seedEnds({ values, offsets }: TokenColumn): Uint32Array {
  const ends = new Uint32Array(values.length);
  for (let row = 0; row + 1 < offsets.length; row++) {
    const rowEnd = offsets[row + 1]!;
    let quarters = 0;
    let end = offsets[row]!;
    for (let place = end; place < rowEnd; place++) {
      while (quarters < SEED_QUARTERS && end < rowEnd) quarters += tokenQuarters(values[end++]!);
      if (quarters < SEED_QUARTERS) break;
      ends[place] = end;
      quarters -= tokenQuarters(values[place]!);
    }
  }
  return ends;
}
