import { byField } from './byField.ts';
import type { Features } from './extractFeatures.ts';
import type { Reading } from './reading.ts';
import type { ByField, InspectSettings, MacroLevel } from './report.ts';
import { sharedUint32 } from './shared.ts';
import type { TaskPool } from './taskPool.ts';
import { unmeasured } from './unmeasured.ts';

/** The macro level of each field and of the whole, each in a thread of its own. */
export function measureMacroLevel(
  pool: TaskPool,
  reading: Reading,
  features: Features,
  { seed }: InspectSettings,
): Promise<ByField<MacroLevel>> {
  const lineOfSlot = sharedUint32(features.rowOfSlot.length);
  features.rowOfSlot.forEach((row, slot) => (lineOfSlot[slot] = reading.rowLines[row]!));

  return byField(reading, async (field) => {
    const matrix = features[field];
    const result = await pool.run('measureMacroField', { field, matrix, lineOfSlot, seed });
    if (!result) return unmeasured(field, 0);
    const { topics, sampledRows, distinctRows, ...figures } = result.figures;
    return {
      ...figures,
      embedder: features.embedder,
      topicsFoundOn: { rows: sampledRows, of: distinctRows },
      topics: topics.map(({ id, rows, exampleRows }) => ({
        id,
        ...result.names[id]!,
        rows,
        lines: exampleRows.map((slot) => lineOfSlot[slot]! + 1),
      })),
    };
  });
}
