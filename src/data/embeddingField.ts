import type { JsonObject } from './jsonObject.ts';
import { valueAt } from './fieldPath.ts';

/** Where a file's own embeddings are, and how many numbers each has. */
export interface EmbeddingField {
  readonly path: string;
  readonly dimensions: number;
}

/** As written for people: vectors are measured in numbers of 32 bits, which hold no larger ones. */
export const LARGEST_NUMBER = '3.4e38';

/** Whether no number of a vector is beyond what 32 bits hold. */
export function fitsFloats(vector: readonly number[]): boolean {
  return vector.every((entry) => Number.isFinite(Math.fround(entry)));
}

/** More would make the measures over dimensions too slow. */
const MAX_DIMENSIONS = 4_096;

/**
 * Finds out how long the vectors in a field are: the length that most of the sampled rows have.
 * @returns undefined where no sampled row has a vector in the field
 */
export function findEmbeddingField(
  sample: readonly JsonObject[],
  path: string,
): EmbeddingField | undefined {
  const rowsOfLength = new Map<number, number>();
  for (const record of sample) {
    const vector = valueAt(record, path);
    if (!isVector(vector)) continue;
    rowsOfLength.set(vector.length, (rowsOfLength.get(vector.length) ?? 0) + 1);
  }
  const [commonest] = [...rowsOfLength].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return commonest && { path, dimensions: commonest[0] };
}

/** The row's vector, or what stands in its place in words. */
export function readEmbedding(
  record: JsonObject,
  { path, dimensions }: EmbeddingField,
): readonly number[] | string {
  const value = valueAt(record, path);
  const found = isVector(value)
    ? value.length === dimensions
      ? faultOf(value)
      : `${value.length} numbers`
    : nameOf(value);
  if (found === undefined) return value as number[];
  return `Expected ${dimensions} numbers in the field "${path}", found ${found}.`;
}

function isVector(value: unknown): value is number[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= MAX_DIMENSIONS &&
    // JSON has no NaN, but a number such as 1e999 is read as infinite.
    value.every((entry) => Number.isFinite(entry))
  );
}

/** Why a vector has no direction that can be measured. */
function faultOf(vector: readonly number[]): string | undefined {
  if (!fitsFloats(vector)) return `a number beyond ${LARGEST_NUMBER}`;
  // Numbers too small for 32 bits are zeros, too.
  return vector.some((entry) => Math.fround(entry) !== 0) ? undefined : 'zeros only';
}

function nameOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list that is no vector';
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}
