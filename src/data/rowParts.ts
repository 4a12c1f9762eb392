import { ownFields, type FallbackFields } from './fallbackFields.ts';
import { valueAt } from './fieldPath.ts';
import type { JsonObject } from './jsonObject.ts';
import { pathParts } from './pathParts.ts';
import type { FieldName, FieldSelection, KnownShape, ShapeId } from './rowTypes.ts';
import { shapeParts } from './shapeParts.ts';
import type { RowParts, TextPart } from './textPart.ts';

export interface TextFields {
  /** The person's choice: it wins over the shape, view by view. */
  readonly selection: FieldSelection;
  readonly fallback: FallbackFields;
  readonly tagFields: readonly string[];
}

/** The pieces of a row's views, and the shape that the row was read as. */
export interface ShapedParts extends RowParts {
  readonly shape: ShapeId;
}

/**
 * The pieces of text that make a row's views, each with where it stands in the row. A row of no known shape that has
 * none of its file's fallback fields is read by its own.
 */
export function rowParts(
  shape: KnownShape | 'fields',
  record: JsonObject,
  fields: TextFields,
): ShapedParts {
  const { selection, fallback, tagFields } = fields;
  if (shape !== 'fields') {
    const parts = shapeParts(shape, record);
    return { shape, ...chosenParts(record, selection, (view) => parts[view]) };
  }
  const partsBy = (paths: FallbackFields) =>
    chosenParts(record, selection, (view) => partsAt(record, paths[view], view));
  const parts = partsBy(fallback);
  if (parts.instruction.length > 0 || parts.response.length > 0 || hasAny(record, fallback)) {
    return { shape, ...parts };
  }
  return { shape: 'own-fields', ...partsBy(ownFields(record, takenPaths(selection, tagFields))) };
}

/** Fields that are no text of their own accord: they serve as tags, or were chosen by the person. */
export function takenPaths(
  { instruction, response }: FieldSelection,
  tagFields: readonly string[],
): ReadonlySet<string> {
  return new Set([...tagFields, instruction, response].filter((path) => path !== undefined));
}

function chosenParts(
  record: JsonObject,
  selection: FieldSelection,
  otherwise: (view: FieldName) => readonly TextPart[],
): RowParts {
  const partsOf = (view: FieldName) =>
    selection[view] === undefined ? otherwise(view) : partsAt(record, selection[view], view);
  return { instruction: partsOf('instruction'), response: partsOf('response') };
}

function partsAt(record: JsonObject, path: string | undefined, view: FieldName) {
  return path === undefined ? [] : pathParts(record, path, view);
}

/** Whether a row has a field, be it without text: then it lacks its text, and nothing else stands for it. */
function hasAny(record: JsonObject, { instruction, response }: FallbackFields): boolean {
  return [instruction, response].some(
    (path) => path !== undefined && (valueAt(record, path) ?? null) !== null,
  );
}
