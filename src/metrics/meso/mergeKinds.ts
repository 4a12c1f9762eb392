import type { WordMeanings } from '../embed/wordMeanings.ts';
import { baseForm } from './baseForm.ts';
import type { EnglishTagger } from './englishTagger.ts';
import type { KindCountsData } from './kindCounts.ts';
import { synonymGroups } from './synonymGroups.ts';

/** Similarities from which two names are one kind; bench/kindMerging.md has what they get right. */
export const SAME_VERB = 0.75;
export const SAME_NAME = 0.8;

/** The most frequent names are compared with each other; rarer ones stay as they are. */
const MOST_COMPARED = 2_000;

/** Names that count as others; a name that is not there counts as itself. */
export interface MergedNames {
  readonly verbs: ReadonlyMap<string, string>;
  readonly nouns: ReadonlyMap<string, string>;
  /** Of kinds that are no pairs. */
  readonly names: ReadonlyMap<string, string>;
  /** Names (verbs and nouns by themselves) that were compared, of how many. */
  readonly compared: { readonly names: number; readonly of: number };
}

export interface MergeTools {
  readonly meanings: WordMeanings;
  readonly tag: EnglishTagger;
}

/**
 * Finds the kinds that are one under several names, among kinds of one source only. Tags: names that differ in separators
 * and number, then synonyms. Verb–noun pairs: synonyms among the verbs and among the nouns, so that `begin trip` is
 * `start trip`. Key phrases stay as they are: the similarities were measured on English. A group has the name that most rows
 * have, of equals the first by code units. Does not depend on the order of the data.
 * O(names² · columns) for the 2,000 most frequent names, O(names · log names) for the others.
 */
export function mergeKinds(data: KindCountsData, tools: MergeTools): MergedNames {
  const counts = new Uint32Array(data.names.length);
  for (const kind of data.kindsOfRows.values) counts[kind]!++;
  const { tags, 'language-model': byModel } = data.rowsBySource;
  return tags + byModel > 0 ? mergeTags(data, counts, tools) : mergePairs(data, counts, tools);
}

function mergeTags(data: KindCountsData, counts: Uint32Array, tools: MergeTools): MergedNames {
  const ranked = rankedNames(data.names.map((name, kind) => [name, counts[kind]!] as const));
  const compared = ranked.slice(0, MOST_COMPARED);
  const formOf = new Map(compared.map((name) => [name, baseForm(name, tools.tag)]));
  /** The most frequent name of each base form. */
  const nameOfForm = new Map<string, string>();
  for (const [name, form] of formOf) if (!nameOfForm.has(form)) nameOfForm.set(form, name);
  const formOfGroup = mergedWords([...nameOfForm.keys()], tools.meanings, SAME_NAME);
  const names = new Map<string, string>();
  for (const [name, form] of formOf) {
    const merged = nameOfForm.get(formOfGroup.get(form) ?? form)!;
    if (merged !== name) names.set(name, merged);
  }
  const none = new Map<string, string>();
  return {
    verbs: none,
    nouns: none,
    names,
    compared: { names: compared.length, of: ranked.length },
  };
}

function mergePairs(
  { pairs }: KindCountsData,
  counts: Uint32Array,
  { meanings }: MergeTools,
): MergedNames {
  const ranked = ([0, 1] as const).map((place) =>
    rankedNames(
      pairs.flatMap((pair, kind) => (pair ? [[pair[place], counts[kind]!] as const] : [])),
    ),
  );
  const [verbs, nouns] = ranked.map((words) => words.slice(0, MOST_COMPARED));
  return {
    verbs: mergedWords(verbs!, meanings, SAME_VERB),
    nouns: mergedWords(nouns!, meanings, SAME_NAME),
    names: new Map(),
    compared: {
      names: verbs!.length + nouns!.length,
      of: ranked.reduce((sum, words) => sum + words.length, 0),
    },
  };
}

/** @param words most frequent first */
function mergedWords(
  words: readonly string[],
  meanings: WordMeanings,
  threshold: number,
): Map<string, string> {
  const groups = synonymGroups(words, meanings, threshold);
  const merged = new Map<string, string>();
  words.forEach((word, at) => {
    if (groups[at] !== at) merged.set(word, words[groups[at]!]!);
  });
  return merged;
}

/** Distinct names, most frequent first, of equals the first by code units. */
function rankedNames(counted: readonly (readonly [name: string, count: number])[]): string[] {
  const counts = new Map<string, number>();
  for (const [name, count] of counted) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts]
    .sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : a > b ? 1 : 0))
    .map(([name]) => name);
}
