import { TOPIC_STOP_WORDS } from './topicStopWords.ts';

/** Enough of a text to tell its subject; a row may be megabytes long. */
const MAX_LENGTH = 4_000;

/** Runs of the scripts that write words without spaces. */
const UNSPACED_RUNS =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+)/u;
const SPACED_WORDS = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’-]\p{L}[\p{L}\p{M}\p{N}]*)*/gu;

let segmenter: Intl.Segmenter | undefined;

/**
 * The different words of a text that could name its topic: lower case, NFKC, without numbers, stop words, single
 * characters and short hiragana, in order of appearance. Scripts without spaces are split by Intl.Segmenter, everything else by pattern,
 * which is ten times as fast. Only the first 4,000 characters are read.
 */
export function topicTerms(text: string): Set<string> {
  const terms = new Set<string>();
  const folded = text.slice(0, MAX_LENGTH).normalize('NFKC').toLowerCase();
  folded.split(UNSPACED_RUNS).forEach((run, place) => {
    // Splitting by a pattern with a group puts what the group matched at the odd places.
    if (place % 2 === 0) {
      for (const [word] of run.matchAll(SPACED_WORDS)) addTerm(word.replaceAll('’', "'"), terms);
    } else {
      segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
      for (const { segment } of segmenter.segment(run)) addTerm(segment, terms);
    }
  });
  return terms;
}

/** Endings and particles, as which the segmenter cuts them off: words in hiragana alone that mean something are longer. */
const SHORT_HIRAGANA = /^[\p{Script=Hiragana}ー]{1,3}$/u;

function addTerm(word: string, terms: Set<string>): void {
  if (word.length < 2 || word.length > 40) return;
  if (!TOPIC_STOP_WORDS.has(word) && !SHORT_HIRAGANA.test(word)) terms.add(word);
}
