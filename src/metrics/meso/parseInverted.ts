import { clauseOf, emptyClause, pairClause, type Clause } from './clause.ts';
import type { TaggedText } from './englishTagger.ts';
import { instructionVerbs } from './englishWords.ts';
import { parseNounPhrase } from './parseNounPhrase.ts';
import { parseSubject, type Subject } from './parseSubject.ts';
import { parseVerbPhrase } from './parseVerbPhrase.ts';
import { canBeVerb, isAux, isBe, isGerund, isPastParticiple, skipAdverbs } from './verbForms.ts';

/** A word inside a run of nouns that can be the verb: `does the app support dark mode`. */
function verbInsideSubject(s: TaggedText, at: number, next: number): number | undefined {
  for (let i = next - 1; i > at; i--) {
    if (s.pos[i] === 'NOUN' && i + 1 < s.words.length && instructionVerbs.has(s.words[i]!)) {
      return i;
    }
  }
  return undefined;
}

/** After the subject of a form of `be`: `is it possible to …`, `is my card active`. */
function parseCopular(s: TaggedText, at: number, subject: Subject, fronted?: string): Clause {
  if (subject.pronoun !== undefined) {
    const to = s.words.indexOf('to', at);
    if (to >= 0 && to < at + 5 && canBeVerb(s, to + 1)) {
      return clauseOf('request', parseVerbPhrase(s, to + 1));
    }
  }
  return pairClause('request', 'be', subject.noun ?? fronted, subject.next);
}

/**
 * Reads a question from its auxiliary at `at`: subject, then verb phrase.
 * @param fronted what the question asks for, where a question word with a noun stands before the auxiliary
 */
export function parseInverted(s: TaggedText, at: number, fronted?: string): Clause {
  const be = isBe(s, at);
  let i = at + 1;
  while (s.words[i] === 'not') i++;
  if (be && s.words[i] === 'there') {
    const existing = parseNounPhrase(s, i + 1);
    return pairClause('request', 'be', existing?.noun, existing?.next ?? i + 1);
  }
  const subject = parseSubject(s, i);
  if (subject === undefined) return emptyClause('request', i);
  i = skipAdverbs(s, subject.next);
  // Further auxiliaries, up to the one that is the verb itself: `do I have a card`.
  while (isAux(s, i) && !(canBeVerb(s, i) && !canBeVerb(s, i + 1))) i = skipAdverbs(s, i + 1);
  if (isPastParticiple(s, i) && (be || isBe(s, i - 1))) {
    return pairClause('request', s.lemmaAt(i), subject.noun, i + 1);
  }
  if (be && !isGerund(s, i)) return parseCopular(s, i, subject, fronted);
  const verb = canBeVerb(s, i) ? i : verbInsideSubject(s, at + 1, subject.next);
  if (verb === undefined) return emptyClause('request', subject.next);
  const phrase = parseVerbPhrase(s, verb);
  if (phrase.pairs.length > 0) return clauseOf('request', phrase);
  // A preposition left at the end takes the fronted noun, and the verb has none: `what city do you live in`.
  const stranded = s.pos[phrase.next] === 'ADP' && phrase.next === s.words.length - 1;
  return pairClause('request', phrase.verb, stranded ? undefined : fronted, phrase.next);
}
