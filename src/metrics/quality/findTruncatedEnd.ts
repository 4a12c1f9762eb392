import type { Span } from './span.ts';

/** Shorter texts, titles and names, end as they like. */
const MIN_LENGTH = 120;
const UNFINISHED_WORD =
  /(?:^|\s)(?:a|an|the|and|or|but|of|to|with|for|from|by|at|as|in|into|because|which|that|whose|is|are|was|were|be|your|their|its|our|my)$/i;

/**
 * The end of a text that stops in the middle of a sentence: after a comma, an article, a conjunction or a preposition of
 * English, a comma of Chinese or Japanese, or inside a fenced block of code that no fence ends. O(length).
 */
export function findTruncatedEnd(text: string): Span | undefined {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) <= 0x20) end--;
  if (end < MIN_LENGTH) return undefined;
  const tail = text.slice(end - 40, end);
  const isOpenFence =
    text.includes('```') &&
    !tail.endsWith('```') &&
    (text.split('\n```').length + (text.startsWith('```') ? 1 : 0)) % 2 === 0;
  const last = tail.slice(-1);
  if (
    !isOpenFence &&
    last !== ',' &&
    last !== '、' &&
    last !== '，' &&
    !UNFINISHED_WORD.test(tail)
  ) {
    return undefined;
  }
  return { start: end - 40, end };
}
