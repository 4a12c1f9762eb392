import { isCompared, type Comparison } from '../../engine/compare/comparison.ts';
import type { SheetSection } from '../sheetProtocol.ts';
import type { CompareWords } from './compareWords.ts';
import { whyUncompared } from './whyUncompared.ts';
import { fill, type Wording } from './wording.ts';

/** How far the meanings of two files cover each other, each figure with what it would be without a shift. */
export function overlapSection(
  { overlap }: Comparison,
  words: CompareWords,
  { decimal, count }: Wording,
): SheetSection {
  const section = { id: 'overlap', title: words.overlap } as const;
  if (!isCompared(overlap)) return { ...section, note: whyUncompared(overlap, words) };
  const { balls, mauve, discrepancy } = overlap;
  const pairs = (rows: { readonly dataset: number; readonly reference: number }) =>
    fill(words.rowsAgainst, count(rows.dataset), count(rows.reference));
  const ofBalls = pairs({ dataset: balls.rows.generated, reference: balls.rows.real });
  const row = (meaning: string, ...cells: readonly string[]) => ({ cells, meaning, lines: [] });
  const rows = [
    row(
      words['overlap.precisionMeaning'],
      words['overlap.precision'],
      decimal(balls.precision, 3),
      '',
      ofBalls,
    ),
    row(
      words['overlap.recallMeaning'],
      words['overlap.recall'],
      decimal(balls.recall, 3),
      '',
      ofBalls,
    ),
    row(
      words['overlap.densityMeaning'],
      words['overlap.density'],
      decimal(balls.density, 3),
      decimal(1, 3),
      ofBalls,
    ),
    row(
      words['overlap.coverageMeaning'],
      words['overlap.coverage'],
      decimal(balls.coverage, 3),
      decimal(balls.expectedCoverage, 3),
      ofBalls,
    ),
    row(
      words['overlap.mauveMeaning'],
      words['overlap.mauve'],
      decimal(mauve.mauve, 3),
      decimal(mauve.expected, 3),
      pairs(mauve.rows),
    ),
    row(
      fill(words['overlap.discrepancyMeaning'], decimal(discrepancy.pValue, 3)),
      words['overlap.discrepancy'],
      decimal(discrepancy.discrepancy, 5),
      fill(words.areaByChance, decimal(discrepancy.expected, 5), decimal(discrepancy.deviation, 5)),
      pairs(discrepancy.rows),
    ),
  ];
  const header = [words.figure, words.measured, words.byChance, words.restsOn, words.meaning];
  return {
    ...section,
    note: fill(words.overlapNote, count(balls.k)),
    tables: [{ title: words.overlap, header, rows }],
  };
}
