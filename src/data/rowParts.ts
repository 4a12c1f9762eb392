import type { FallbackFields } from './fallbackFields.ts';
import type { JsonObject } from './jsonObject.ts';
import { pathParts } from './pathParts.ts';
import type { FieldName, FieldSelection, ShapeId } from './rowTypes.ts';
import { shapeParts } from './shapeParts.ts';
import type { RowParts, TextPart } from './textPart.ts';

export interface TextFields {
  /** The person's choice: it wins over the shape, view by view. */
  readonly selection: FieldSelection;
  readonly fallback: FallbackFields;
}

/** The pieces of text that make a row's views, each with where it stands in the row. */
export function rowParts(shape: ShapeId, record: JsonObject, fields: TextFields): RowParts {
  const parts = shape === 'fields' ? undefined : shapeParts(shape, record);
  const partsOf = (view: FieldName): readonly TextPart[] => {
    const path = fields.selection[view];
    if (path !== undefined) return pathParts(record, path, view);
    if (parts) return parts[view];
    const fallback = fields.fallback[view];
    return fallback === undefined ? [] : pathParts(record, fallback, view);
  };
  return { instruction: partsOf('instruction'), response: partsOf('response') };
}
