import { isCompared } from '../../../engine/compare/comparison.ts';
import type {
  Generations,
  NarrowedLevel,
  TrackedGeneration,
} from '../../../engine/track/generations.ts';
import { narrowedTogether } from '../../../engine/track/narrowedTogether.ts';
import { harmlessText } from '../../../metrics/text/harmlessText.ts';
import type { BandChart, BandSeries, SheetSection, SheetView } from '../../sheetProtocol.ts';
import { fill, joinSentences, type Wording } from '../wording.ts';
import { changeSection } from './changeSection.ts';
import { tailSection } from './tailSection.ts';
import { trackedFields } from './trackedFields.ts';
import type { TrackWords } from './trackWords.ts';
import { LEVEL_NAMES } from '../../../engine/report.ts';

/** What the page shows of generations. @param names of their files, in order */
export function toTrackView(
  tracked: Generations,
  names: readonly string[],
  words: TrackWords,
  wording: Wording,
): SheetView {
  const { verdict, generations } = tracked;
  return {
    status: {
      kind: 'done',
      verdict: verdictOf(tracked, words, wording),
      detail: fill(words.basis, wording.setPercent(verdict.errorRate)),
      isConcern: verdict.code === 'narrowing',
    },
    files: generations.map(({ file }, at) => {
      const name = harmlessText(names[at] ?? file.path, 200);
      const rows = fill(words.rows, wording.count(file.rows));
      return { mark: `${at}`, name, summary: `${words.generation} ${at} · ${name} · ${rows}` };
    }),
    sections: [
      levelSection(tracked, words, wording),
      changeSection(tracked, words, wording),
      ...tailSection(tracked, words, wording),
      repeatSection(tracked, words, wording),
    ],
  };
}

function verdictOf(
  { verdict, generations }: Generations,
  words: TrackWords,
  wording: Wording,
): string {
  switch (verdict.code) {
    case 'too-few-rows':
      return fill(words.tooFewRows, wording.count(verdict.leastRows));
    case 'holding':
      return fill(words.holding, `${generations.length - 1}`);
    case 'narrowing':
      return fill(words.narrowing, wording.list(narrowedLevels(verdict.narrowed, words, wording)));
  }
}

function narrowedLevels(
  narrowed: readonly NarrowedLevel[],
  words: TrackWords,
  { decimal, list }: Wording,
): string[] {
  return narrowedTogether(narrowed).map(({ level, since, fields, adjustedPValue }) =>
    fill(
      words.narrowedLevel,
      words[level],
      `${since}`,
      list(fields.map((field) => words[field])),
      adjustedPValue < 0.001
        ? fill(words.pBelow, decimal(0.001, 3))
        : fill(words.pValue, decimal(adjustedPValue, 3)),
    ),
  );
}

function levelSection(tracked: Generations, words: TrackWords, wording: Wording): SheetSection {
  const without: string[] = [];
  const charts = LEVEL_NAMES.flatMap((level): BandChart[] => {
    const series = trackedFields(tracked.levels[level]).flatMap((field) => {
      const of = tracked.levels[level][field];
      if (!isCompared(of)) {
        const why = words[`uncompared.${of.uncompared.code}`];
        without.push(fill(words.notTracked, words[level], words[field], why));
        return [];
      }
      const points = of.generations.map(({ effectiveKinds }, x) => ({
        x,
        xText: `${x}`,
        y: effectiveKinds.q1,
        yText: wording.amount(effectiveKinds.q1),
        ...bandOf(effectiveKinds, words, wording),
      }));
      const bare = points.filter(({ band }) => !band).map(({ xText }) => xText);
      if (bare.length > 0) {
        without.push(fill(words.noInterval, words[level], words[field], wording.list(bare)));
      }
      return [{ rows: of.commonRows, name: words[field], points }];
    });
    const [first] = series;
    if (!first) return [];
    const lines = asLines(series, wording);
    return [
      {
        title: fill(words[`${level}Kinds`], wording.count(first.rows)),
        xLabel: words.generation,
        yLabel: words.effectiveKinds,
        series: lines,
        marked: [],
        ...(lines.length < series.length && { legend: words.oneLine }),
        fromZero: true,
      },
    ];
  });
  return {
    id: 'levels',
    title: words.levels,
    note: joinSentences([words.levelsNote, ...without]),
    charts,
  };
}

/** The band of a point, where it has an interval. */
function bandOf(
  { low, high }: TrackedGeneration['effectiveKinds'],
  words: TrackWords,
  { amount }: Wording,
): Pick<BandSeries['points'][number], 'band'> {
  if (low === undefined) return {};
  return { band: { low, high, text: fill(words.interval, amount(low), amount(high)) } };
}

/** One line for fields with the same figures, as tags have them: of lines that lie upon each other only one is seen. */
function asLines(series: readonly BandSeries[], { list }: Wording): BandSeries[] {
  const lines = new Map<string, { names: string[]; points: BandSeries['points'] }>();
  for (const { name, points } of series) {
    const key = JSON.stringify(points.map(({ y, band }) => [y, band?.low, band?.high]));
    const known = lines.get(key);
    if (known) known.names.push(name);
    else lines.set(key, { names: [name], points });
  }
  return Array.from(lines.values(), ({ names, points }) => ({ name: list(names), points }));
}

function repeatSection(
  { repeats }: Generations,
  words: TrackWords,
  { percent, count }: Wording,
): SheetSection {
  const kinds = ['nearDuplicateRows', 'templateRows', 'rowsOfGenerationBefore'] as const;
  const names = {
    nearDuplicateRows: words.nearDuplicates,
    templateRows: words.templates,
    rowsOfGenerationBefore: words.ofGenerationBefore,
  };
  const series = kinds.map((kind) => ({
    name: names[kind],
    points: repeats.generations.flatMap((generation, x) => {
      const rows = generation[kind];
      if (rows === undefined) return [];
      const share = rows / repeats.rows;
      return [{ x, xText: `${x}`, y: 100 * share, yText: percent(share) }];
    }),
  }));
  return {
    id: 'repeats',
    title: words.repeats,
    note: fill(words.repeatsNote, count(repeats.rows)),
    charts: [
      {
        title: words.repeatsTitle,
        xLabel: words.generation,
        yLabel: `${words.shareOfRows} (%)`,
        series,
        marked: [],
        fromZero: true,
      },
    ],
  };
}
