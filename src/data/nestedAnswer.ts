import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import { isStringList } from './textPart.ts';

/** What an answer that is an object has its text under. */
const TEXTS = ['text', 'response', 'completion', 'answer', 'output', 'content', 'value'] as const;
/** Lists of answers as they are. In others, such as `answers`, strings may be the choices of a question, as in ReClor. */
const LISTS_OF_STRINGS: ReadonlySet<string> = new Set(['completions', 'responses']);

/**
 * The path to an answer that stands in an object, or to the first of several: `answers.text`, `completions.0.response`.
 * In an empty list there is none, but there it would be. Undefined where no field holds answers.
 */
export function nestedAnswer(row: JsonObject, fields: readonly string[]): string | undefined {
  for (const field of fields) {
    const path = pathInto(field, row[field]);
    if (path !== undefined) return path;
  }
  return undefined;
}

function pathInto(field: string, value: unknown): string | undefined {
  if (isJsonObject(value)) return pathToText(field, value);
  if (!Array.isArray(value)) return undefined;
  const first: unknown = value[0];
  if (isJsonObject(first)) return pathToText(`${field}.0`, first);
  const isThere = first === undefined || (typeof first === 'string' && LISTS_OF_STRINGS.has(field));
  return isThere ? `${field}.0` : undefined;
}

function pathToText(path: string, answer: JsonObject): string | undefined {
  const name = TEXTS.find((text) => typeof answer[text] === 'string' || isStringList(answer[text]));
  return name === undefined ? undefined : `${path}.${name}`;
}
