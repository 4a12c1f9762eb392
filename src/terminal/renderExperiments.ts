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
import type { Style } from './style.ts';
import { wrapText } from './wrapText.ts';

const AXIS_COLUMNS = 31;
const NAME_COLUMNS = 22;
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
  const runs = translate(englishSlopeWords.runs)
    .replace('{0}', count(report.runs.all))
    .replace('{1}', count(report.runs.used));
  const notesOf = (...weights: readonly NoteWeight[]) =>
    report.notes.filter(({ weight }) => weights.includes(weight));
  return [
    style.bold(runs),
    ...notesOf('error').flatMap((note) => say(noteSentence(note, tongue), '✗', style.warn)),
    ...notesOf('verdict').flatMap((note) => say(noteSentence(note, tongue), '→', style.accent)),
    '',
    ...renderSlopes(report, tongue, style),
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

function renderSlopes(report: ExperimentsReport, tongue: Tongue, style: Style): string[] {
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
  const axis = axisOf([...alone, ...together].map(({ slope }) => slope));
  const lines = (title: string, rows: readonly SlopeRow[]) =>
    rows.length === 0
      ? []
      : [style.bold(title), ...rows.map((row) => slopeLine(row, axis, tongue)), ''];
  const foretold = alone.some(({ predictiveR2 }) => predictiveR2 !== undefined)
    ? [translate(englishSlopeWords.predictive)]
    : [];
  const header = tongue.list([translate(englishSlopeWords.probability), ...foretold]);
  return [
    `${style.bold(translate(englishSlopeWords.slopes))}  ${style.dim(`${translate(englishSlopeWords.intervals)}; ${header}`)}`,
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

function slopeLine({ name, slope, predictiveR2 }: SlopeRow, axis: Axis, tongue: Tongue): string {
  const { figure, percent } = tongue;
  const { mean, interval95, probabilityPositive } = slope;
  const values = `${figure(mean)} (${figure(interval95.low)} … ${figure(interval95.high)})`;
  return [
    ` ${padToWidth(name, NAME_COLUMNS)}`,
    intervalBar(slope, axis),
    padToWidth(values, 30),
    ' '.repeat(Math.max(0, 7 - columnWidth(percent(probabilityPositive)))) +
      percent(probabilityPositive),
    predictiveR2 === undefined ? '' : figure(Math.round(100 * predictiveR2) / 100).padStart(7),
  ]
    .join(' ')
    .trimEnd();
}

function intervalBar({ mean, interval68, interval95 }: Slope, { low, high }: Axis): string {
  const spread = high - low || 1;
  const place = (value: number) => Math.round(((value - low) / spread) * (AXIS_COLUMNS - 1));
  const cells = Array.from({ length: AXIS_COLUMNS }, () => ' ');
  const draw = (from: number, to: number, sign: string) => {
    for (let at = place(from); at <= place(to); at++) cells[at] = sign;
  };
  draw(0, 0, '│');
  draw(interval95.low, interval95.high, '─');
  draw(interval68.low, interval68.high, '━');
  draw(mean, mean, '●');
  return cells.join('');
}
