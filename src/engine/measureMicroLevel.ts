import type { MicroLevel } from '../metrics/micro/microLevel.ts';
import type { FieldTokens } from './reading.ts';
import type { ByField } from './report.ts';
import type { TaskPool } from './taskPool.ts';
import { unmeasured } from './unmeasured.ts';

/** The micro level of both fields, each in a thread of its own. */
export async function measureMicroLevel(
  pool: TaskPool,
  tokens: FieldTokens,
): Promise<ByField<MicroLevel>> {
  const [instruction, response] = await Promise.all(
    (['instruction', 'response'] as const).map(
      async (field) =>
        (await pool.run('measureMicroField', { column: tokens[field] })) ?? unmeasured(field, 0),
    ),
  );
  return { instruction: instruction!, response: response! };
}
