import { measureWords } from '../../metrics/micro/measureWords.ts';
import type { WordFigures } from '../../metrics/micro/microLevel.ts';
import { wordColumnsBuilder } from '../../metrics/text/wordColumns.ts';
import { compressionRatio } from '../compressionRatio.ts';
import { forEachLine } from '../forEachLine.ts';
import type { MeasuredField } from '../report.ts';
import type { TaskContext } from '../taskContext.ts';

export interface WordsFieldParams {
  readonly field: MeasuredField;
  /** 0-based lines of the rows that are read, ascending; shared. */
  readonly lines: Uint32Array;
}

/** What the micro level says of words and of whole texts; absent where there are none. */
export interface FieldWords {
  readonly words?: WordFigures;
  readonly compressionRatio?: number;
}

/** The words of one field, or of both together. */
export function measureWordsField(
  context: TaskContext,
  { field, lines }: WordsFieldParams,
): FieldWords {
  const columns = wordColumnsBuilder();
  const read: string[] = [];
  forEachLine(context, lines, (views) => {
    const texts = (field === 'whole' ? [views.instruction, views.response] : [views[field]]).filter(
      (text) => text !== undefined,
    );
    if (texts.length === 0) return;
    for (const text of texts) columns.add(text);
    columns.endRow();
    read.push(...texts);
  });
  const words = measureWords(columns.build());
  const ratio = compressionRatio(read);
  return { ...(words && { words }), ...(ratio !== undefined && { compressionRatio: ratio }) };
}
