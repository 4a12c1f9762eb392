import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from './usageError.ts';

export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** @throws UsageError where the language is not known */
export function parseLanguage(text: string): Language {
  const known = LANGUAGES.find((language) => language === text);
  if (known) return known;
  throw new UsageError(`--language takes ${LANGUAGES.join(' or ')}, not "${text}".`);
}

/** From English, which is the key of every translation: by the bundle that the extension uses too. */
export function translator(language: Language): (english: string) => string {
  if (language === 'en') return (english) => english;
  const path = join(__dirname, '..', 'l10n', `bundle.l10n.${language}.json`);
  const bundle = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>;
  return (english) => bundle[english] ?? english;
}
