import { FIRST_HASH, hashUnit, otherHashUnit } from '../embed/hashedFeature.ts';
import { isAscii } from '../text/isAscii.ts';
import type { CountedTerms, TermCounts } from './termCounts.ts';
import { isTopicTerm, topicWords } from './topicTerms.ts';
import { createWordNumbers, numberOf, type WordNumbers } from './wordNumbers.ts';

/** Counts the terms of topics, one topic after the other. */
export interface TermCounter {
  readonly words: WordNumbers;
  /** For each word its place among the terms, or NO_TERM. */
  readonly placeOfWord: number[];
  readonly terms: string[];
  /** For each term the texts of the topic at hand that have it, and the last text that had it. */
  readonly counts: number[];
  readonly lastTexts: number[];
  /** Texts so far. */
  texts: number;
  /** The terms of the topic at hand. */
  readonly found: number[];
  readonly topics: CountedTerms[];
}

const NO_TERM = -1;

/** Enough of a text to tell its subject; a row may be megabytes long. */
const MAX_LENGTH = 4_000;

export function createTermCounter(): TermCounter {
  return {
    words: createWordNumbers(),
    placeOfWord: [],
    terms: [],
    counts: [],
    lastTexts: [],
    texts: 0,
    found: [],
    topics: [],
  };
}

/** What was counted. */
export function termCounts({ terms, topics }: TermCounter): TermCounts {
  return { terms, topics };
}

/**
 * Counts the terms of a topic's texts; a term counts once per text, so that a long row does not outweigh the others. Only the
 * first 4,000 characters of a text are read.
 * @param texts those that show the topic best first
 * O(length), and words are looked up where they stand: most have come before, and no string is made of them.
 */
export function countTopic(counter: TermCounter, texts: Iterable<string>): void {
  const { found, counts, topics } = counter;
  for (const text of texts) countText(counter, text.slice(0, MAX_LENGTH));
  const places = Uint32Array.from(found);
  topics.push({ places, counts: places.map((place) => counts[place]!) });
  for (const place of found) counts[place] = 0;
  found.length = 0;
}

function countText(counter: TermCounter, text: string): void {
  counter.texts++;
  if (isAscii(text)) countAsciiWords(counter, text);
  else for (const word of topicWords(text)) countWholeWord(counter, word);
}

/** Kinds of ASCII characters. */
const DIGIT = 1;
const LETTER = 2;
/** Joins letters to one word. */
const JOINER = 3;
const KINDS = Uint8Array.from({ length: 128 }, (_, unit) => {
  const character = String.fromCharCode(unit);
  if (/[a-z]/i.test(character)) return LETTER;
  if (/[0-9]/.test(character)) return DIGIT;
  return /['-]/.test(character) ? JOINER : 0;
});
/** Makes capitals small, and leaves digits and joiners as they are. */
const SMALL = 0x20;

/** The words that `topicWords` finds in an ASCII text. */
function countAsciiWords(counter: TermCounter, text: string): void {
  const { length } = text;
  for (let at = 0; at < length; at++) {
    let unit = text.charCodeAt(at);
    if (KINDS[unit] !== LETTER) continue;
    const start = at;
    let hash = FIRST_HASH;
    let otherHash = FIRST_HASH;
    for (let goesOn = true; goesOn;) {
      hash = hashUnit(hash, unit | SMALL);
      otherHash = otherHashUnit(otherHash, unit | SMALL);
      if (++at === length) break;
      unit = text.charCodeAt(at);
      const kind = KINDS[unit]!;
      goesOn =
        kind === LETTER ||
        kind === DIGIT ||
        (kind === JOINER && at + 1 < length && KINDS[text.charCodeAt(at + 1)] === LETTER);
    }
    countWord(counter, text, start, at, hash, otherHash);
  }
}

function countWholeWord(counter: TermCounter, word: string): void {
  let hash = FIRST_HASH;
  let otherHash = FIRST_HASH;
  for (let at = 0; at < word.length; at++) {
    hash = hashUnit(hash, word.charCodeAt(at));
    otherHash = otherHashUnit(otherHash, word.charCodeAt(at));
  }
  countWord(counter, word, 0, word.length, hash, otherHash);
}

/** Counts the word that stands in a text from `start` to `end`. */
function countWord(
  counter: TermCounter,
  text: string,
  start: number,
  end: number,
  hash: number,
  otherHash: number,
): void {
  const { words, placeOfWord, counts, lastTexts, found, texts } = counter;
  const number = numberOf(words, hash, otherHash);
  if (number === placeOfWord.length) addWord(counter, text.slice(start, end).toLowerCase());
  const place = placeOfWord[number]!;
  if (place === NO_TERM || lastTexts[place] === texts) return;
  lastTexts[place] = texts;
  if (counts[place]!++ === 0) found.push(place);
}

function addWord({ placeOfWord, terms, counts, lastTexts }: TermCounter, word: string): void {
  if (!isTopicTerm(word)) {
    placeOfWord.push(NO_TERM);
    return;
  }
  placeOfWord.push(terms.length);
  // A copy: a piece of a text keeps the whole row from being let go.
  terms.push(` ${word}`.slice(1));
  counts.push(0);
  lastTexts.push(0);
}
