import type { TaggedText } from './englishTagger.ts';
import { instructionVerbs, possessives, questionWords } from './englishWords.ts';

export const isAux = (s: TaggedText, i: number): boolean => s.pos[i] === 'AUX';

export const isBe = (s: TaggedText, i: number): boolean => isAux(s, i) && s.lemmaAt(i) === 'be';

export const isBaseForm = (s: TaggedText, i: number): boolean => s.lemmaAt(i) === s.words[i];

export const isGerund = (s: TaggedText, i: number): boolean =>
  s.pos[i] === 'VERB' && s.words[i]!.endsWith('ing');

export const isPastParticiple = (s: TaggedText, i: number): boolean =>
  s.pos[i] === 'VERB' && !/(?:ing|s)$/.test(s.words[i]!) && !isBaseForm(s, i);

/** Whether a noun phrase surely begins here, or a pronoun that is an object. */
export const startsObject = (s: TaggedText, i: number): boolean =>
  s.pos[i] === 'DET' ||
  s.pos[i] === 'NUM' ||
  possessives.has(s.words[i] ?? '') ||
  s.words[i] === 'me' ||
  s.words[i] === 'us';

/** Whether a word can be the verb here: tagged so, or a likely one that the tagger took for a noun or an adjective. */
export function canBeVerb(s: TaggedText, i: number): boolean {
  const word = s.words[i] ?? '';
  switch (s.pos[i]) {
    case 'VERB':
      return true;
    case 'AUX':
      return word === 'have' || word === 'do' || word === 'does' || word === 'did';
    case 'NOUN':
    case 'PROPN':
    case 'ADJ':
    case 'INTJ':
    case 'X':
      return instructionVerbs.has(word) || startsObject(s, i + 1);
    case 'ADV':
      return instructionVerbs.has(word);
    default:
      return false;
  }
}

/** Dictionary form of the verb at `i`, also where the tagger saw another part of speech. */
export function verbLemma(s: TaggedText, i: number): string {
  const word = s.words[i]!;
  return s.pos[i] === 'VERB' || isAux(s, i) || word.endsWith('ing') ? s.lemmaAt(i) : word;
}

/** Index of the first word from `at` that is no adverb, `not` or `please`. */
export function skipAdverbs(s: TaggedText, at: number): number {
  let i = at;
  for (; i < s.words.length; i++) {
    const word = s.words[i]!;
    const skipped = s.pos[i] === 'ADV' || s.pos[i] === 'PART' || word === 'please';
    if (!skipped || word === 'to' || questionWords.has(word)) break;
  }
  return i;
}
