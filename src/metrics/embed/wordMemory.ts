import { hashedColumns } from './hashedFeature.ts';
import { LARGEST_SUM } from './rowStore.ts';
import { longestWord } from './scanWords.ts';
import { staticColumns } from './wordVectors.ts';

// Where a table of words keeps what, for its kernels as well, see kernels/sumEntries.ts.

export const MOST_WORDS = 49_152;

/** A word’s record in units of 32 bits: one line of the cache. */
export const RECORD = 16;
export const HASH = 0;
export const OTHER_HASH = 1;
export const COUNT = 2;
export const STATIC_FACTOR = 3;
export const HASHED_FACTOR = 4;
/** Entries of the hashed row; those beyond what the record has room for follow from the byte REST on. */
export const ENTRIES = 5;
export const REST = 6;
export const FIRST_ENTRY = 7;
export const RECORD_BYTES = 4 * RECORD;
export const FIRST_ENTRY_BYTE = 4 * FIRST_ENTRY;
/** An entry is a column and its value, one byte each. Words of up to 17 letters have no more. */
export const ENTRIES_IN_RECORD = (RECORD_BYTES - FIRST_ENTRY_BYTE) / 2;
/** Those of the longest word: all its n-grams and itself. */
const MOST_ENTRIES = longestWord + 1;

// What lies where in the memory, in bytes. It is as large as it ever becomes: what is never written takes no room.
export const SUMS = 0;
export const PLACES = SUMS + 4 * hashedColumns;
export const FACTORS = PLACES + 4 * LARGEST_SUM;
export const RECORDS = FACTORS + 2 * LARGEST_SUM;
export const ROWS = RECORDS + RECORD_BYTES * MOST_WORDS;
export const RESTS = ROWS + staticColumns * MOST_WORDS;
export const MEMORY_BYTES = RESTS + 2 * (MOST_ENTRIES - ENTRIES_IN_RECORD) * MOST_WORDS;
