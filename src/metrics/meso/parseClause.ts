import { clauseOf, emptyClause, type Clause } from './clause.ts';
import type { TaggedText } from './englishTagger.ts';
import { fillers, questionWords } from './englishWords.ts';
import { parseDeclarative } from './parseDeclarative.ts';
import { parseInverted } from './parseInverted.ts';
import { parseNounPhrase } from './parseNounPhrase.ts';
import { parseQuestion } from './parseQuestion.ts';
import { parseVerbPhrase } from './parseVerbPhrase.ts';
import { canBeVerb, isAux, isBaseForm } from './verbForms.ts';

/** Greetings, numbering, `please`, `then`: what stands before the clause proper. */
function isOpener(s: TaggedText, i: number): boolean {
  const word = s.words[i]!;
  switch (s.pos[i]) {
    case 'INTJ':
    case 'PUNCT':
    case 'SYM':
      return true;
    case 'NUM':
      return s.pos[i + 1] !== 'NOUN';
    case 'ADV':
      return !questionWords.has(word);
    case 'DET':
      return fillers.has(word) && parseNounPhrase(s, i) === undefined;
    default:
      return fillers.has(word);
  }
}

/** Whether a clause that only sets the scene begins at `i`: `if …`, `in this task`, `using the data below`, `given …`. */
const setsScene = (s: TaggedText, i: number): boolean =>
  s.pos[i] === 'ADP' ||
  s.pos[i] === 'SCONJ' ||
  s.words[i] === 'to' ||
  (s.pos[i] === 'VERB' &&
    i + 1 < s.words.length &&
    /(?:ing|ed|en)$/.test(s.words[i]!) &&
    !isBaseForm(s, i));

function isImperative(s: TaggedText, i: number): boolean {
  if (s.pos[i] === 'VERB') return isBaseForm(s, i);
  return canBeVerb(s, i) && !isAux(s, i + 1) && s.pos[i + 1] !== 'VERB';
}

/**
 * Reads one clause from `at` and says whether it asks or tells, with its verb–noun pairs. Clauses that set the scene
 * (`if …,`, `using the data below,`) are passed over for the one after the comma.
 */
export function parseClause(s: TaggedText, at: number): Clause {
  let i = at;
  while (i < s.words.length && isOpener(s, i)) i++;
  if (i >= s.words.length) return emptyClause('statement', i);
  const word = s.words[i]!;
  const asked = questionWords.has(word) ? parseQuestion(s, i) : undefined;
  if (asked !== undefined) return asked;
  if (isAux(s, i)) {
    const forbids = word === 'do' && s.words[i + 1] === 'not' && canBeVerb(s, i + 2);
    if (forbids) return clauseOf('request', parseVerbPhrase(s, i + 2));
    const orders = word === 'be' || (word === 'have' && s.pos[i + 1] === 'DET');
    return orders ? clauseOf('request', parseVerbPhrase(s, i)) : parseInverted(s, i);
  }
  if (setsScene(s, i) || questionWords.has(word)) {
    const comma = s.words.indexOf(',', i);
    return comma < 0 ? emptyClause('statement', s.words.length) : parseClause(s, comma + 1);
  }
  return isImperative(s, i) ? clauseOf('request', parseVerbPhrase(s, i)) : parseDeclarative(s, i);
}
