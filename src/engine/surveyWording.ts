import {
  otherLanguages,
  rareLanguagePlaces,
  type OtherLanguage,
} from '../metrics/flags/offDistributionLanguage.ts';
import { sampleIndexes } from '../metrics/stats/sampleIndexes.ts';
import type { Features } from './extractFeatures.ts';
import type { Reading } from './reading.ts';
import type { InspectSettings, Report, SampleNote } from './report.ts';
import { sharedUint32 } from './shared.ts';
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

/** The wording that recurs over rows, and the languages that the rows are in. */
export async function surveyWording(
  pool: TaskPool,
  reading: Reading,
  { fieldTokens, rowOfSlot }: Features,
  settings: InspectSettings,
): Promise<WordingSurvey> {
  const rows = reading.rowLines.length;
  const lines = linesOf(reading, rowOfSlot);
  const sample = sampleIndexes(rows, LANGUAGE_ROWS, settings.seed);
  const [instruction, response, languages] = await Promise.all([
    pool.run('findRecurringWording', {
      field: 'instruction',
      tokens: fieldTokens.instruction,
      lines,
    }),
    pool.run('findRecurringWording', { field: 'response', tokens: fieldTokens.response, lines }),
    pool.run('detectLanguages', { lines: linesOf(reading, sample) }),
  ]);
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
    recurringWording: { instruction, response },
    languages: ranked,
    otherLanguages: otherLanguages(sure, sample.length),
    languageSample: {
      rows: sample,
      ofRow: languages,
      names: ranked.map(({ language }) => language),
    },
    sampled: [
      ...sampled('recurring-wording', 'Recurring wording was searched for in', rowOfSlot.length),
      ...sampled('languages', 'Languages were told of', sample.length),
    ],
  };

  function sampled(what: SampleNote['what'], done: string, used: number): SampleNote[] {
    if (used === rows) return [];
    const message = `${done} a random sample of ${used} of ${rows} rows.`;
    return [{ what, used, of: rows, seed: settings.seed, message }];
  }
}

/** 0-based lines of some rows, in shared memory. */
export function linesOf({ rowLines }: Pick<Reading, 'rowLines'>, rows: Uint32Array): Uint32Array {
  const lines = sharedUint32(rows.length);
  rows.forEach((row, at) => (lines[at] = rowLines[row]!));
  return lines;
}

/** Most rows first, ties by tag. */
function rankLanguages(languages: readonly string[]): LanguageShare[] {
  const counts = new Map<string, number>();
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts]
    .map(([language, rows]) => ({ language, rows, share: rows / languages.length }))
    .sort((a, b) => b.rows - a.rows || (a.language < b.language ? -1 : 1));
}
