/** Type–token ratio at which a factor ends. */
const THRESHOLD = 0.72;

/**
 * Measure of textual lexical diversity (MTLD): the mean length of a run of words before its type–token ratio falls to
 * 0.72, forwards and backwards averaged. What is left at the end counts as a part of a factor, (1 − TTR) / (1 − 0.72).
 * @param words numbers of words in the order of the text, below `types`; not mutated
 * @param types how many numbers there are
 * @returns in words, > 0; undefined where there are none. A text of different words only has its own length.
 * O(words) time, 4 bytes per type.
 * @see McCarthy & Jarvis (2010), doi:10.3758/BRM.42.2.381; `mtld` of LexicalRichness
 */
export function textualLexicalDiversity(words: Uint32Array, types: number): number | undefined {
  if (words.length === 0) return undefined;
  return (oneWay(words, types) + oneWay(words.slice().reverse(), types)) / 2;
}

function oneWay(words: Uint32Array, types: number): number {
  /** The last factor in which each word was seen, counted from 1. */
  const lastFactor = new Uint32Array(types);
  let factors = 0;
  let length = 0;
  let different = 0;
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    length++;
    if (lastFactor[word] !== factors + 1) different++;
    lastFactor[word] = factors + 1;
    if (different / length <= THRESHOLD) {
      factors++;
      length = different = 0;
    }
  }
  const rest = length === 0 ? 0 : (1 - different / length) / (1 - THRESHOLD);
  return factors + rest === 0 ? words.length : words.length / (factors + rest);
}
