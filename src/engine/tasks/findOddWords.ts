import { readRow } from '../../data/readRows.ts';
import { textViews } from '../../data/textViews.ts';
import type { BytePairEncoding } from '../../metrics/text/bytePairEncoding.ts';
import type { BytePairTokenizer } from '../../metrics/text/bytePairTokenizer.ts';
import { tokenSpans } from '../../metrics/text/tokenSpans.ts';
import type { OddWord } from '../report.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';
import { FIELD_NAMES } from '../../data/rowTypes.ts';

export interface OddTokens {
  /** 0-based. */
  readonly lineIndex: number;
  /** Places among the row's tokens, instruction before response, and their surprise in bits; the oddest first. */
  readonly places: Int32Array;
  readonly bits: Float32Array;
}

const MOST_WORDS = 5;

/** The words in which the oddest tokens of some rows stand: at most 5 of a row, each once, whatever its case. */
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
  const fields = FIELD_NAMES.map((field) => {
    const text = views?.[field] ?? '';
    return { field, text, ends: tokenSpans(text, tokenizer) };
  });
  const words = new Map<string, OddWord>();
  places.forEach((place, at) => {
    let token = place;
    for (const { field, text, ends } of fields) {
      if (token >= 0 && token < ends.length) {
        const span = wordAround(text, token === 0 ? 0 : ends[token - 1]!, ends[token]!);
        if (span === undefined) return;
        const word = text.slice(span.start, span.end);
        const known = word.toLowerCase();
        if (words.size === MOST_WORDS || words.has(known)) return;
        words.set(known, { field, ...span, word, surpriseBits: bits[at]! });
        return;
      }
      token -= ends.length;
    }
  });
  return [...words.values()];
}

/** From the first letter or digit to the last. */
const WORD = /[\p{L}\p{N}](?:.*[\p{L}\p{N}\p{M}])?/su;
/** A part of a word that people read as a whole; scripts without spaces would bring the whole sentence. */
const SPACED_WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{M}]/u;
/** One that follows no letter or digit begins no word: it is of an emoji, say. */
const MARK = /\p{M}/u;
const LONGEST_WORD = 40;

/** Without what stands around the letters of a token, and with the rest of the word that it is a part of. */
function wordAround(
  text: string,
  from: number,
  to: number,
): { readonly start: number; readonly end: number } | undefined {
  const found = WORD.exec(text.slice(from, to));
  if (found === null) return undefined;
  let start = from + found.index;
  let end = start + found[0].length;
  const isWord = (at: number) => SPACED_WORD.test(text[at] ?? '');
  while (end - start < LONGEST_WORD && isWord(start) && isWord(start - 1)) start--;
  while (end - start < LONGEST_WORD && isWord(end - 1) && isWord(end)) end++;
  while (MARK.test(text[start]!)) start++;
  return { start, end };
}
