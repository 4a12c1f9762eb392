import { SENTENCE_PAIRS, TEXTS } from './fieldNames.ts';
import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import { isWordy } from './textPart.ts';

/** `en`, `por`, `pt-BR`, `zh_Hans`. */
const LANGUAGE_TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i;

/**
 * The paths to the two texts of a row that is a pair: fields that are named so, or the languages of `translation`, which may be
 * others in each row of a file. Beside a text of the row, a translation is of that text and no pair by itself.
 */
export function sentencePair(row: JsonObject): readonly [string, string] | undefined {
  const named = SENTENCE_PAIRS.find((pair) =>
    pair.every((field) => typeof row[field] === 'string'),
  );
  if (named || TEXTS.some((field) => isTextOfRow(row[field]))) return named;
  return translationPair(row['translation']);
}

function isTextOfRow(value: unknown): boolean {
  return typeof value === 'string' && isWordy(value);
}

function translationPair(texts: unknown): readonly [string, string] | undefined {
  if (!isJsonObject(texts)) return undefined;
  const [from, to, ...more] = Object.entries(texts).filter(isInLanguage);
  if (from === undefined || to === undefined || more.length > 0) return undefined;
  return [`translation.${from[0]}`, `translation.${to[0]}`];
}

/** `id` is Indonesian where a text stands under it. */
function isInLanguage([key, text]: [string, unknown]): boolean {
  return typeof text === 'string' && LANGUAGE_TAG.test(key) && (key !== 'id' || isWordy(text));
}
