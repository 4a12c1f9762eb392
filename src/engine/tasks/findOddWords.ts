import { readRow } from '../../data/readRows.ts';
import { textViews } from '../../data/textViews.ts';
import type { BytePairEncoding } from '../../metrics/text/bytePairEncoding.ts';
import type { BytePairTokenizer } from '../../metrics/text/bytePairTokenizer.ts';
import { tokenSpans } from '../../metrics/text/tokenSpans.ts';
import type { OddWord } from '../report.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface OddTokens {
  /** 0-based. */
  readonly lineIndex: number;
  /** Places among the row's tokens, instruction before response, and their surprise in bits; the oddest first. */
  readonly places: Int32Array;
  readonly bits: Float32Array;
}

/** The words in which the oddest tokens of some rows stand, each word once. */
export function findOddWords(
  context: TaskContext,
  { rows, encoding }: { readonly rows: readonly OddTokens[]; readonly encoding: BytePairEncoding },
): readonly (readonly OddWord[])[] {
  const tokenizer = context.tokenizer(encoding);
  return rows.map((row) => {
    throwIfCancelled(context.setup.cancelFlag);
    return wordsOf(context, tokenizer, row);
  });
}

function wordsOf(
  context: TaskContext,
  tokenizer: BytePairTokenizer,
  { lineIndex, places, bits }: OddTokens,
): OddWord[] {
  const row = readRow(context.reader, context.setup.lineStarts, lineIndex);
  const views = 'record' in row ? textViews(row.record, context.setup.plan) : undefined;
  const fields = (['instruction', 'response'] as const).map((field) => {
    const text = views?.[field] ?? '';
    return { field, text, ends: tokenSpans(text, tokenizer) };
  });
  const words: OddWord[] = [];
  places.forEach((place, at) => {
    let token = place;
    for (const { field, text, ends } of fields) {
      if (token >= 0 && token < ends.length) {
        const span = wordAround(text, token === 0 ? 0 : ends[token - 1]!, ends[token]!);
        const isKnown = words.some((word) => word.field === field && word.start === span.start);
        if (!isKnown && span.end > span.start) {
          const word = text.slice(span.start, span.end);
          words.push({ field, ...span, word, surpriseBits: bits[at]! });
        }
        return;
      }
      token -= ends.length;
    }
  });
  return words;
}

const WORD = /[\p{L}\p{N}\p{M}]/u;
/** A part of a word that people read as a whole; scripts without spaces would bring the whole sentence. */
const SPACED_WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{M}]/u;
const LONGEST_WORD = 40;

/** Without the white space around a token, and with the rest of the word that it is a part of. */
function wordAround(text: string, from: number, to: number): { start: number; end: number } {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text[start]!)) start++;
  while (end > start && /\s/.test(text[end - 1]!)) end--;
  if (!WORD.test(text.slice(start, end))) return { start, end };
  const isWord = (at: number) => SPACED_WORD.test(text[at] ?? '');
  while (end - start < LONGEST_WORD && isWord(start) && isWord(start - 1)) start--;
  while (end - start < LONGEST_WORD && isWord(end - 1) && isWord(end)) end++;
  return { start, end };
}
