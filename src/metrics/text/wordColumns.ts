import { tokenColumnBuilder, type TokenColumn } from './tokenColumn.ts';
import type { ReadToken } from './wordReader.ts';

/** The words of many rows. */
export interface WordColumns {
  /** What stands between white space. */
  readonly tokens: TokenColumn;
  /** Words alone, numbered in the order in which they are first met. */
  readonly words: TokenColumn;
  /** Different words. */
  readonly wordTypes: number;
}

export interface WordColumnsBuilder {
  /** Adds a text to the row under construction. @param read all by one reader, which may read for other columns too */
  add(read: readonly ReadToken[]): void;
  endRow(): void;
  build(): WordColumns;
}

/** Puts the words of texts into columns. O(words). */
export function wordColumnsBuilder(): WordColumnsBuilder {
  const tokens = tokenColumnBuilder();
  const words = tokenColumnBuilder();
  /** The number + 1 of each word of the reader; 0 for those that were not met. */
  let numbers = new Uint32Array(1024);
  let wordTypes = 0;
  const numberOf = (word: number): number => {
    if (word >= numbers.length) {
      const larger = new Uint32Array(2 * word);
      larger.set(numbers);
      numbers = larger;
    }
    return (numbers[word] ||= ++wordTypes) - 1;
  };
  return {
    add(read) {
      for (const { token, words: found } of read) {
        tokens.push(token);
        for (const word of found) words.push(numberOf(word));
      }
    },
    endRow() {
      tokens.endRow();
      words.endRow();
    },
    build: () => ({ tokens: tokens.build(), words: words.build(), wordTypes }),
  };
}
