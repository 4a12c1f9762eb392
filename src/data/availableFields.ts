import type { JsonObject } from './jsonObject.ts';

/** Rows that have each top-level key. */
export type FieldCounts = Map<string, number>;

export interface AvailableField {
  readonly name: string;
  readonly rows: number;
}

/** Adds one row's top-level keys to the counts. */
export function countFields(counts: FieldCounts, record: JsonObject): void {
  for (const name of Object.keys(record)) counts.set(name, (counts.get(name) ?? 0) + 1);
}

/** Adds the counts of another part of the file. */
export function mergeFieldCounts(counts: FieldCounts, other: ReadonlyMap<string, number>): void {
  for (const [name, rows] of other) counts.set(name, (counts.get(name) ?? 0) + rows);
}

/**
 * The fields that a person can choose from, most frequent first, ties by name, so that the order does not depend on how
 * the file was divided. At most `limit`: a file may use a new key in every row.
 */
export function rankFields(counts: ReadonlyMap<string, number>, limit = 200): AvailableField[] {
  return [...counts]
    .map(([name, rows]) => ({ name, rows }))
    .sort((a, b) => b.rows - a.rows || (a.name < b.name ? -1 : 1))
    .slice(0, limit);
}
