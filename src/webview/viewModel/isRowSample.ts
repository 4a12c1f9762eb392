import type { SampleNote } from '../../engine/report.ts';
import type { LevelId, MeasuredField } from '../panelTerms.ts';

/** What a level as a whole is measured on; other samples are those of single figures. */
const ROWS_OF_LEVEL: Readonly<Record<LevelId, readonly SampleNote['what'][]>> = {
  macro: ['first-lines', 'embeddings'],
  meso: ['first-lines', 'task-units', 'language-model-tags'],
  micro: ['first-lines'],
};

/** Whether the file has more rows than a level was measured on: then more rows than these are there already. */
export function isRowSample(
  sampled: readonly SampleNote[],
  id: LevelId,
  field: MeasuredField,
): boolean {
  return sampled.some(
    (note) =>
      ROWS_OF_LEVEL[id].includes(note.what) &&
      (note.level ?? id) === id &&
      (note.field ?? field) === field &&
      note.used < note.of,
  );
}
