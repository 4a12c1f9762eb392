import { codePhrases } from './codePhrases.ts';
import { japanesePhrases } from './japanesePhrases.ts';
import type { KindOfRow } from './kindOfRow.ts';
import { KEY_PHRASE_STOP_WORDS, ROMANCE_AND_GERMANIC_FUNCTION_WORDS } from './stopWords.ts';
import type { TextLanguage } from './textLanguage.ts';

/** Key phrases kept for one text, in order of appearance. */
const MAX_KEY_PHRASES = 4;

/** Content words side by side that make one phrase. */
const MAX_PHRASE_WORDS = 2;

/** The beginning of the text that is looked at, in UTF-16 units: the task is stated there. */
const MAX_PHRASE_TEXT = 240;

/** Particles at the end of a Korean word, longest first. */
const KOREAN_PARTICLE =
  /(?:에게서|으로써|으로서|에서는|에서의|으로|에서|에게|까지|부터|처럼|보다|이나|이란|라는|하고|은|는|이|가|을|를|에|의|로|와|과|도|만|란)$/;
/** Forms of 하다 at the end of a word: the noun before them is the task (번역해 → 번역). */
const KOREAN_HADA =
  /(?:해주세요|해주십시오|해줘|하세요|하십시오|합니다|하는|하여|하기|하고|하다|해서|해)$/;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(locale: string): Intl.Segmenter {
  const known = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' });
  segmenters.set(locale, known);
  return known;
}

/** What clings to a Chinese word in the segmenter's dictionary: 我想, 你的回答, 说的. */
const CHINESE_PRONOUN = /^(?:我们|你们|他们|我|你|您|他|她|它)[的在想是要]?/;
const CHINESE_PARTICLE = /[的了着过吗呢]$/;

/** A content word in the form in which it is counted, or undefined for a word that says nothing. */
function contentWord(word: string, language: TextLanguage): string | undefined {
  const lower = word.toLowerCase();
  if (!/\p{L}/u.test(lower)) return undefined;
  const stops = KEY_PHRASE_STOP_WORDS.get(language) ?? ROMANCE_AND_GERMANIC_FUNCTION_WORDS;
  if (stops.has(lower)) return undefined;
  if (language === 'zh') {
    const word = lower.replace(CHINESE_PRONOUN, '').replace(CHINESE_PARTICLE, '');
    return word.length < 2 || stops.has(word) ? undefined : word;
  }
  if (language === 'ko') {
    const stem = lower.replace(KOREAN_HADA, '').replace(KOREAN_PARTICLE, '');
    const noun = stem.length > 1 ? stem : lower;
    return noun.length < 2 || stops.has(noun) ? undefined : noun;
  }
  // A single Thai letter, or two letters of others, are hardly ever a word that tells the task.
  return lower.length < (language === 'other' || language === 'ru' ? 3 : 2) ? undefined : lower;
}

function wordRuns(segments: Iterable<Intl.SegmentData>, language: TextLanguage): KindOfRow[] {
  const kinds: KindOfRow[] = [];
  const joint = language === 'zh' || language === 'th' ? '' : ' ';
  let run: string[] = [];
  const close = (): void => {
    if (run.length > 0) kinds.push({ name: run.join(joint), source: 'key-phrases' });
    run = [];
  };
  for (const { segment, isWordLike } of segments) {
    const word = isWordLike === true ? contentWord(segment, language) : undefined;
    if (word !== undefined) {
      run.push(word);
      if (run.length === MAX_PHRASE_WORDS) close();
    } else if (segment !== ' ') close();
  }
  close();
  return kinds;
}

/**
 * Kinds of a text whose language has no rules for verbs and nouns here: short phrases of content words, cut by
 * `Intl.Segmenter` with the language's locale. Depends on the dictionary of the ICU that Node brings for Japanese, Chinese
 * and Thai.
 * @returns distinct kinds in order of appearance, at most 4
 */
export function keyPhrases(text: string, language: TextLanguage): KindOfRow[] {
  const form = /^(?:ja|zh|ko)$/.test(language) ? 'NFKC' : 'NFC';
  const beginning = text.slice(0, MAX_PHRASE_TEXT).toWellFormed().normalize(form);
  const kinds = phrasesOf(beginning, language);
  const distinct = new Map(kinds.map((kind) => [kind.name, kind]));
  return [...distinct.values()].slice(0, MAX_KEY_PHRASES);
}

function phrasesOf(text: string, language: TextLanguage): KindOfRow[] {
  if (language === 'code') return codePhrases(text);
  const segments = segmenterOf(language === 'other' ? 'und' : language).segment(text);
  return language === 'ja'
    ? japanesePhrases(Array.from(segments, ({ segment }) => segment))
    : wordRuns(segments, language);
}
