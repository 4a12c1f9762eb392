import type { Wording } from './wording.ts';

/**
 * What a language is called in the display language.
 * @param tag BCP 47, or one of those for no, an unknown or a programming language
 */
export function languageName(tag: string, { view, language }: Wording): string {
  switch (tag) {
    case 'zxx':
      return view.languageNone;
    case 'zxx-x-code':
      return view.languageCode;
    case 'und':
      return view.languageUnknown;
    default:
      return language(tag);
  }
}
