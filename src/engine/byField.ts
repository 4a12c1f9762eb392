import type { FieldName } from '../data/rowTypes.ts';
import type { Reading } from './reading.ts';
import type { ByField, MeasuredField, Unmeasured } from './report.ts';

type FieldRows = Pick<Reading, 'fieldRows'>;

/**
 * Measures a level of the instruction, the response and the whole, asked for in this order. Where the file has only one
 * field, the whole is that field: it is not measured twice.
 */
export function byField<T>(
  reading: FieldRows,
  measure: (field: MeasuredField) => Promise<T | Unmeasured>,
): Promise<ByField<T>> {
  return eachField(soleField(reading), measure);
}

/** The same of any measurement. @param only the field that all rows have alone, where they have no other */
export async function eachField<T>(
  only: FieldName | undefined,
  measure: (field: MeasuredField) => Promise<T>,
): Promise<Readonly<Record<MeasuredField, T>>> {
  const instruction = measure('instruction');
  const response = measure('response');
  const whole = only ? { instruction, response }[only] : measure('whole');
  const fields = await Promise.all([instruction, response, whole]);
  return { instruction: fields[0], response: fields[1], whole: fields[2] };
}

/** The only field that the rows of a file have; undefined where they have both. */
export function soleField({ fieldRows }: FieldRows): FieldName | undefined {
  if (fieldRows.response === 0) return 'instruction';
  return fieldRows.instruction === 0 ? 'response' : undefined;
}

/** The only field that the rows of several files have, the same in all; else undefined. */
export function soleFieldOfAll(
  files: readonly { readonly reading: FieldRows }[],
): FieldName | undefined {
  const [only, ...others] = files.map(({ reading }) => soleField(reading));
  return others.every((other) => other === only) ? only : undefined;
}
