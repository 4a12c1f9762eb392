import { TOPIC_STOP_WORDS } from './topicStopWords.ts';

/** Runs of the scripts that write words without spaces. */
const UNSPACED_RUNS =
  /([\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー々]+)/u;
const SPACED_WORDS = /\p{L}[\p{L}\p{M}\p{N}]*(?:['-]\p{L}[\p{L}\p{M}\p{N}]*)*/gu;

let segmenter: Intl.Segmenter | undefined;

/**
 * The words of a text in order of appearance: lower case, NFKC, without numbers. Scripts without spaces are split by
 * Intl.Segmenter, everything else by pattern, which is ten times as fast.
 */
export function topicWords(text: string): string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .split(UNSPACED_RUNS)
    .flatMap((run, place) =>
      // Splitting by a pattern with a group puts what the group matched at the odd places.
      place % 2 === 0 ? (run.match(SPACED_WORDS) ?? []) : unspacedWords(run),
    );
}

function unspacedWords(run: string): string[] {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  return Array.from(segmenter.segment(run), ({ segment }) => segment);
}

/** Endings and particles, as which the segmenter cuts them off: words in hiragana alone that mean something are longer. */
const SHORT_HIRAGANA = /^[\p{Script=Hiragana}ー]{1,3}$/u;

/** Whether a word could name a topic: it is no stop word, no single character and no short hiragana. */
export function isTopicTerm(word: string): boolean {
  if (word.length < 2 || word.length > 40) return false;
  return !TOPIC_STOP_WORDS.has(word) && !SHORT_HIRAGANA.test(word);
}
