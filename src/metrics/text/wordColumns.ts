import { WITHOUT_SPACES } from './scriptsWithoutSpaces.ts';
import { tokenColumnBuilder, type TokenColumn } from './tokenColumn.ts';

/** The words of many rows, numbered in the order in which they are first met. */
export interface WordColumns {
  /** What stands between white space, as it is written: `(2010),`. Segments where a script has no spaces. */
  readonly tokens: TokenColumn;
  /** Words alone: lower case, without digits, dashes and punctuation. */
  readonly words: TokenColumn;
  /** Different words. */
  readonly wordTypes: number;
}

export interface WordColumnsBuilder {
  /** Adds a text to the row under construction. */
  add(text: string): void;
  endRow(): void;
  build(): WordColumns;
}

interface Chunk {
  readonly token: number;
  readonly words: readonly number[];
}

/** Deleted, so that the parts of a word grow together: `well-known` is one word, `3rd` is `rd`. */
const DELETED = /[\p{Nd}\p{Pd}]+/gu;
const BETWEEN_WORDS = /[\p{P}\p{S}\p{C}]+/u;

/**
 * Reads the words of texts row by row.
 *
 * Text is cut at white space. A piece with a character of a script without spaces (Han, kana, Thai, …) is cut further into the
 * word-like segments of `Intl.Segmenter`, whose dictionary is that of the running JavaScript engine.
 * O(length) time: some 15 million words a second with spaces, some 0.7 million segments without.
 * @see `tokenize` of LexicalRichness, whose words these are for English. Differs: digits, dashes and punctuation of all
 * scripts count as such, not those of ASCII only.
 */
export function wordColumnsBuilder(): WordColumnsBuilder {
  const segmenter = new Intl.Segmenter('und', { granularity: 'word' });
  const tokens = tokenColumnBuilder();
  const words = tokenColumnBuilder();
  const chunks = new Map<string, Chunk>();
  const wordNumbers = new Map<string, number>();

  const numberOfWord = (word: string): number => {
    let number = wordNumbers.get(word);
    if (number === undefined) {
      number = wordNumbers.size;
      wordNumbers.set(word, number);
    }
    return number;
  };
  const push = (content: string) => {
    let chunk = chunks.get(content);
    if (chunk === undefined) {
      const parts = content.toLowerCase().replace(DELETED, '').split(BETWEEN_WORDS);
      const found = parts.filter((part) => part !== '').map(numberOfWord);
      chunk = { token: chunks.size, words: found };
      chunks.set(content, chunk);
    }
    tokens.push(chunk.token);
    for (const word of chunk.words) words.push(word);
  };
  return {
    add(text) {
      const hasUnspaced = WITHOUT_SPACES.test(text);
      for (const content of text.split(/\s+/)) {
        if (content === '') continue;
        if (!hasUnspaced || !WITHOUT_SPACES.test(content)) {
          push(content);
          continue;
        }
        for (const { segment, isWordLike } of segmenter.segment(content)) {
          if (isWordLike) push(segment);
        }
      }
    },
    endRow() {
      tokens.endRow();
      words.endRow();
    },
    build: () => ({
      tokens: tokens.build(),
      words: words.build(),
      wordTypes: wordNumbers.size,
    }),
  };
}
