import { clauseOf, type Mood } from './clause.ts';
import type { TaggedText } from './englishTagger.ts';
import { fillers, questionWords } from './englishWords.ts';
import { parseClause } from './parseClause.ts';
import { parseVerbPhrase, type VerbNounPair } from './parseVerbPhrase.ts';
import { taggedSentences } from './taggedSentences.ts';
import { canBeVerb, isAux, isBaseForm } from './verbForms.ts';

interface Continuation {
  readonly at: number;
  /** A verb that shares the subject of the clause before it, not a clause of its own. */
  readonly sharesSubject: boolean;
}

const isFiller = (s: TaggedText, i: number): boolean =>
  !questionWords.has(s.words[i]!) && (fillers.has(s.words[i]!) || s.pos[i] === 'ADV');

const opensClause = (s: TaggedText, i: number): boolean => {
  const next = s.pos[i + 1];
  if (questionWords.has(s.words[i]!)) return next === 'AUX';
  if (isAux(s, i)) return next === 'PRON';
  return s.pos[i] === 'PRON' && (next === 'VERB' || next === 'AUX');
};

/** Where a sentence goes on after a clause: behind a conjunction or a comma, with a verb or a whole clause. */
function nextClause(s: TaggedText, from: number, mood: Mood): Continuation | undefined {
  for (let i = from; i < s.words.length; i++) {
    const joined = s.pos[i] === 'CCONJ';
    if (!joined && s.words[i] !== ',' && s.words[i] !== '-') continue;
    let at = i + 1;
    while (at < s.words.length && isFiller(s, at)) at++;
    if (at >= s.words.length) return undefined;
    if (opensClause(s, at)) return { at, sharesSubject: false };
    const verb = s.pos[at] === 'VERB';
    if (!canBeVerb(s, at) || !(verb || joined)) continue;
    const bare = !verb || isBaseForm(s, at);
    // Orders go on with a bare verb, reports with an inflected one; others belong to a relative clause.
    const fits = mood === 'request' ? bare : verb && !bare && !s.words[at]!.endsWith('ing');
    if (fits) return { at, sharesSubject: true };
  }
  return undefined;
}

/**
 * The verb–noun pairs of an English text: the verb of what is asked with its direct objects, as in the self-instruct paper
 * (root verb and direct object; Wang et al. 2023), found by rules over parts of speech, since wink-nlp has no dependency
 * parser. What is asked for (orders, questions, wishes) comes before what is told: statements count only in texts that
 * ask for nothing. Differs from the paper: every clause counts and not the first alone; a verb keeps its particle (`turn
 * off light`) and the preposition that leads to its object (`look for hotel`); frames (`can you help me`, `I want you to`)
 * are passed over; copular questions give `be` with their subject; passives give their subject as the object.
 * @returns distinct pairs in order of appearance
 */
export function verbNounPairs(text: TaggedText): VerbNounPair[] {
  const found = {
    request: new Map<string, VerbNounPair>(),
    statement: new Map<string, VerbNounPair>(),
  };
  for (const sentence of taggedSentences(text)) {
    let at = 0;
    let clause = parseClause(sentence, at);
    for (;;) {
      for (const pair of clause.pairs) found[clause.mood].set(`${pair.verb} ${pair.noun}`, pair);
      const next = nextClause(sentence, Math.max(clause.next, at + 1), clause.mood);
      if (next === undefined) break;
      at = next.at;
      clause = next.sharesSubject
        ? clauseOf(clause.mood, parseVerbPhrase(sentence, at))
        : parseClause(sentence, at);
    }
  }
  return [...(found.request.size > 0 ? found.request : found.statement).values()];
}
