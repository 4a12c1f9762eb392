/** A row in another language than the others. */
export interface OtherLanguage {
  readonly row: number;
  /** BCP 47 tag. */
  readonly language: string;
  /** Share of the rows whose language was told that are surely in it, 0–1. */
  readonly share: number;
}

const RARE_SHARE = 0.01;
/** Above this the rare languages are no strangers: the file is of many languages. */
const MAX_RARE_SHARE = 0.02;

/**
 * The rows in a language that less than 1 % of the rows have, by the first look: those worth a second one.
 * @param languages one per row whose language was told, as BCP 47 tags; those of no language begin with `zxx` or `und`
 * @returns places in `languages`, ascending. O(rows).
 */
export function rareLanguagePlaces(languages: readonly string[]): number[] {
  const counts = new Map<string, number>();
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...languages.keys()].filter((place) => {
    const language = languages[place]!;
    return !/^(?:zxx|und)/.test(language) && counts.get(language)! < RARE_SHARE * languages.length;
  });
}

/**
 * The rows that are surely in a language that the file hardly has: each on less than 1 % of the rows, and all together on
 * less than 2 %; none otherwise.
 * @param sure rows with the language that the second look confirmed
 * @param toldRows rows whose language was told. O(rows).
 */
export function otherLanguages(
  sure: readonly Omit<OtherLanguage, 'share'>[],
  toldRows: number,
): OtherLanguage[] {
  if (sure.length >= MAX_RARE_SHARE * toldRows) return [];
  const counts = new Map<string, number>();
  for (const { language } of sure) counts.set(language, (counts.get(language) ?? 0) + 1);
  return sure.map((found) => ({ ...found, share: counts.get(found.language)! / toldRows }));
}
