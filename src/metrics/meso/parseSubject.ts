import type { TaggedText } from './englishTagger.ts';
import { parseNounPhrase } from './parseNounPhrase.ts';

/** A subject is a noun, or a pronoun, which names nothing. */
export interface Subject {
  readonly noun?: string;
  readonly pronoun?: string;
  readonly next: number;
}

export function parseSubject(s: TaggedText, at: number): Subject | undefined {
  const phrase = parseNounPhrase(s, at, 'subject');
  if (phrase !== undefined) return phrase;
  return s.pos[at] === 'PRON' || s.pos[at] === 'DET'
    ? { pronoun: s.words[at]!, next: at + 1 }
    : undefined;
}
