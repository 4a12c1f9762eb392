import { ownFields, type FallbackFields } from './fallbackFields.ts';
import { valueAt } from './fieldPath.ts';
import type { JsonObject } from './jsonObject.ts';
import { pathParts } from './pathParts.ts';
import type { FieldName, FieldSelection, KnownShape } from './rowTypes.ts';
import { shapeParts } from './shapeParts.ts';
import type { RowParts, TextPart } from './textPart.ts';
import { inTranslation, type Translations } from './translations.ts';

export interface TextFields {
  /** The person's choice: it wins over the shape, view by view. */
  readonly selection: FieldSelection;
  readonly fallback: FallbackFields;
  readonly tagFields: readonly string[];
  readonly translations?: Translations;
}

/** The pieces of a row's views. */
export interface ReadParts extends RowParts {
  /** Set where the row has none of its file's fallback fields, and its own were read. */
  readonly isByOwnFields?: true;
}

/**
 * The pieces of text that make a row's views, each with where it stands in the row. A row of no known shape that has
 * none of its file's fallback fields is read by its own.
 */
export function rowParts(
  shape: KnownShape | 'fields',
  record: JsonObject,
  fields: TextFields,
): ReadParts {
  const parts = partsAsTheyAre(shape, record, fields);
  const { translations } = fields;
  return translations ? { ...parts, ...inTranslation(record, parts, translations) } : parts;
}

function partsAsTheyAre(
  shape: KnownShape | 'fields',
  record: JsonObject,
  { selection, fallback, tagFields }: TextFields,
): ReadParts {
  if (shape !== 'fields') return chosenParts(record, selection, shapeParts(shape, record));
  const parts = fallbackParts(record, selection, fallback);
  const isRead = parts.instruction.length > 0 || parts.response.length > 0;
  if (isRead || hasAny(record, fallback)) return parts;
  const own = ownFields(record, takenPaths(selection, tagFields));
  return { ...fallbackParts(record, selection, own), isByOwnFields: true };
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
  { instruction, response }: FieldSelection,
  parts: RowParts,
): RowParts {
  if (instruction === undefined && response === undefined) return parts;
  return {
    instruction:
      instruction === undefined ? parts.instruction : pathParts(record, instruction, 'instruction'),
    response: response === undefined ? parts.response : pathParts(record, response, 'response'),
  };
}

function fallbackParts(
  record: JsonObject,
  selection: FieldSelection,
  fallback: FallbackFields,
): RowParts {
  const partsOf = (path: string | undefined, view: FieldName): readonly TextPart[] =>
    path === undefined ? [] : pathParts(record, path, view);
  const { instruction, response } = selection;
  return {
    instruction:
      instruction === undefined
        ? [
            ...partsOf(fallback.instruction, 'instruction'),
            ...partsOf(fallback.input, 'instruction'),
          ]
        : partsOf(instruction, 'instruction'),
    response: partsOf(response ?? fallback.response, 'response'),
  };
}

/** Whether a row has a field, be it without text: then it lacks its text, and nothing else stands for it. */
function hasAny(record: JsonObject, { instruction, response }: FallbackFields): boolean {
  return [instruction, response].some(
    (path) => path !== undefined && (valueAt(record, path) ?? null) !== null,
  );
}
