import type { Sentence } from '../data/sentence.ts';

/** What is translated: a template without places, or a sentence. */
export type Telling = string | Sentence;

/** A word that a command takes, and what it does. */
export type UsageEntry = readonly [word: string, what: Telling];

/** A part of what `--help` prints. A synopsis stands as it is. */
export type UsagePart =
  | { readonly synopsis: string }
  | { readonly text: Telling }
  | { readonly entries: readonly UsageEntry[] };
