import {
  otherLanguages,
  rareLanguagePlaces,
  type OtherLanguage,
} from '../metrics/flags/otherLanguages.ts';
import { sampleIndexes } from '../metrics/stats/sampleIndexes.ts';
import type { Features } from './extractFeatures.ts';
import { linesOf } from './linesOf.ts';
import type { Reading } from './reading.ts';
import type { InspectSettings, Report } from './report.ts';
import { sampleNotes } from './sampleNotes.ts';
import type { TaskPool } from './taskPool.ts';
import type { LanguageShare } from './wordingTypes.ts';

/** Rows whose language is told at most. */
const LANGUAGE_ROWS = 10_000;

/** The languages of a sample of the rows. */
export interface SampledLanguages {
  /** Ascending. */
  readonly rows: Uint32Array;
  /** BCP 47 tag of each of these rows. */
  readonly ofRow: readonly string[];
  /** Each tag once, most rows first. */
  readonly names: readonly string[];
}

export type WordingSurvey = Pick<Report, 'recurringWording' | 'languages' | 'sampled'> & {
  readonly languageSample: SampledLanguages;
  readonly otherLanguages: readonly OtherLanguage[];
};

/** The languages of a sample of the rows, and the rows in another one than most. */
export type LanguageSurvey = Pick<
  WordingSurvey,
  'languages' | 'languageSample' | 'otherLanguages' | 'sampled'
>;

/** The languages that the rows are in. */
export async function surveyLanguages(
  pool: TaskPool,
  reading: Reading,
  { seed }: InspectSettings,
): Promise<LanguageSurvey> {
  const rows = reading.rowLines.length;
  const sample = sampleIndexes(rows, LANGUAGE_ROWS, seed);
  const languages = await pool.run('detectLanguages', { lines: linesOf(reading, sample) });
  const ranked = rankLanguages(languages);
  const rare = rareLanguagePlaces(languages);
  const isSure = await pool.run('confirmLanguages', {
    lines: linesOf(
      reading,
      Uint32Array.from(rare, (place) => sample[place]!),
    ),
    languages: rare.map((place) => languages[place]!),
  });
  const sure = rare
    .filter((_, at) => isSure[at])
    .map((place) => ({ row: sample[place]!, language: languages[place]! }));
  return {
    languages: ranked,
    otherLanguages: otherLanguages(sure, sample.length),
    languageSample: {
      rows: sample,
      ofRow: languages,
      names: ranked.map(({ language }) => language),
    },
    sampled: sampleNotes('languages', 'Languages were told of', sample.length, rows, seed),
  };
}

/** The wording that recurs over rows, beside their languages. */
export async function surveyWording(
  pool: TaskPool,
  reading: Reading,
  { fieldTokens, rowOfSlot }: Features,
  languagesOfRows: Promise<LanguageSurvey>,
  { seed }: InspectSettings,
): Promise<WordingSurvey> {
  const rows = reading.rowLines.length;
  const lines = linesOf(reading, rowOfSlot);
  const [instruction, response, languages] = await Promise.all([
    pool.run('findRecurringWording', {
      field: 'instruction',
      tokens: fieldTokens.instruction,
      lines,
    }),
    pool.run('findRecurringWording', { field: 'response', tokens: fieldTokens.response, lines }),
    languagesOfRows,
  ]);
  return {
    ...languages,
    recurringWording: { instruction, response },
    sampled: [
      ...sampleNotes(
        'recurring-wording',
        'Recurring wording was searched for in',
        rowOfSlot.length,
        rows,
        seed,
      ),
      ...languages.sampled,
    ],
  };
}

/** Most rows first, ties by tag. */
function rankLanguages(languages: readonly string[]): LanguageShare[] {
  const counts = new Map<string, number>();
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts]
    .map(([language, rows]) => ({ language, rows, share: rows / languages.length }))
    .sort((a, b) => b.rows - a.rows || (a.language < b.language ? -1 : 1));
}
