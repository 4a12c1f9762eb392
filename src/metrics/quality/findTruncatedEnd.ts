import type { Span } from './span.ts';

/** Titles, names and answers of a few words end as they like: on a comma, or a word that ends few sentences. */
const MIN_LENGTH = 120;
const UNFINISHED_WORD =
  /(?:^|\s)(?:a|an|the|and|or|but|of|to|with|for|from|by|at|as|in|into|because|which|that|whose|is|are|was|were|be|your|their|its|our|my)$/i;
/** Ends no sentence of any length; alone it may be the answer of an exercise. */
const UNFINISHED_PHRASE =
  /\S\s+(?:and|or|but|of|to|with|for|from|by|at|as|in|into|on|because|that|than|is|was|are|were) (?:a|an|the)$/i;
const TAIL_LENGTH = 40;

/**
 * The end of a text that stops in the middle of a sentence: inside a fenced block of code that no fence ends, or after a
 * preposition or conjunction and an article of English, at any length; from 120 characters on also after a comma (also
 * of Chinese or Japanese) or one article, conjunction or preposition of English. O(length).
 */
export function findTruncatedEnd(text: string): Span | undefined {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= 0x20) end--;
  const start = Math.max(0, end - TAIL_LENGTH);
  const tail = text.slice(start, end);
  const endsInLetter = /[a-z]$/i.test(tail);
  const isTruncated =
    (endsInLetter && UNFINISHED_PHRASE.test(tail)) ||
    (end >= MIN_LENGTH && (endsInLetter ? UNFINISHED_WORD : /[,、，]$/).test(tail)) ||
    (!tail.endsWith('```') && hasOpenFence(text));
  return isTruncated ? { start, end } : undefined;
}

/** Whether a fence that begins a line is ended by no other, whether that begins a line or not. */
function hasOpenFence(text: string): boolean {
  if (!text.includes('```')) return false;
  const beginnings = text.split('\n```').length - (text.startsWith('```') ? 0 : 1);
  return beginnings % 2 === 1 && text.split('```').length % 2 === 0;
}
