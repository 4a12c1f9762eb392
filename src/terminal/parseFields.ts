import type { FieldSelection } from '../data/rowTypes.ts';
import { UsageError } from './usageError.ts';

const FIELD_NAMES = ['instruction', 'response', 'tags'] as const;

/** @throws UsageError for what is no `instruction=…`, or names a field twice */
export function parseFields(texts: readonly string[], option = '--fields'): FieldSelection {
  const selection: { -readonly [Name in keyof FieldSelection]: FieldSelection[Name] } = {};
  for (const part of texts.flatMap(splitFields)) {
    const [, name, given = ''] = /^\s*(\w+)\s*=\s*(.*?)\s*$/su.exec(part) ?? [];
    const known = FIELD_NAMES.find((fieldName) => fieldName === name);
    const path = unquote(given);
    if (!known || path === '') throw new UsageError('fields', option, part);
    if (path === undefined) throw new UsageError('unclosedField', option, given);
    if (selection[known] !== undefined) throw new UsageError('fieldTwice', option, known);
    selection[known] = path;
  }
  return selection;
}

/** At the commas, but for those within a name in double quotes. */
function splitFields(text: string): string[] {
  const parts = text.matchAll(/(?:^|,)(?:=\s*"(?:[^"]|"")*"|[^,])*/gu);
  return Array.from(parts, ([part]) => part.replace(/^,/u, ''));
}

/** As in CSV: a quotation mark within is doubled. Undefined where the first one is not closed by the last. */
function unquote(path: string): string | undefined {
  if (!path.startsWith('"')) return path;
  const [, quoted] = /^"((?:[^"]|"")*)"$/u.exec(path) ?? [];
  return quoted?.replaceAll('""', '"');
}

/**
 * The fields of the reference: those of the file unless told.
 * @throws UsageError for fields of a reference that is not there
 */
export function parseReferenceFields(
  values: { readonly reference?: string; readonly 'reference-fields'?: readonly string[] },
  ofFile: FieldSelection,
): FieldSelection {
  const texts = values['reference-fields'];
  if (!texts) return ofFile;
  if (!values.reference) {
    throw new UsageError('referenceFields');
  }
  return parseFields(texts, '--reference-fields');
}
