import type { FieldName } from './rowTypes.ts';
import { rowParts } from './rowParts.ts';
import type { TextFields } from './rowParts.ts';
import type { SampledRow } from './tagFields.ts';
import type { TextPart } from './textPart.ts';

/** Rows that are read by their own fields may each have others. */
const MOST_WAYS = 12;

export interface FieldDescription {
  readonly instruction?: string;
  readonly response?: string;
  readonly tags?: string;
}

/**
 * Says in the words of the file what is read as what. Fields of one row are joined by ` + `, those of rows that are built
 * differently by `; `, the most frequent first and at most twelve; roles stand in brackets: `messages (user, system)`.
 */
export function describeParts(rows: readonly SampledRow[], fields: TextFields): FieldDescription {
  const instruction = describeView(rows, fields, 'instruction');
  const response = describeView(rows, fields, 'response');
  return {
    ...(instruction !== '' && { instruction }),
    ...(response !== '' && { response }),
    ...(fields.tagFields.length > 0 && { tags: fields.tagFields.join(', ') }),
  };
}

function describeView(rows: readonly SampledRow[], fields: TextFields, view: FieldName): string {
  const chosen = fields.selection[view];
  if (chosen !== undefined) return chosen;
  const ways = new Map<string, Way>();
  for (const { record, shape } of rows) {
    const parts = rowParts(shape, record, fields)[view];
    const first = parts[0];
    if (!first) continue;
    // Rows that begin with the same field are one way of reading, whether or not more follows (`instruction + input`).
    const way = ways.get(first.field) ?? { rows: 0, roles: new Map() };
    ways.set(first.field, way);
    way.rows++;
    for (const part of parts) noteRole(way, part);
  }
  const described = [...ways.values()]
    .sort((a, b) => b.rows - a.rows)
    .slice(0, MOST_WAYS)
    .map(describeWay);
  return [...described, ...(ways.size > MOST_WAYS ? ['…'] : [])].join('; ');
}

interface Way {
  rows: number;
  /** Roles with their turns, by field. */
  readonly roles: Map<string, Map<string, number>>;
}

function noteRole(way: Way, part: TextPart): void {
  const roles = way.roles.get(part.field) ?? new Map<string, number>();
  way.roles.set(part.field, roles);
  if (part.role !== undefined) roles.set(part.role, (roles.get(part.role) ?? 0) + 1);
}

function describeWay(way: Way): string {
  return [...way.roles]
    .map(([field, roles]) => {
      const names = [...roles].sort((a, b) => b[1] - a[1]).map(([role]) => role);
      return names.length === 0 ? field : `${field} (${names.join(', ')})`;
    })
    .join(' + ');
}
