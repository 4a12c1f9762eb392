import { keyLength, longestMatch, type Lexicon } from './lexicon.ts';

/** The vocabulary of `bert-base-uncased`, the rows being its ids; its special tokens are no keys. */
export interface WordPieceVocabulary {
  /** Pieces that begin a word. */
  readonly initial: Lexicon;
  /** Pieces that go on with a word, without their `##`. */
  readonly continuation: Lexicon;
}

/** The id of `[UNK]`, which a word gets that the vocabulary cannot spell. */
export const unknownPiece = 100;

const longestWord = 100;

/**
 * WordPiece ids of a text, as `bert-base-uncased` has them without `[CLS]` and `[SEP]`. Text that looks like a special
 * token counts as ordinary text.
 * @param text any string, lone surrogates included
 * @returns ids, 0 … 30,521. O(length).
 * @see Devlin et al. 2019, doi:10.18653/v1/N19-1423; BertNormalizer and BertPreTokenizer of huggingface/tokenizers.
 */
export function wordPieces(text: string, vocabulary: WordPieceVocabulary): number[] {
  const ids: number[] = [];
  let clean = text.toLowerCase();
  if (/^[a-z\d]+$/.test(clean)) {
    appendPieces(clean, vocabulary, ids);
    return ids;
  }
  if (/[^\x20-\x7e]/.test(clean)) {
    clean = clean
      .replace(/[^\P{C}\t\n\r\p{Cs}]|\ufffd/gu, '')
      .normalize('NFD')
      .replace(/\p{Mn}/gu, '');
  }
  for (const [word] of clean.matchAll(basicToken)) appendPieces(word, vocabulary, ids);
  return ids;
}

// One punctuation mark or one ideograph, or a run of anything else that is not white space.
const isolated = String.raw`!-\/:-@\[-\x60{-~\p{P}\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{2fa1f}`;
const basicToken = new RegExp(String.raw`[${isolated}]|[^\s${isolated}]+`, 'gu');

function appendPieces(word: string, vocabulary: WordPieceVocabulary, ids: number[]): void {
  const before = ids.length;
  if (word.length > longestWord && Array.from(word).length > longestWord) {
    ids.push(unknownPiece);
    return;
  }
  for (let start = 0; start < word.length;) {
    const lexicon = start === 0 ? vocabulary.initial : vocabulary.continuation;
    const key = longestMatch(lexicon, word, start, word.length);
    if (key < 0) {
      ids.length = before;
      ids.push(unknownPiece);
      return;
    }
    ids.push(lexicon.rows[key]!);
    start += keyLength(lexicon, key);
  }
}
