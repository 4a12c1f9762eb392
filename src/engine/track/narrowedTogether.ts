import type { NarrowedLevel } from './generations.ts';

/** Fields of one level that narrowed since the same generation. */
export interface NarrowedTogether extends Pick<NarrowedLevel, 'level' | 'since'> {
  readonly fields: readonly NarrowedLevel['field'][];
  /** The largest of their p-values. */
  readonly adjustedPValue: number;
}

/** What narrowed, fields of one level and one generation taken together, in the order given. */
export function narrowedTogether(narrowed: readonly NarrowedLevel[]): readonly NarrowedTogether[] {
  const groups = new Map<string, NarrowedTogether>();
  for (const { level, since, field, adjustedPValue } of narrowed) {
    const key = `${level} ${since}`;
    const known = groups.get(key);
    groups.set(key, {
      level,
      since,
      fields: [...(known?.fields ?? []), field],
      adjustedPValue: Math.max(known?.adjustedPValue ?? 0, adjustedPValue),
    });
  }
  return [...groups.values()];
}
