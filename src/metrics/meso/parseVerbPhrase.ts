import type { TaggedText } from './englishTagger.ts';
import {
  bareInfinitiveFrames,
  gerundFrames,
  objectPronouns,
  possessives,
  questionWords,
} from './englishWords.ts';
import { parseNounPhrase } from './parseNounPhrase.ts';
import { canBeVerb, isBe, skipAdverbs, startsObject, verbLemma } from './verbForms.ts';
import { isParticleOf, withParticle } from './verbParticles.ts';

export interface VerbNounPair {
  readonly verb: string;
  readonly noun: string;
}

export interface VerbPhrase {
  /** The verb that governs the pairs, past frames such as `help me`; with its particle. */
  readonly verb: string;
  readonly pairs: readonly VerbNounPair[];
  /** Index after what was read. */
  readonly next: number;
}

/** Whether the pronoun is the one to whom, and no possessive before its noun (`her book`). */
const isObjectPronoun = (s: TaggedText, i: number): boolean =>
  objectPronouns.has(s.words[i] ?? '') &&
  !(possessives.has(s.words[i]!) && s.pos[i + 1] === 'NOUN');

/** Where the verb only leads to another one (`help me find`, `want to change`), the index of that other verb. */
function innerVerb(s: TaggedText, verb: string, at: number): number | undefined {
  let i = at;
  if (verb === 'make' && s.words[i] === 'sure') {
    i++;
    if (s.words[i] === 'that') i++;
    if (s.words[i] === 'you') i++;
    if (s.words[i] === 'to') i++;
    return canBeVerb(s, i) ? i : undefined;
  }
  if (isObjectPronoun(s, i)) i++;
  // `I need help writing …`
  if ((verb === 'need' || verb === 'want') && s.words[i] === 'help') return i;
  if (s.words[i] === 'not') i++;
  if (s.words[i] === 'how' && s.words[i + 1] === 'to') {
    const asked = skipAdverbs(s, i + 2);
    return asked < s.words.length ? asked : undefined;
  }
  if (s.words[i] === 'to') {
    const next = skipAdverbs(s, i + 1);
    if (s.words[next] === 'be' || canBeVerb(s, next)) return next;
  }
  if (bareInfinitiveFrames.has(verb)) {
    const bare = s.words[i] === 'and' ? i + 1 : i;
    if (canBeVerb(s, bare) && !s.words[bare]!.endsWith('ing')) return bare;
  }
  const gerund = gerundFrames.has(verb) && s.words[i]?.endsWith('ing') === true;
  return gerund && (s.pos[i] === 'VERB' || startsObject(s, i + 1)) ? i : undefined;
}

/** What is asked in a clause that is an object: `what the capital is` → capital, `which instrument …` → instrument. */
function parseQuestionObject(
  s: TaggedText,
  at: number,
): { readonly noun: string; readonly copula: boolean; readonly next: number } | undefined {
  if (isBe(s, at + 1)) {
    const subject = parseNounPhrase(s, at + 2);
    return subject && { ...subject, copula: true };
  }
  const phrase = parseNounPhrase(s, at + 1);
  if (phrase === undefined) return undefined;
  if (s.words[at] === 'which' || s.words[at] === 'whose') return { ...phrase, copula: false };
  let last = s.words.length - 1;
  while (last > phrase.next && !isBe(s, last)) last--;
  return isBe(s, last) ? { noun: phrase.noun, copula: true, next: last + 1 } : undefined;
}

/** The noun phrases that the verb takes: one, or several joined by commas and conjunctions. */
function parseObjects(s: TaggedText, at: number): { nouns: string[]; next: number } {
  const nouns: string[] = [];
  let next = at;
  for (let i = at; ;) {
    const phrase = parseNounPhrase(s, i);
    if (phrase === undefined) break;
    // A verb after the conjunction opens a clause of its own: `… and correct any mistakes`, `…, my retailer is waiting`.
    const isVerb = canBeVerb(s, i) && (s.pos[i] !== 'NOUN' || startsObject(s, i + 1));
    const isSubject = s.pos[phrase.next] === 'VERB' || s.pos[phrase.next] === 'AUX';
    if (nouns.length > 0 && (isVerb || isSubject)) break;
    nouns.push(phrase.noun);
    next = phrase.next;
    i = next;
    if (s.words[i] === ',') i++;
    if (s.pos[i] === 'CCONJ') i++;
    if (i === next) break;
  }
  return { nouns, next };
}

/**
 * Reads the verb at `at` and its direct objects; frames (`help me find`, `want to change`, `show me how to fold`) are
 * passed over to the verb they lead to.
 */
export function parseVerbPhrase(s: TaggedText, at: number): VerbPhrase {
  const lemma = verbLemma(s, at);
  let i = skipAdverbs(s, at + 1);

  const inner = innerVerb(s, lemma, i);
  if (inner !== undefined) return parseVerbPhrase(s, inner);

  // `generate and rank ten slogans`: both verbs have the object.
  if (s.pos[i] === 'CCONJ' && canBeVerb(s, i + 1)) {
    const second = parseVerbPhrase(s, i + 1);
    const shared = second.pairs.filter((pair) => pair.verb === second.verb);
    const first = shared.map(({ noun }) => ({ verb: lemma, noun }));
    return { ...second, pairs: [...first, ...second.pairs] };
  }

  let taken = withParticle(s, lemma, i);
  i = taken.next;
  // The one to whom: `give me a recipe`, `tell me about cats`.
  if (isObjectPronoun(s, i)) {
    i++;
    if (taken.verb === lemma) {
      taken = withParticle(s, lemma, i);
      i = taken.next;
    }
  }
  i = skipAdverbs(s, i);
  if (questionWords.has(s.words[i] ?? '')) {
    const asked = parseQuestionObject(s, i);
    if (asked === undefined) return { verb: taken.verb, pairs: [], next: i };
    const pair = { verb: asked.copula ? 'be' : taken.verb, noun: asked.noun };
    return { verb: taken.verb, pairs: [pair], next: asked.next };
  }
  const { nouns, next } = parseObjects(s, i);
  const particle = s.words[next] ?? '';
  // `turn the volume down`
  const shifted =
    taken.verb === lemma &&
    nouns.length > 0 &&
    isParticleOf(lemma, particle) &&
    !startsObject(s, next + 1);
  const verb = shifted ? `${lemma} ${particle}` : taken.verb;
  return { verb, pairs: nouns.map((noun) => ({ verb, noun })), next: shifted ? next + 1 : next };
}
