import type { JsonObject } from './jsonObject.ts';
import { hasText, type RowParts, type TextPart } from './textPart.ts';

/** Of fields, the ones that have their texts in another language. */
export type Translations = ReadonlyMap<string, string>;

/** Not English, into which texts are translated to be understood, and not `id`, which ends other names. */
const TRANSLATED = /^(.+)_(?:ja|zh|ko|de|fr|es|pt|it|ru|pl|nl|tr|vi|th|ar|hi)$/;

/**
 * The fields of a file that stand there again in one other language, as `prompt` and `prompt_ja` do: a set that was
 * translated keeps what it was made from. At least half of the rows that have the one have the other. Undefined where
 * there is none. O(sample).
 */
export function findTranslations(sample: readonly JsonObject[]): Translations | undefined {
  const rowsOf = new Map<string, Map<string, number>>();
  for (const record of sample) {
    for (const name of Object.keys(record)) {
      const field = TRANSLATED.exec(name)?.[1];
      if (field === undefined || !isText(record, field) || !isText(record, name)) continue;
      const rows = rowsOf.get(field) ?? new Map<string, number>();
      rowsOf.set(field, rows.set(name, (rows.get(name) ?? 0) + 1));
    }
  }
  const found = new Map<string, string>();
  for (const [field, rows] of rowsOf) {
    const [[name, count] = ['', 0], ...others] = rows;
    const all = sample.filter((record) => isText(record, field)).length;
    if (others.length === 0 && 2 * count >= all) found.set(field, name);
  }
  return found.size > 0 ? found : undefined;
}

/** The same parts, of which those that are a whole field are read in its translation. */
export function inTranslation(
  record: JsonObject,
  { instruction, response }: RowParts,
  translations: Translations,
): RowParts {
  const translated = (part: TextPart): TextPart => {
    const name = translations.get(part.field);
    if (name === undefined || part.text !== record[part.field]) return part;
    const text = record[name];
    return typeof text === 'string' && hasText(text) ? { ...part, text, field: name } : part;
  };
  return { instruction: instruction.map(translated), response: response.map(translated) };
}

function isText(record: JsonObject, name: string): boolean {
  const value = Object.hasOwn(record, name) ? record[name] : undefined;
  return typeof value === 'string' && hasText(value);
}
