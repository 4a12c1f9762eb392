import { plainWords } from '../../metrics/text/plainWords.ts';
import { tokenColumnBuilder, type TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { forEachLine } from '../forEachLine.ts';
import type { TaskContext } from '../taskContext.ts';
import { FIELD_NAMES } from '../../data/rowTypes.ts';

export interface WordsOfRows {
  /** Each word once, in the order in which they are first met. */
  readonly words: readonly string[];
  /** The words of each row, as places in `words`. */
  readonly column: TokenColumn;
}

/** The words of whole rows. @param lines 0-based, of usable rows, ascending */
export function wordsOfRows(
  context: TaskContext,
  { lines }: { readonly lines: Uint32Array },
): WordsOfRows {
  const read = plainWords();
  const places = new Map<string, number>();
  const column = tokenColumnBuilder();
  forEachLine(context, lines, (views) => {
    for (const field of FIELD_NAMES) {
      for (const word of read(views[field] ?? '')) {
        let place = places.get(word);
        if (place === undefined) places.set(word, (place = places.size));
        column.push(place);
      }
    }
    column.endRow();
  });
  return { words: [...places.keys()], column: column.build() };
}
