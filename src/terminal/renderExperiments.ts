import {
  isAbsent,
  type ExperimentsReport,
  type NoteWeight,
  type Slope,
} from '../engine/experiments/experimentsReport.ts';
import { columnName, noteSentence, type Tongue } from '../engine/experiments/noteSentence.ts';
import { PRIOR } from '../engine/experiments/noteWords.ts';
import { englishSlopeWords } from '../engine/experiments/slopeWords.ts';
import { columnWidth, padToWidth } from './columnWidth.ts';
import { beside } from './layLines.ts';
import type { Style } from './style.ts';
import { wrapText } from './wrapText.ts';

const WIDE: Layout = {
  ...{ name: 22, axis: 31, values: 30, share: 7, foretold: 7 },
  isBelow: false,
};
/** With a shorter axis the figures stand below it. */
const LEAST_AXIS = 15;
const MOST_COLUMNS = 100;

/** What the runs say, as lines for a person at a terminal of `columns` columns. */
export function renderExperiments(
  report: ExperimentsReport,
  tongue: Tongue,
  style: Style,
  columns: number,
): string {
  const { translate, count } = tongue;
  const width = Math.min(MOST_COLUMNS, columns);
  const say = (text: string, mark: string, paint = (line: string) => line) =>
    wrapText(text, width - 2).map((line, i) => paint(`${i === 0 ? mark : ' '} ${line}`));
  const runs = translate(englishSlopeWords[report.runs.all === 1 ? 'runsOne' : 'runsOther'])
    .replace('{0}', count(report.runs.all))
    .replace('{1}', count(report.runs.used));
  const notesOf = (...weights: readonly NoteWeight[]) =>
    report.notes.filter(({ weight }) => weights.includes(weight));
  return [
    style.bold(runs),
    ...notesOf('error').flatMap((note) => say(noteSentence(note, tongue), '✗', style.warn)),
    ...notesOf('verdict').flatMap((note) => say(noteSentence(note, tongue), '→', style.accent)),
    '',
    ...renderSlopes(report, tongue, style, columns),
    ...notesOf('warning').flatMap((note) => say(noteSentence(note, tongue), '!')),
    ...notesOf('info').flatMap((note) => say(noteSentence(note, tongue), '·', style.dim)),
    ...(report.levels.length > 0 ? say(translate(PRIOR), '·', style.dim) : []),
    '',
  ].join('\n');
}

interface SlopeRow {
  readonly name: string;
  readonly slope: Slope;
  readonly predictiveR2?: number;
}

function renderSlopes(
  report: ExperimentsReport,
  tongue: Tongue,
  style: Style,
  columns: number,
): string[] {
  const { translate } = tongue;
  const alone = report.levels.flatMap(({ column, alone: relation }): SlopeRow[] => {
    if (isAbsent(relation)) return [];
    const { slope, leaveOneOut } = relation;
    return [
      {
        name: columnName(column, tongue),
        slope,
        ...(leaveOneOut && { predictiveR2: leaveOneOut.predictiveR2 }),
      },
    ];
  });
  const together = isAbsent(report.together)
    ? []
    : report.together.levels.map(({ column, slope }): SlopeRow => ({
        name: columnName(column, tongue),
        slope,
      }));
  if (alone.length === 0) return [];
  const layout = layoutOf([...alone, ...together], columns, tongue);
  const axis = axisOf([...alone, ...together].map(({ slope }) => slope));
  const lines = (title: string, rows: readonly SlopeRow[]) =>
    rows.length === 0
      ? []
      : [style.bold(title), ...rows.flatMap((row) => slopeLines(row, axis, layout, tongue)), ''];
  const foretold = alone.some(({ predictiveR2 }) => predictiveR2 !== undefined)
    ? [translate(englishSlopeWords.predictive)]
    : [];
  const header = tongue.list([translate(englishSlopeWords.probability), ...foretold]);
  const title = translate(englishSlopeWords.slopes);
  const legend = `${translate(englishSlopeWords.intervals)}; ${header}`;
  return [
    ...(columnWidth(`${title}  ${legend}`) <= columns
      ? [`${style.bold(title)}  ${style.dim(legend)}`]
      : [style.bold(title), ...beside('  ', legend, columns).map(style.dim)]),
    '',
    ...lines(translate(englishSlopeWords.alone), alone),
    ...lines(translate(englishSlopeWords.together), together),
  ];
}

