import { isCompared } from '../engine/compare/comparison.ts';
import { SHIFT_NAMES, type MixCurve, type MixPoint, type Mixing } from '../engine/mix/mixing.ts';
import type { Band } from '../metrics/stats/band.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { mixVerdict } from '../webview/viewModel/mix/mixVerdict.ts';
import { fill, joinSentences } from '../webview/viewModel/wording.ts';
import { columnWidth, padToWidth } from './columnWidth.ts';
import { countOf } from './countOf.ts';
import { beside, hanging } from './layLines.ts';
import { layTable } from './layTable.ts';
import { formatKinds } from './renderStanding.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';
import { wrapText } from './wrapText.ts';
import { LEVEL_NAMES } from '../engine/report.ts';
import { FIELD_NAMES } from '../data/rowTypes.ts';

const STEPS = '▁▂▃▄▅▆▇█';
const GAP = '  ';
const TEXT_COLUMNS = 110;
const PATH_LENGTH = 1000;
const FIELD_WIDTH = 20;

/** What mixing shows, as lines for a person at a terminal. */
export function renderMixing(
  mixing: Mixing,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string {
  const { curves, notes, sampled } = mixing;
  const { terminal, mix, report } = wording;
  const wrap = (text: string) => wrapText(text, Math.min(columns, TEXT_COLUMNS));
  const { close } = curves;
  const lines = [
    ...renderHead(mixing, columns, wording),
    '',
    ...notes.flatMap((note) => wrap(report.mixNote(note)).map(style.warn)),
    ...(notes.length > 0 ? [''] : []),
    ...wrap(mixSentence(mixing, wording)).map(style.bold),
    '',
    ...renderCurve(terminal.anyGeneratedTitle, curves.all, mixing, style, columns, wording),
    ...(isCompared(close)
      ? renderCurve(terminal.closeGeneratedTitle, close, mixing, style, columns, wording)
      : [
          style.bold(terminal.closeGeneratedTitle),
          ...beside('  ', mix[`uncompared.${close.uncompared.code}`], columns).map(style.dim),
          '',
        ]),
    ...explanations(mixing, wording).flatMap((text) => wrap(text).map(style.dim)),
    ...sampled.flatMap((note) => {
      const text = harmlessText(report.sampled(note), PATH_LENGTH);
      return hanging(fill(terminal[`note.${note.in}`], text), columns, '').map(style.dim);
    }),
  ];
  return lines.join('\n') + '\n';
}

function renderHead(
  { generated, real, plan }: Mixing,
  columns: number,
  wording: TerminalWording,
): string[] {
  const { terminal } = wording;
  const names = [terminal.generatedFile, terminal.realFile, terminal.mixtures];
  const width = Math.max(...names.map(columnWidth));
  const facts = [
    ...[generated, real].map(({ file }) => {
      const path = harmlessText(file.path, PATH_LENGTH);
      return `${path}${GAP}${countOf('row', file.rows, wording)}`;
    }),
    fill(
      terminal.mixturesOf,
      countOf('row', plan.size, wording),
      String(plan.draws),
      countOf('realRow', plan.heldBackRows, wording),
    ),
  ];
  return facts.flatMap((fact, at) =>
    beside(`${padToWidth(names[at] ?? '', width)}${GAP}`, fact, columns),
  );
}

/** What both curves say, in a few sentences. */
function mixSentence({ curves: { all, close } }: Mixing, wording: TerminalWording): string {
  const { terminal, mix } = wording;
  const verdictOf = ({ verdict, points }: MixCurve) =>
    mixVerdict(verdict, points.at(-1)?.ratio ?? 0, mix, wording);
  return joinSentences([
    fill(terminal.anyGenerated, verdictOf(all)),
    isCompared(close) ? fill(mix.closeVerdict, verdictOf(close)) : undefined,
  ]);
}

/** By what rows count as close, ratios are marked, and where teams begin. */
function explanations({ closeness, rule }: Mixing, wording: TerminalWording): string[] {
  const { terminal, mix } = wording;
  const { low, high } = rule.usualStart;
  return [
    ...(isCompared(closeness)
      ? [
          joinSentences([
            fill(mix.closeness, percent(closeness.share), percent(closeness.closeShare.mean)),
            fill(terminal.closeLimit, closeness.limit.mean.toFixed(3)),
          ]),
        ]
      : []),
    fill(mix.rule, percent(rule.diversityErrorRate), percent(rule.shiftErrorRate)),
    fill(terminal.usualStart, String(low), String(high)),
  ];
}

const percent = (share: number): string => `${(100 * share).toFixed(1)}%`;

interface Column {
  readonly title: string;
  readonly bandOf: (point: MixPoint) => Band | undefined;
  readonly format: (value: number) => string;
  /** What stands before a figure that is beyond noise. */
  readonly signOf: (point: MixPoint) => string;
}

function columnsOf({ levels, noise }: Mixing, { terminal }: TerminalWording): Column[] {
  const ofLevels = LEVEL_NAMES.filter((level) => isCompared(levels[level].whole)).map(
    (level): Column => ({
      title: terminal[`mixedLevel.${level}`],
      bandOf: ({ effectiveKinds }) => effectiveKinds[level].whole,
      format: formatKinds,
      signOf: ({ gains, losses }) =>
        gains.includes(level) ? '+' : losses.includes(level) ? '−' : ' ',
    }),
  );
  const ofShifts = SHIFT_NAMES.filter((name) => isCompared(noise[name])).map((name): Column => ({
    title: terminal[`mixedShift.${name}`],
    bandOf: ({ shift }) => shift[name],
    format: (area) => area.toFixed(3),
    signOf: ({ shifted }) => (shifted.includes(name) ? '!' : ' '),
  }));
  return [
    ...ofLevels,
    ...ofShifts,
    {
      title: terminal.mixedRepeats,
      bandOf: ({ nearDuplicates }) => nearDuplicates,
      format: (share) => (100 * share).toFixed(1),
      signOf: () => ' ',
    },
  ];
}

function renderCurve(
  title: string,
  { points }: MixCurve,
  mixing: Mixing,
  style: Style,
  width: number,
  wording: TerminalWording,
): string[] {
  const { terminal } = wording;
  const { low, high } = mixing.rule.usualStart;
  const columns = columnsOf(mixing, wording);
  const spark = (column: Column) => sparkline(points.map((point) => column.bandOf(point)?.mean));
  const heads = [`  ${terminal.generatedFile}`, ...columns.map((column) => column.title)];
  const cells = [
    ...points.map((point) => {
      const guide = point.ratio >= low && point.ratio <= high ? '¦' : ' ';
      const figures = columns.map((column) => cellOf(column, point, wording));
      const mark = point.isMarked ? `${GAP}${terminal.marked}` : '';
      return [
        `  ${guide}${String(point.ratio).padStart(6)}%`,
        ...figures.slice(0, -1),
        `${figures.at(-1) ?? ''}${mark}`,
      ];
    }),
    [
      `  ${fill(terminal.perCentRange, '0', String(points.at(-1)?.ratio ?? 0))}`,
      ...columns.map(spark),
    ],
  ];
  const missing = mixing.plan.ratios.length - points.length;
  return [
    ...beside(`${title}${GAP}`, terminal.curveFigures, width).map(style.bold),
    ...layTable(heads, cells, width).flatMap(({ head, rows }) => [
      ...head,
      ...points.map((point, at) => {
        const row = rows[at] ?? '';
        return point.isMarked ? style.accent(row) : row;
      }),
      style.dim(rows.at(-1) ?? ''),
    ]),
    ...(missing > 0 ? beside('  ', terminal.tooFewClose, width).map(style.dim) : []),
    ...renderFields(points, mixing, wording),
    ...beside('  ', terminal.mixtureSigns, width).map(style.dim),
    '',
  ];
}

/** With a sign where the figure is beyond noise. */
function cellOf(
  { bandOf, format, signOf }: Column,
  point: MixPoint,
  { terminal }: Pick<TerminalWording, 'terminal'>,
): string {
  const band = bandOf(point);
  if (!band) return '';
  const { mean, low, high } = band;
  return `${signOf(point)}${fill(terminal.range, format(mean), format(low), format(high))}`;
}

/** Instruction and response by themselves, where files have both: how their means run over the ratios. */
function renderFields(
  points: readonly MixPoint[],
  { levels }: Mixing,
  { terminal }: TerminalWording,
): string[] {
  return LEVEL_NAMES.filter((level) =>
    FIELD_NAMES.every((field) => isCompared(levels[level][field])),
  ).flatMap((level) =>
    FIELD_NAMES.flatMap((field) => {
      const means = points.flatMap(
        ({ effectiveKinds }) => effectiveKinds[level][field]?.mean ?? [],
      );
      const [first, last] = [means[0], means.at(-1)];
      if (first === undefined || last === undefined) return [];
      const name = padToWidth(
        fill(terminal.mixedField, terminal[level], terminal[field]),
        FIELD_WIDTH,
      );
      return [`  ${name} ${formatKinds(first)} ${sparkline(means)} ${formatKinds(last)}`];
    }),
  );
}

function sparkline(values: readonly (number | undefined)[]): string {
  const known = values.filter((value) => value !== undefined);
  const low = Math.min(...known);
  const range = Math.max(...known) - low || 1;
  return values
    .map((value) => {
      if (value === undefined) return ' ';
      const step = Math.floor(((value - low) / range) * STEPS.length);
      return STEPS[Math.min(STEPS.length - 1, step)];
    })
    .join('');
}
