import type { MicroLevel } from '../metrics/micro/microLevel.ts';
import { byField } from './byField.ts';
import type { FieldTokens, Reading } from './reading.ts';
import type { ByField, InspectSettings } from './report.ts';
import type { TaskPool } from './taskPool.ts';
import { unmeasured } from './unmeasured.ts';

/** The micro level of each field and of the whole, each in a thread of its own. */
export function measureMicroLevel(
  pool: TaskPool,
  reading: Reading,
  tokens: FieldTokens,
  { seed, commonRows, encoding }: InspectSettings,
): Promise<ByField<MicroLevel>> {
  const options = { seed, commonRows };
  return byField(reading, async (field) => {
    const columns = field === 'whole' ? [tokens.instruction, tokens.response] : [tokens[field]];
    const { rowLines } = reading;
    const level = await pool.run('measureMicroField', { columns, rowLines, options, encoding });
    return level ?? unmeasured(field, 0);
  });
}
