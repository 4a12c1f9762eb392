import { SEVERAL_COMPLETIONS } from './fieldNames.ts';
import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import { rankOf } from './rankOf.ts';
import { isStringList } from './textPart.ts';
import { isConversation } from './turnParts.ts';

/** What an answer or a prompt that is an object has its text under. */
const TEXTS = [
  ...['text', 'response', 'completion', 'answer', 'output', 'content', 'value'],
  ...['solution', 'full_text', 'post', 'article'],
];
/**
 * Lists of answers may have them as they are, but the strings of `answers` may be the choices of a question, as in
 * ReClor.
 */
const LISTS_OF_STRINGS: ReadonlySet<string> = new Set(
  SEVERAL_COMPLETIONS.filter((field) => field !== 'answers'),
);

/**
 * The path to an answer that stands in an object, or of several to the one that was selected, else to that of the
 * best rank (ties as in the file), else to the first: `answers.text`, `completions.0.response`. In an empty list
 * there is none, but there it would be. Undefined where no field holds answers.
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
  const at = indexOfBest(value);
  const best: unknown = value[at];
  if (isJsonObject(best)) return pathToText(`${field}.${at}`, best);
  const isThere = best === undefined || (typeof best === 'string' && LISTS_OF_STRINGS.has(field));
  return isThere ? `${field}.0` : undefined;
}

/** 0 where no answer is an object. */
function indexOfBest(answers: readonly unknown[]): number {
  let best = 0;
  for (let at = 1; at < answers.length; at++) {
    if (isBetter(answers[at], answers[best])) best = at;
  }
  return best;
}

function isBetter(answer: unknown, other: unknown): boolean {
  return isJsonObject(answer) && isJsonObject(other) && rankOf(answer) < rankOf(other);
}

function pathToText(path: string, answer: JsonObject): string | undefined {
  const name = TEXTS.find((text) => holdsText(answer[text]));
  return name === undefined ? undefined : `${path}.${name}`;
}

/** A text, several of which each counts as right, or turns, as NeMo has them. */
function holdsText(value: unknown): boolean {
  return typeof value === 'string' || isStringList(value) || isConversation(value);
}
