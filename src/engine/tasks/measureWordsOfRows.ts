import { measureWords } from '../../metrics/micro/measureWords.ts';
import type { WordFigures } from '../../metrics/micro/microLevel.ts';
import { wordColumnsBuilder } from '../../metrics/text/wordColumns.ts';
import { wordReader } from '../../metrics/text/wordReader.ts';
import { compressionRatio } from '../compressionRatio.ts';
import { forEachLine } from '../forEachLine.ts';
import type { MeasuredField } from '../report.ts';
import type { TaskContext } from '../taskContext.ts';
import { FIELD_NAMES } from '../../data/rowTypes.ts';

export interface WordsOfRowsParams {
  readonly fields: readonly MeasuredField[];
  /** 0-based lines of the rows that are read, ascending; shared. */
  readonly lines: Uint32Array;
}

/** What the micro level says of words and of whole texts; absent where there are none. */
export interface FieldWords {
  readonly words?: WordFigures;
  readonly compressionRatio?: number;
}

/** The words of some fields, in the order in which they were asked for; each text is read once. */
export function measureWordsOfRows(
  context: TaskContext,
  { fields, lines }: WordsOfRowsParams,
): FieldWords[] {
  const readWords = wordReader();
  const ofFields = fields.map((field) => ({
    parts: field === 'whole' ? FIELD_NAMES : [field],
    columns: wordColumnsBuilder(),
    texts: [] as string[],
  }));
  forEachLine(context, lines, (views) => {
    const words = {
      instruction: readWords(views.instruction ?? ''),
      response: readWords(views.response ?? ''),
    };
    for (const { parts, columns, texts } of ofFields) {
      const present = parts.filter((part) => views[part] !== undefined);
      if (present.length === 0) continue;
      for (const part of present) {
        columns.add(words[part]);
        texts.push(views[part]!);
      }
      columns.endRow();
    }
  });
  return ofFields.map(({ columns, texts }) => {
    const words = measureWords(columns.build());
    const ratio = compressionRatio(texts);
    return { ...(words && { words }), ...(ratio !== undefined && { compressionRatio: ratio }) };
  });
}
