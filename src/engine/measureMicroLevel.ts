import type { MicroLevel } from '../metrics/micro/microLevel.ts';
import type { FieldTokens, Reading } from './reading.ts';
import type { ByField, InspectSettings, MeasuredField, Unmeasured } from './report.ts';
import type { TaskPool } from './taskPool.ts';
import { unmeasured } from './unmeasured.ts';

const LONGEST_NGRAM = 3;

/** The micro level of each field and of the whole; n-grams in a thread of their own. */
export async function measureMicroLevel(
  pool: TaskPool,
  { rowLines }: Reading,
  tokens: FieldTokens,
  { seed, commonRows, encoding }: InspectSettings,
): Promise<ByField<MicroLevel>> {
  const options = { seed, commonRows };
  const columns = [tokens.instruction, tokens.response];
  const [levels, shares] = await Promise.all([
    pool.run('measureMicroFields', { columns, rowLines, options, encoding }),
    pool.run('countDistinctNgrams', { columns, longest: LONGEST_NGRAM }),
  ]);
  const levelOf = (
    field: MeasuredField,
    level: MicroLevel | undefined,
    distinct: readonly (number | undefined)[],
  ): MicroLevel | Unmeasured =>
    level
      ? {
          ...level,
          distinct: [...level.distinct, ...distinct.slice(1).map((share) => share ?? null)],
        }
      : unmeasured(field, 0);
  const sharesOf = (column: number) => shares.map(({ each }) => each[column]);
  return {
    instruction: levelOf('instruction', levels.each[0], sharesOf(0)),
    response: levelOf('response', levels.each[1], sharesOf(1)),
    whole: levelOf(
      'whole',
      levels.together,
      shares.map(({ together }) => together),
    ),
  };
}
