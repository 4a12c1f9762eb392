import { clauseOf, emptyClause, pairClause, type Clause } from './clause.ts';
import type { TaggedText } from './englishTagger.ts';
import { adverbialNouns } from './englishWords.ts';
import { parseInverted } from './parseInverted.ts';
import { parseNounPhrase, type NounPhrase } from './parseNounPhrase.ts';
import { parseVerbPhrase } from './parseVerbPhrase.ts';
import { canBeVerb, isAux, isBaseForm, skipAdverbs } from './verbForms.ts';

/** What a question word with its noun asks for; times and manners are no objects of the verb. */
const frontedObject = (phrase: NounPhrase | undefined): string | undefined =>
  phrase === undefined || adverbialNouns.has(phrase.noun) ? undefined : phrase.noun;

/** In `countries border Switzerland` and `sports offer belts` all look like nouns: the bare one after a plural is the verb. */
function verbAfterPlural(s: TaggedText, at: number, next: number): number | undefined {
  for (let i = at + 1; i < Math.min(next, s.words.length - 1); i++) {
    const plural = s.pos[i - 1] === 'NOUN' && !isBaseForm(s, i - 1);
    if (plural && s.pos[i] === 'NOUN' && isBaseForm(s, i)) return i;
  }
  return undefined;
}

/** A question after `how`, `why`, `when`, `where`; undefined where no question follows (`when travelling, …`). */
function parseAdverbQuestion(s: TaggedText, at: number): Clause | undefined {
  let i = at + 1;
  if (s.words[i] === 'to' || s.words[i] === 'not') {
    return canBeVerb(s, i + 1)
      ? clauseOf('request', parseVerbPhrase(s, i + 1))
      : emptyClause('request', i);
  }
  let counted: NounPhrase | undefined;
  if (s.words[at] === 'how' && !isAux(s, i)) {
    if (s.words[i] === 'many' || s.words[i] === 'much') counted = parseNounPhrase(s, i + 1);
    // `how long does`: up to the auxiliary.
    if (counted === undefined) while (i < s.words.length && !isAux(s, i)) i++;
    else i = counted.next;
  }
  i = skipAdverbs(s, i);
  if (isAux(s, i)) return parseInverted(s, i, frontedObject(counted));
  return counted === undefined ? undefined : emptyClause('request', i);
}

/** A question after `what`, `which`, `who`: for the object (`what books should I read`) or the subject (`who invented …`). */
function parsePronounQuestion(s: TaggedText, at: number): Clause {
  let i = at + 1;
  const fronted = isAux(s, i) ? undefined : parseNounPhrase(s, i);
  if (fronted !== undefined) i = fronted.next;
  if (s.words[i] === 'of') i = parseNounPhrase(s, i + 1)?.next ?? i;
  i = skipAdverbs(s, i);
  // `what animals have tails`: here `have` is the verb.
  if (fronted !== undefined && s.words[i] === 'have' && s.pos[i + 1] !== 'PRON') {
    const owned = parseVerbPhrase(s, i);
    if (owned.pairs.length > 0) return clauseOf('request', owned);
  }
  if (isAux(s, i)) {
    const inverted = parseInverted(s, i, frontedObject(fronted));
    // `who has won the race`: no subject between auxiliary and verb.
    return inverted.pairs.length === 0 && s.pos[i + 1] === 'VERB'
      ? clauseOf('request', parseVerbPhrase(s, i + 1))
      : inverted;
  }
  const verb = s.pos[i] === 'VERB' ? i : fronted && verbAfterPlural(s, at + 1, fronted.next);
  return verb === undefined
    ? emptyClause('request', Math.max(i, at + 1))
    : clauseOf('request', parseVerbPhrase(s, verb));
}

/**
 * Reads a question from its question word at `at`.
 * @returns undefined where the word opens no question but a clause that sets the scene (`when travelling, …`)
 */
export function parseQuestion(s: TaggedText, at: number): Clause | undefined {
  switch (s.words[at]) {
    case 'whats':
    case 'whos': {
      const subject = parseNounPhrase(s, at + 1);
      return pairClause('request', 'be', subject?.noun, subject?.next ?? at + 1);
    }
    case 'how':
    case 'why':
    case 'when':
    case 'where':
      return parseAdverbQuestion(s, at);
    default:
      return parsePronounQuestion(s, at);
  }
}
