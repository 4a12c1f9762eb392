import type { MicroLevel } from '../metrics/micro/microLevel.ts';
import { byField } from './byField.ts';
import type { FieldTokens, Reading } from './reading.ts';
import type { ByField, InspectSettings } from './report.ts';
import type { TaskPool } from './taskPool.ts';
import { unmeasured } from './unmeasured.ts';

const LONGEST_NGRAM = 3;

/** The micro level of each field and of the whole, each in a thread of its own; n-grams of all of them at once. */
export function measureMicroLevel(
  pool: TaskPool,
  reading: Reading,
  tokens: FieldTokens,
  { seed, commonRows, encoding }: InspectSettings,
): Promise<ByField<MicroLevel>> {
  const options = { seed, commonRows };
  const ngramShares = pool.run('countDistinctNgrams', {
    columns: [tokens.instruction, tokens.response],
    longest: LONGEST_NGRAM,
  });
  return byField(reading, async (field) => {
    const columns = field === 'whole' ? [tokens.instruction, tokens.response] : [tokens[field]];
    const { rowLines } = reading;
    const [level, shares] = await Promise.all([
      pool.run('measureMicroField', { columns, rowLines, options, encoding }),
      ngramShares,
    ]);
    if (!level) return unmeasured(field, 0);
    const ofField = shares
      .slice(1)
      .map(({ each: [instruction, response], together }) =>
        field === 'whole' ? together : { instruction, response }[field],
      );
    return { ...level, distinct: [...level.distinct, ...ofField.map((share) => share ?? null)] };
  });
}
