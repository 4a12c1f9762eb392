import { clauseOf, emptyClause, pairClause, type Clause } from './clause.ts';
import type { TaggedText } from './englishTagger.ts';
import { desireVerbs, questionWords, taskNouns } from './englishWords.ts';
import { parseNounPhrase } from './parseNounPhrase.ts';
import { parseQuestion } from './parseQuestion.ts';
import { parseSubject } from './parseSubject.ts';
import { parseVerbPhrase } from './parseVerbPhrase.ts';
import { canBeVerb, isAux, isGerund, skipAdverbs } from './verbForms.ts';

interface Auxiliaries {
  /** Whether the last one is a form of `be`. */
  readonly be: boolean;
  readonly lemmas: ReadonlySet<string>;
  readonly next: number;
}

/** Passes over the auxiliaries from `at`; `have` and `do` without a verb after them are the verb. */
function parseAuxiliaries(s: TaggedText, at: number): Auxiliaries {
  const lemmas = new Set<string>();
  let i = at;
  let lemma = '';
  while (isAux(s, i)) {
    const next = skipAdverbs(s, i + 1);
    const candidate = s.lemmaAt(i);
    const full = candidate === 'have' || candidate === 'do';
    if (full && !isAux(s, next) && s.pos[next] !== 'VERB') break;
    lemma = candidate;
    lemmas.add(lemma);
    i = next;
  }
  return { be: lemma === 'be', lemmas, next: i };
}

/** After `I was wondering`: `if you could …`, `how to …`. */
function parseIndirect(s: TaggedText, at: number): Clause {
  const asked = questionWords.has(s.words[at] ?? '') ? parseQuestion(s, at) : undefined;
  return asked ?? clauseOf('request', parseDeclarative(s, at + 1));
}

/** Whether the speaker wishes for what the verb says (`I need …`) or lays it on the reader (`you should …`). */
function isRequest(
  subject: string | undefined,
  verb: string,
  lemmas: ReadonlySet<string>,
): boolean {
  if (subject === 'you') {
    return (
      verb === 'need' ||
      verb === 'have' ||
      ['must', 'should', 'will', 'shall'].some((aux) => lemmas.has(aux))
    );
  }
  if (subject !== 'i' && subject !== 'we') return false;
  if (verb === 'like' || verb === 'love') return lemmas.has('would');
  return desireVerbs.has(verb);
}

/** Reads a clause with its subject first. */
export function parseDeclarative(s: TaggedText, at: number): Clause {
  const subject = parseSubject(s, at);
  if (subject === undefined) return emptyClause('statement', at + 1);
  let i = subject.next;
  // Up to the verb, past what belongs to the subject: `the text below contains`.
  while (i < s.words.length && s.pos[i] !== 'VERB' && !isAux(s, i)) {
    if (s.pos[i] === 'PUNCT' || s.pos[i] === 'SCONJ') return emptyClause('statement', i);
    i++;
  }
  const { be, lemmas, next } = parseAuxiliaries(s, i);
  i = next;
  // `your task is to …`
  if (be && taskNouns.has(subject.noun ?? '') && s.words[i] === 'to' && canBeVerb(s, i + 1)) {
    return clauseOf('request', parseVerbPhrase(s, i + 1));
  }
  if (be && subject.pronoun === 'there') {
    const existing = parseNounPhrase(s, i);
    return pairClause('statement', 'be', existing?.noun, existing?.next ?? i);
  }
  if (!canBeVerb(s, i) || (be && s.pos[i] !== 'VERB')) return emptyClause('statement', i);
  const verb = s.lemmaAt(i);
  // A passive: what it is done to stands in front.
  if (be && !isGerund(s, i)) return pairClause('statement', verb, subject.noun, i + 1);
  const request = isRequest(subject.pronoun, verb, lemmas);
  // The tagger takes `wondering` for a form of `wander`.
  if (request && (verb === 'wonder' || verb === 'wander')) return parseIndirect(s, i + 1);
  return clauseOf(request ? 'request' : 'statement', parseVerbPhrase(s, i));
}
