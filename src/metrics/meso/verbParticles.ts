import type { TaggedText } from './englishTagger.ts';
import { phrasalVerbs, prepositionalVerbs, threePartVerbs } from './englishWords.ts';

/** A verb with what belongs to it, and the index after that. */
interface VerbWithParticle {
  readonly verb: string;
  readonly next: number;
}

/** Takes the particle or preposition that belongs to the verb and follows it: `turn off`, `look for`, `come up with`. */
export function withParticle(s: TaggedText, verb: string, at: number): VerbWithParticle {
  const first = s.words[at] ?? '';
  const second = s.words[at + 1] ?? '';
  if (threePartVerbs.has(`${verb}_${first}_${second}`)) {
    return { verb: `${verb} ${first} ${second}`, next: at + 2 };
  }
  const belongs = isParticleOf(verb, first) || prepositionalVerbs.get(verb)?.has(first) === true;
  return belongs ? { verb: `${verb} ${first}`, next: at + 1 } : { verb, next: at };
}

export const isParticleOf = (verb: string, word: string): boolean =>
  phrasalVerbs.get(verb)?.has(word) === true;
