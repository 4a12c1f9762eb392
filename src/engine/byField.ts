import type { Reading } from './reading.ts';
import type { ByField, MeasuredField, Unmeasured } from './report.ts';

/**
 * Measures a level of the instruction, the response and the whole, asked for in this order. Where the file has only one
 * field, the whole is that field: it is not measured twice.
 */
export async function byField<T>(
  { fieldRows }: Pick<Reading, 'fieldRows'>,
  measure: (field: MeasuredField) => Promise<T | Unmeasured>,
): Promise<ByField<T>> {
  const instruction = measure('instruction');
  const response = measure('response');
  const whole =
    fieldRows.response === 0
      ? instruction
      : fieldRows.instruction === 0
        ? response
        : measure('whole');
  const levels = await Promise.all([instruction, response, whole]);
  return { instruction: levels[0], response: levels[1], whole: levels[2] };
}
