/** What a character is to the scanner: nothing, part of a word, a word by itself, or part of an unspaced run. */
export const characterClass = { separator: 1, word: 2, symbol: 3, ideograph: 4 } as const;

const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々〆]/u;
const word = /[\p{L}\p{M}\p{N}]/u;
const separator = /[\s\p{C}]/u;

// Filled as characters come up: to classify all 65,536 beforehand would cost more than most files need.
const known = new Uint8Array(0x10000);

/** The class of a code point; a lone surrogate is a separator. O(1). */
export function classOfCodePoint(codePoint: number): number {
  if (codePoint > 0xffff) return classify(codePoint);
  return (known[codePoint] ||= classify(codePoint));
}

function classify(codePoint: number): number {
  const character = String.fromCodePoint(codePoint);
  if (ideograph.test(character)) return characterClass.ideograph;
  if (word.test(character)) return characterClass.word;
  if (separator.test(character)) return characterClass.separator;
  return characterClass.symbol;
}
