import type { EnglishTagger } from './englishTagger.ts';

const SEPARATORS = /[\s_\-/.:]+/g;
const PLAIN_LATIN = /^[\x20-\x7e]+$/;

/**
 * The form in which English names are compared: words apart by one space, nouns in the singular. `Refund_Requests` and
 * `refund request` are one kind. Verb forms stay, since `banking` is not `bank`; so do names in other languages.
 * @param name lower case
 */
export function baseForm(name: string, tag: EnglishTagger): string {
  const spaced = name.replace(SEPARATORS, ' ').trim();
  if (spaced === '') return name;
  if (!PLAIN_LATIN.test(spaced)) return spaced;
  const tagged = tag(spaced);
  const words = tagged.words.map((word, at) =>
    tagged.pos[at] === 'NOUN' ? tagged.lemmaAt(at) : word,
  );
  return words.join(' ');
}
