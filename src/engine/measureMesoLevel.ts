import { createKindCounts, MAX_KINDS_PER_ROW } from '../metrics/meso/kindCounts.ts';
import { measureMeso, type MesoFigures } from '../metrics/meso/measureMeso.ts';
import { byField } from './byField.ts';
import type { Reading } from './reading.ts';
import type {
  ByField,
  InspectSettings,
  MeasuredField,
  MesoLevel,
  SampleNote,
  Unmeasured,
} from './report.ts';
import { sampleIndexes } from '../metrics/stats/sampleIndexes.ts';
import { sharedUint8 } from './shared.ts';
import type { TaskPool } from './taskPool.ts';
import { unmeasured } from './unmeasured.ts';

/** Rows whose texts are searched for task units: tagging parts of speech is slow. Tags are counted in all rows. */
export const TAGGED_ROWS = 5_000;

/** The meso level of each field and of the whole: the rows' own tags where the file has any, else task units found in the texts. */
export async function measureMesoLevel(
  pool: TaskPool,
  reading: Reading,
  settings: InspectSettings,
  onChunk: () => void,
): Promise<{ readonly level: ByField<MesoLevel>; readonly sampled: readonly SampleNote[] }> {
  const rows = reading.rowLines.length;
  const useTags = reading.taggedRows > 0;
  const selected = sharedUint8(rows);
  const sample = sampleIndexes(rows, useTags ? rows : TAGGED_ROWS, settings.seed);
  for (const row of sample) selected[row] = 1;

  const parts = await Promise.all(
    reading.ranges.map(async (range) => {
      const part = await pool.run('mesoChunk', { range, useTags, selected });
      onChunk();
      return part;
    }),
  );
  const sampled: SampleNote[] =
    sample.length === rows ? [] : [taskUnitSample(sample.length, rows, settings.seed)];
  const levelOf = (field: MeasuredField): MesoLevel | Unmeasured => {
    const counts = createKindCounts();
    for (const part of parts) counts.merge(part[field]);
    const data = counts.data();
    const figures = measureMeso(data, settings);
    if (!figures) return unmeasured(field, data.rows);
    const { top, droppedKinds, ...rest } = figures;
    if (droppedKinds > 0) sampled.push(droppedKindsNote(field, figures, droppedKinds));
    return {
      ...rest,
      top: top.map(({ exampleRows, ...kind }) => ({
        ...kind,
        lines: exampleRows.map((row) => reading.rowLines[row]! + 1),
      })),
    };
  };
  const level = await byField(reading, (field) => Promise.resolve(levelOf(field)));
  return { level, sampled };
}

function droppedKindsNote(
  field: MeasuredField,
  { rows, kindsPerRow }: MesoFigures,
  dropped: number,
): SampleNote {
  const used = Math.round(rows * kindsPerRow);
  return {
    what: 'kinds-per-row',
    field,
    used,
    of: used + dropped,
    message: `Only the first ${MAX_KINDS_PER_ROW} kinds of a row were counted; ${dropped} were left out.`,
  };
}

function taskUnitSample(used: number, of: number, seed: number): SampleNote {
  return {
    what: 'task-units',
    used,
    of,
    seed,
    message: `Task units (meso) were searched for in a random sample of ${used} of ${of} rows.`,
  };
}
