import type { JsonObject } from './jsonObject.ts';
import { valueAt } from './fieldPath.ts';

/** Where a file's own embeddings are, and how many numbers each has. */
export interface EmbeddingField {
  readonly path: string;
  readonly dimensions: number;
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
  if (isVector(value) && value.length === dimensions) return value;
  const found = isVector(value) ? `${value.length} numbers` : nameOf(value);
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

function nameOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list that is no vector' : `a ${typeof value}`;
}
