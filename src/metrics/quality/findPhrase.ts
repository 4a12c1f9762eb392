import { isAscii } from '../text/isAscii.ts';
import phrases from './phrases.json' with { type: 'json' };
import type { Span } from './span.ts';

export type PhraseKind = keyof typeof phrases;

interface PhraseList {
  /** Phrases of scripts with spaces, by their first two units: they count where a paragraph begins. */
  readonly opening: ReadonlyMap<string, readonly string[]>;
  readonly anywhere: readonly string[];
}

const LISTS: Readonly<Record<PhraseKind, PhraseList>> = {
  refusal: listOf('refusal'),
  boilerplate: listOf('boilerplate'),
};

/** Units of a paragraph that are compared: the longest phrase with the punctuation between its words. */
const OPENING_LENGTH = 80;
const NOT_LATIN = /[^\0-\u024f\u2000-\u206f]/u;

/**
 * The first refusal, or phrase that says nothing, in a response, after the list in phrases.json. Phrases of scripts with spaces
 * count where a paragraph begins, whatever the case, the form of apostrophes and the punctuation between words; those of
 * Chinese, Japanese and Korean anywhere. The place is the paragraph that a phrase opens, or the phrase. O(length · phrases of such scripts).
 */
export function findPhrase(text: string, kind: PhraseKind): Span | undefined {
  const { opening, anywhere } = LISTS[kind];
  for (let start = 0; start < text.length; start = nextParagraph(text, start)) {
    while (start < text.length && text.charCodeAt(start) <= 0x20) start++;
    const phrasesHere = opening.get(text.slice(start, start + 2).toLowerCase());
    if (phrasesHere === undefined) continue;
    const beginning = text.slice(start, start + OPENING_LENGTH);
    const words = plainWords(beginning);
    const found = phrasesHere.find((phrase) => words.startsWith(phrase));
    if (found !== undefined) return { start, end: endOfParagraph(text, start) };
  }
  if (isAscii(text) || !NOT_LATIN.test(text)) return undefined;
  for (const phrase of anywhere) {
    const start = text.indexOf(phrase);
    if (start >= 0) return { start, end: start + phrase.length };
  }
  return undefined;
}

function endOfParagraph(text: string, from: number): number {
  const lineEnd = text.indexOf('\n', from);
  return from + text.slice(from, lineEnd < 0 ? undefined : lineEnd).trimEnd().length;
}

function nextParagraph(text: string, from: number): number {
  const lineEnd = text.indexOf('\n', from);
  return lineEnd < 0 ? text.length : lineEnd + 1;
}

/** Lower case, straight apostrophes, one space between words and nothing else. */
function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ');
}

function listOf(kind: PhraseKind): PhraseList {
  const opening = new Map<string, string[]>();
  for (const phrase of phrases[kind].opening) {
    const straight = phrase.slice(0, 2);
    for (const key of new Set([straight, straight.replace("'", '’')])) {
      opening.set(key, [...(opening.get(key) ?? []), phrase]);
    }
  }
  return { opening, anywhere: phrases[kind].anywhere };
}
