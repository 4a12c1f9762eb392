import { SENTENCE_PAIRS } from './fieldNames.ts';
import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';

/**
 * The paths to the two texts of a row that is a pair: fields that are named so, or the languages of `translation`, which may be
 * others in each row of a file.
 */
export function sentencePair(row: JsonObject): readonly [string, string] | undefined {
  return (
    SENTENCE_PAIRS.find((pair) => pair.every((field) => typeof row[field] === 'string')) ??
    translationPair(row['translation'])
  );
}

function translationPair(texts: unknown): readonly [string, string] | undefined {
  if (!isJsonObject(texts)) return undefined;
  const languages = Object.keys(texts).filter((key) => typeof texts[key] === 'string');
  const [from, to] = languages;
  if (from === undefined || to === undefined || languages.length > 2) return undefined;
  return [`translation.${from}`, `translation.${to}`];
}
