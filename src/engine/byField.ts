import type { FieldName } from '../data/rowTypes.ts';
import type { Reading } from './reading.ts';
import type { ByField, MeasuredField, Unmeasured } from './report.ts';

/**
 * Measures a level of the instruction, the response and the whole, asked for in this order. Where the file has only one
 * field, the whole is that field: it is not measured twice.
 */
export async function byField<T>(
  reading: Pick<Reading, 'fieldRows'>,
  measure: (field: MeasuredField) => Promise<T | Unmeasured>,
): Promise<ByField<T>> {
  const instruction = measure('instruction');
  const response = measure('response');
  const only = soleField(reading);
  const whole = only ? { instruction, response }[only] : measure('whole');
  const levels = await Promise.all([instruction, response, whole]);
  return { instruction: levels[0], response: levels[1], whole: levels[2] };
}

/** The only field that the rows of a file have; undefined where they have both. */
export function soleField({ fieldRows }: Pick<Reading, 'fieldRows'>): FieldName | undefined {
  if (fieldRows.response === 0) return 'instruction';
  return fieldRows.instruction === 0 ? 'response' : undefined;
}
