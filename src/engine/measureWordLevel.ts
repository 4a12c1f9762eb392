import type { MicroLevel } from '../metrics/micro/microLevel.ts';
import { SCRIPTS_WITHOUT_SPACES } from '../metrics/text/scriptsWithoutSpaces.ts';
import { soleField } from './byField.ts';
import { linesOf } from './linesOf.ts';
import type { Reading } from './reading.ts';
import {
  MEASURED_FIELDS,
  type ByField,
  type InspectSettings,
  type MeasuredField,
  type SampleNote,
  type Unmeasured,
} from './report.ts';
import { sampleIndexes } from '../metrics/stats/sampleIndexes.ts';
import { sampleNotes } from './sampleNotes.ts';
import type { TaskPool } from './taskPool.ts';
import type { FieldWords } from './tasks/measureWordsOfRows.ts';

/** Rows that are read for words at most. */
const WORD_ROWS = 3_000;
/** And fewer where rows are long: so many bytes of text with spaces. */
const WORD_BYTES = 8_000_000;
/** Finding words without spaces takes so many times as long. */
const SEGMENTING_COST = 8;

/** What the micro level says of words, on a sample of the rows. */
export async function measureWordLevel(
  pool: TaskPool,
  reading: Reading,
  lineStarts: Float64Array,
  settings: InspectSettings,
): Promise<{ readonly words: ByField<FieldWords>; readonly sampled: readonly SampleNote[] }> {
  const rows = reading.rowLines.length;
  const affordable = Math.floor((rows * WORD_BYTES) / totalCost(reading, lineStarts));
  const size = Math.min(WORD_ROWS, Math.max(1, affordable));
  const sample = sampleIndexes(rows, size, settings.seed);
  const only = soleField(reading);
  const fields: readonly MeasuredField[] = only ? [only] : MEASURED_FIELDS;
  const measured = await pool.run('measureWordsOfRows', {
    fields,
    lines: linesOf(reading, sample),
  });
  const wordsOf = (field: MeasuredField) => measured[fields.indexOf(field)] ?? {};
  const words = {
    instruction: wordsOf('instruction'),
    response: wordsOf('response'),
    whole: wordsOf(only ?? 'whole'),
  };
  const done = 'Words and compression were measured on';
  return { words, sampled: sampleNotes('words', done, sample.length, rows, settings.seed) };
}

function totalCost({ rowLines, scripts }: Reading, lineStarts: Float64Array): number {
  let cost = 0;
  for (let row = 0; row < rowLines.length; row++) {
    const line = rowLines[row]!;
    const bytes = lineStarts[line + 1]! - lineStarts[line]!;
    cost += bytes * (SCRIPTS_WITHOUT_SPACES.has(scripts[row]!) ? SEGMENTING_COST : 1);
  }
  return cost;
}

/** The micro level with what is known of its words. */
export function withWords(
  levels: ByField<MicroLevel>,
  words: ByField<FieldWords>,
): ByField<MicroLevel> {
  const join = (level: MicroLevel | Unmeasured, more: FieldWords | Unmeasured) =>
    'unmeasured' in level || 'unmeasured' in more ? level : { ...level, ...more };
  return {
    instruction: join(levels.instruction, words.instruction),
    response: join(levels.response, words.response),
    whole: join(levels.whole, words.whole),
  };
}
