/** Words and their numbers, to which words can be added: an array and its index in one. */
export interface WordList {
  readonly length: number;
  get(word: string): number | undefined;
  at(number: number): string;
  /** Adds a word at the end; returns the new length. */
  push(word: string): number;
  /** Makes an added word known by its number. */
  set(word: string, number: number): void;
}

/** Stands behind each word of a text that is a list. */
export const WORD_END = '\x7f';
const WORD_END_UNIT = WORD_END.charCodeAt(0);

/**
 * A list of many words, of which few are asked for: made in a fifth of the time and memory that an array and a map take, as a
 * word becomes a string of its own only when it is asked for by its number.
 * @param words all different, each with WORD_END behind it, numbered from 0
 */
export function createWordList(words: string): WordList {
  const starts = startsOfWords(words);
  const slots = slotsOfWords(words, starts);
  const mask = slots.length - 1;
  const strings = new Array<string | undefined>(starts.length - 1);
  const added = new Map<string, number>();
  return {
    get length() {
      return strings.length;
    },
    get(word) {
      let slot = hashOf(word, 0, word.length) & mask;
      for (; slots[slot] !== 0; slot = (slot + 1) & mask) {
        const number = slots[slot]! - 1;
        if (isWordAt(words, starts[number]!, word)) return number;
      }
      return added.get(word);
    },
    at: (number) => (strings[number] ??= words.slice(starts[number], starts[number + 1]! - 1)),
    push: (word) => strings.push(word),
    set: (word, number) => void added.set(word, number),
  };
}

/** Where each word begins, and where the text ends. */
function startsOfWords(words: string): Uint32Array {
  const starts = [0];
  for (let at = 0; at < words.length; at++) {
    if (words.charCodeAt(at) === WORD_END_UNIT) starts.push(at + 1);
  }
  return Uint32Array.from(starts);
}

/** The words' numbers plus 1 where their hashes put them, 0 elsewhere: in at least half of the places. */
function slotsOfWords(words: string, starts: Uint32Array): Uint32Array {
  const count = starts.length - 1;
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * count + 2)));
  const mask = slots.length - 1;
  for (let number = 0; number < count; number++) {
    let slot = hashOf(words, starts[number]!, starts[number + 1]! - 1) & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = number + 1;
  }
  return slots;
}

function isWordAt(words: string, start: number, word: string): boolean {
  const end = start + word.length;
  if (words.charCodeAt(end) !== WORD_END_UNIT) return false;
  for (let at = start; at < end; at++) {
    if (words.charCodeAt(at) !== word.charCodeAt(at - start)) return false;
  }
  return true;
}

/** FNV-1a over UTF-16 units, of which the lower bits are used. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}
