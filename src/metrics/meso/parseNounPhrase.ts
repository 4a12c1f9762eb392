import type { TaggedText } from './englishTagger.ts';
import {
  adverbialNouns,
  lemmaCorrections,
  possessives,
  quantityNouns,
  standIns,
} from './englishWords.ts';

export interface NounPhrase {
  /** Dictionary form of the head noun. */
  readonly noun: string;
  /** Index after the phrase, without prepositional phrases that follow. */
  readonly next: number;
}

const isNoun = (s: TaggedText, i: number): boolean => s.pos[i] === 'NOUN' || s.pos[i] === 'PROPN';

const isParticiple = (word: string): boolean => /(?:ing|ed|en)$/.test(word);

/** Whether what follows goes on with a phrase that has no noun yet. */
const continues = (s: TaggedText, i: number): boolean =>
  isNoun(s, i) || s.pos[i] === 'ADJ' || s.pos[i] === 'NUM';

const demonstrates = (s: TaggedText, i: number): boolean =>
  /^(?:this|that|these|those)$/.test(s.words[i]!) && continues(s, i + 1);

/** Whether a word tagged as a verb ends a compound all the same: `delivery address of`, `some spells from`. */
function endsCompound(s: TaggedText, i: number): boolean {
  if (/(?:ing|ed)$/.test(s.words[i]!)) return false;
  const next = s.pos[i + 1];
  return next === undefined || /^(?:ADP|PUNCT|CCONJ|SCONJ)$/.test(next);
}

/** Whether a hyphen or a comma between adjectives stands at `i`. */
function joins(s: TaggedText, i: number, named: boolean): boolean {
  if (s.words[i] === ',') return !named && continues(s, i + 1);
  if (s.words[i] !== '-') return false;
  // `self-driving cars`
  return continues(s, i + 1) || (s.pos[i + 1] === 'VERB' && isNoun(s, i + 2));
}

function nounLemma(s: TaggedText, i: number): string {
  const lemma = s.lemmaAt(i).replace(/\.$/, '');
  return lemmaCorrections.get(lemma) ?? lemma;
}

/**
 * Reads a noun phrase that begins at `at`: determiners, numbers, adjectives, then nouns, the last of which is the head.
 * @param role after a noun, a subject ends at the first verb; in an object a word tagged as a verb may belong to a compound
 * @returns undefined where there is none: a pronoun, a quotation, a verb
 */
export function parseNounPhrase(
  s: TaggedText,
  at: number,
  role: 'object' | 'subject' = 'object',
): NounPhrase | undefined {
  let head = -1;
  // An adjective or a participle may stand for the noun after a determiner: `the derivative`.
  let substitute = -1;
  let determined = false;
  let i = at;
  for (; i < s.words.length; i++) {
    const word = s.words[i]!;
    const pos = s.pos[i];
    if (isNoun(s, i)) {
      if (head >= 0 && adverbialNouns.has(word) && s.words[i - 1] !== '-') break;
      head = i;
    } else if (i > at && joins(s, i, head >= 0)) {
      continue;
    } else if (pos === 'PART' && (word === "'s" || word === "'" || word === 's')) {
      if (head < 0) break;
      determined = true;
    } else if (pos === 'VERB') {
      if (head >= 0) {
        const afterHyphen = s.words[i - 1] === '-' || s.words[i - 2] === '-';
        const compound =
          (afterHyphen && isNoun(s, i + 1)) || (role === 'object' && endsCompound(s, i));
        if (!compound) break;
        head = i;
      } else if (isParticiple(word) && continues(s, i + 1)) substitute = i;
      else if (determined && (endsCompound(s, i) || isParticiple(word))) head = i;
      else break;
    } else if (head >= 0) {
      if (pos !== 'NUM' && !(pos === 'ADJ' && isNoun(s, i + 1))) break;
    } else if (pos === 'DET' || possessives.has(word) || demonstrates(s, i)) {
      determined = true;
    } else if (pos === 'ADJ') {
      substitute = i;
    } else if (pos === 'ADV') {
      if (!continues(s, i + 1) && s.pos[i + 1] !== 'VERB') break;
    } else if (pos !== 'NUM' && pos !== 'SYM') break;
  }
  if (s.words[i] === 'of' && i > at) {
    const named = head < 0 ? substitute : head;
    const measured = named < 0 || quantityNouns.has(nounLemma(s, named));
    const inner = measured ? parseNounPhrase(s, i + 1) : undefined;
    if (inner !== undefined) return inner;
  }
  if (head < 0 && determined && !standIns.has(s.words[i - 1]!)) head = substitute;
  return head < 0 || standIns.has(s.words[head]!)
    ? undefined
    : { noun: nounLemma(s, head), next: i };
}
