import type { EnglishTagger } from './englishTagger.ts';
import { keyPhrases } from './keyPhrases.ts';
import type { KindOfRow } from './kindOfRow.ts';
import { taskOpening } from './taskOpening.ts';
import { textLanguage } from './textLanguage.ts';
import { verbNounPairs } from './verbNounPairs.ts';

/** Kinds of one text that are kept, in order of appearance. */
const MAX_KINDS_PER_TEXT = 8;

export interface MesoExtractor {
  /** Distinct kinds of one text, in order of appearance, at most 8; none for a text that names no task. */
  kindsOf(text: string): readonly KindOfRow[];
}

/**
 * Finds the units of a task in texts: verb–noun pairs in English, key phrases in other languages and in code, decided text
 * by text. Only the beginning of a text is read (60 words, or 240 characters for key phrases), for instructions and
 * responses alike. The English model is loaded at the first English text. The kinds of a text do not depend on the texts
 * before it. Cost: some 5,000 to 30,000 texts a second, by their length.
 */
export function createMesoExtractor(tag: EnglishTagger): MesoExtractor {
  return {
    kindsOf(text) {
      const opening = taskOpening(text);
      const language = textLanguage(opening);
      if (language !== 'en') return keyPhrases(opening, language);
      return verbNounPairs(tag(opening))
        .slice(0, MAX_KINDS_PER_TEXT)
        .map(({ verb, noun }) => ({ name: `${verb} ${noun}`, verb, noun, source: 'verb-noun' }));
    },
  };
}
