import {
  isCompared,
  type Comparison,
  type KindUse,
  type LevelComparison,
  type OutsideRows,
  type Uncompared,
} from '../engine/compare/comparison.ts';
import type { ToldInterval } from '../metrics/stats/levelFigures.ts';
import { LEVEL_IDS, MEASURED_FIELDS } from '../webview/panelTerms.ts';
import { englishCompareWords } from '../webview/viewModel/compareWords.ts';
import { NAME_CHARACTERS, quoteText, TEXT_NOTE } from './quoteText.ts';
import type { ComparisonSummary } from './resultSchemas.ts';
import { significant } from './significant.ts';

const ROWS_NAMED = 10;
const NAMES = 5;

/** The start of the texts on some lines of one of the files; undefined where no texts are asked for. */
export type ReadTexts = (
  which: 'dataset' | 'reference',
  lines: readonly number[],
) => Promise<readonly string[]>;

/** A comparison in short: no word of the rows in it unless `readTexts` is there. */
export async function summarizeComparison(
  comparison: Comparison,
  readTexts: ReadTexts | undefined,
): Promise<ComparisonSummary> {
  const { dataset, reference, verdict, levels, overlap, use, leakage, sampled } = comparison;
  const leaked = leakage.pairs
    .toSorted((a, b) => b.similarity - a.similarity || a.line - b.line)
    .slice(0, ROWS_NAMED);
  const leakedTexts = await readTexts?.(
    'dataset',
    leaked.map(({ line }) => line),
  );
  const names = readTexts !== undefined;
  return {
    dataset: { path: dataset.file.path, rows: dataset.file.rows },
    reference: { path: reference.file.path, rows: reference.file.rows },
    verdict: {
      code: verdict.code,
      sentence: englishCompareWords[`verdict.${verdict.code}`],
      beyondChance: [...verdict.beyondChance],
      adjustedPValue: significant(verdict.adjustedPValue),
    },
    levels: Object.fromEntries(
      LEVEL_IDS.map((id) => [
        id,
        Object.fromEntries(
          MEASURED_FIELDS.map((field) => [field, summarizeLevel(levels[id][field])]),
        ),
      ]),
    ) as ComparisonSummary['levels'],
    overlap: isCompared(overlap)
      ? {
          precision: significant(overlap.balls.precision),
          recall: significant(overlap.balls.recall),
          density: significant(overlap.balls.density),
          coverage: significant(overlap.balls.coverage),
          mauve: significant(overlap.mauve.mauve),
        }
      : whyNot(overlap),
    invented: await summarizeOutside('dataset', comparison.invented, readTexts),
    missing: await summarizeOutside('reference', comparison.missing, readTexts),
    use: {
      topics: summarizeUse(use.topics, names),
      units: summarizeUse(use.units, names),
      words: summarizeUse(use.words, names),
    },
    leakage: {
      rows: leakage.rows.dataset,
      referenceRows: leakage.rows.reference,
      byKind: { ...leakage.byKind },
      pairs: leaked.map(({ line, referenceLine, kind, similarity }, at) => ({
        line,
        referenceLine,
        kind,
        similarity: significant(similarity),
        ...textOf(leakedTexts?.[at]),
      })),
    },
    notes: [
      ...sampled.map((note) => `${note.in}: ${note.message}`),
      ...(leakage.allFound ? [] : ['Not all contained rows were looked for.']),
      ...(names ? [TEXT_NOTE] : []),
    ],
  };
}

const whyNot = ({ uncompared }: Uncompared) => ({ why: uncompared.message });

const textOf = (text: string | undefined) => (text === undefined ? {} : { text: quoteText(text) });

function summarizeLevel(
  level: LevelComparison | Uncompared,
): ComparisonSummary['levels']['macro']['whole'] {
  if (!isCompared(level)) return whyNot(level);
  const { commonRows, effectiveKinds, ratio, moreDiverse } = level;
  return {
    atRows: commonRows,
    dataset: withEnds(effectiveKinds.dataset.q1, effectiveKinds.dataset),
    reference: withEnds(effectiveKinds.reference.q1, effectiveKinds.reference),
    ratio: withEnds(ratio.value, ratio),
    moreDiverse,
  };
}

const withEnds = (value: number, { low, high }: ToldInterval) => ({
  value: significant(value),
  ...(low !== undefined && { low: significant(low), high: significant(high) }),
});

async function summarizeOutside(
  which: 'dataset' | 'reference',
  found: OutsideRows | Uncompared,
  readTexts: ReadTexts | undefined,
): Promise<ComparisonSummary['invented']> {
  if (!isCompared(found)) return whyNot(found);
  const furthest = found.furthest.slice(0, Math.min(ROWS_NAMED, found.outside));
  const texts = await readTexts?.(
    which,
    furthest.map(({ line }) => line),
  );
  return {
    rows: found.rows,
    outside: found.outside,
    expectedShare: significant(found.expectedShare),
    furthest: furthest.map(({ line, cosineDistance, nearestLine }, at) => ({
      line,
      cosineDistance: significant(Math.max(0, cosineDistance)),
      nearestLine,
      ...textOf(texts?.[at]),
    })),
  };
}

function summarizeUse(
  use: KindUse | Uncompared,
  withNames: boolean,
): ComparisonSummary['use']['topics'] {
  if (!isCompared(use)) return whyNot(use);
  const named = (kinds: KindUse['overUsed']) =>
    kinds.slice(0, NAMES).map(({ name }) => quoteText(name, NAME_CHARACTERS));
  return {
    overUsed: use.overUsedKinds,
    underUsed: use.underUsedKinds,
    ...(withNames && {
      overUsedNames: named(use.overUsed),
      underUsedNames: named(use.underUsed),
    }),
  };
}