interface Axis {
  readonly low: number;
  readonly high: number;
}

/** Holds every interval and zero. */
function axisOf(slopes: readonly Slope[]): Axis {
  return slopes.reduce<Axis>(
    ({ low, high }, { interval95 }) => ({
      low: Math.min(low, interval95.low),
      high: Math.max(high, interval95.high),
    }),
    { low: 0, high: 0 },
  );
}

/** Columns of the parts of a slope's line, with a space before each of them. */
interface Layout {
  readonly name: number;
  readonly axis: number;
  readonly values: number;
  readonly share: number;
  readonly foretold: number;
  /** Whether figures stand below the axis. */
  readonly isBelow: boolean;
}

/** Where a line has no room for all, columns are as wide as their texts and the axis has what is left. */
function layoutOf(rows: readonly SlopeRow[], columns: number, tongue: Tongue): Layout {
  if (widthOf(WIDE) <= columns) return WIDE;
  const texts = rows.map((row) => textsOf(row, tongue));
  const widest = (name: keyof SlopeTexts) =>
    Math.max(...texts.map((text) => columnWidth(text[name])));
  const close = {
    ...WIDE,
    ...{ values: widest('values'), share: widest('share'), foretold: widest('foretold') },
  };
  const axis = Math.min(WIDE.axis, WIDE.axis + columns - widthOf(close));
  if (axis >= LEAST_AXIS) return { ...close, axis };
  return { ...close, axis: Math.min(WIDE.axis, columns - WIDE.name - 2), isBelow: true };
}

const widthOf = ({ name, axis, values, share, foretold }: Layout): number =>
  [name, axis, values, share, foretold].reduce((sum, width) => sum + 1 + width, 0);

interface SlopeTexts {
  readonly values: string;
  readonly share: string;
  readonly foretold: string;
}

function textsOf(
  { slope: { mean, interval95, probabilityPositive }, predictiveR2 }: SlopeRow,
  { figure, percent }: Tongue,
): SlopeTexts {
  return {
    values: `${figure(mean)} (${figure(interval95.low)} … ${figure(interval95.high)})`,
    share: percent(probabilityPositive),
    foretold: predictiveR2 === undefined ? '' : figure(Math.round(100 * predictiveR2) / 100),
  };
}

/** A slope in one line, or with its figures below its axis. */
function slopeLines(row: SlopeRow, axis: Axis, layout: Layout, tongue: Tongue): string[] {
  const { values, share, foretold } = textsOf(row, tongue);
  const bar = `${padToWidth(row.name, layout.name)} ${intervalBar(row.slope, axis, layout.axis)}`;
  const figures = [
    padToWidth(values, layout.values),
    ' '.repeat(Math.max(0, layout.share - columnWidth(share))) + share,
    foretold.padStart(layout.foretold),
  ].join(' ');
  return layout.isBelow
    ? [` ${bar.trimEnd()}`, `   ${figures.trimEnd()}`]
    : [` ${bar} ${figures}`.trimEnd()];
}

function intervalBar(
  { mean, interval68, interval95 }: Slope,
  { low, high }: Axis,
  columns: number,
): string {
  const spread = high - low || 1;
  const place = (value: number) => Math.round(((value - low) / spread) * (columns - 1));
  const cells = Array.from({ length: columns }, () => ' ');
  const draw = (from: number, to: number, sign: string) => {
    for (let at = place(from); at <= place(to); at++) cells[at] = sign;
  };
  draw(0, 0, '│');
  draw(interval95.low, interval95.high, '─');
  draw(interval68.low, interval68.high, '━');
  draw(mean, mean, '●');
  return cells.join('');
}
