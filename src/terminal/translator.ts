import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const LANGUAGES = ['en', 'ja'] as const;
export type Language = (typeof LANGUAGES)[number];

/** From English, which is the key of every translation: by the bundle that the extension uses too. */
export function translator(language: Language, packageFolder: string): (english: string) => string {
  if (language === 'en') return (english) => english;
  const path = join(packageFolder, 'l10n', `bundle.l10n.${language}.json`);
  const bundle = JSON.parse(readFileSync(path, 'utf8')) as Readonly<Record<string, string>>;
  return (english) => bundle[english] ?? english;
}
