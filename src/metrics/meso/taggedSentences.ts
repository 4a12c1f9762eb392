import type { TaggedText } from './englishTagger.ts';

const ENDS = new Set(['.', '?', '!', ';', ':', '…', '...', '?!', '!!']);

/**
 * Cuts a tagged text at sentence ends, semicolons, colons and line breaks, which are left out. wink-nlp's own sentence
 * stage costs a third more time and does not cut at line breaks.
 */
export function taggedSentences(text: TaggedText): TaggedText[] {
  const sentences: TaggedText[] = [];
  let start = 0;
  const close = (end: number, next: number): void => {
    if (end > start) sentences.push(part(text, start, end));
    start = next;
  };
  text.words.forEach((word, i) => {
    if (text.pos[i] === 'SPACE' || ENDS.has(word)) close(i, i + 1);
    // `value of X. Show` comes as one word `x.`.
    else if (word.length > 1 && word.endsWith('.')) close(i + 1, i + 1);
  });
  close(text.words.length, text.words.length);
  return sentences;
}

const part = (text: TaggedText, start: number, end: number): TaggedText => ({
  words: text.words.slice(start, end),
  pos: text.pos.slice(start, end),
  lemmaAt: (index) => text.lemmaAt(start + index),
});
