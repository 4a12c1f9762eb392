import { isCompared } from '../engine/compare/comparison.ts';
import type { LevelName, MixCurve, MixPoint, Mixing } from '../engine/mix/mixing.ts';
import type { Band } from '../metrics/stats/band.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { columnWidth, padToWidth } from './columnWidth.ts';
import { formatAmount } from './formatAmount.ts';
import { formatKinds } from './renderStanding.ts';
import type { Style } from './style.ts';
import { wrapText } from './wrapText.ts';

const LEVELS = ['macro', 'meso', 'micro'] as const;
const KINDS: Readonly<Record<LevelName, string>> = {
  macro: 'topics',
  meso: 'task units or tags',
  micro: 'tokens',
};
const STEPS = '▁▂▃▄▅▆▇█';
const GAP = '  ';
const TEXT_COLUMNS = 110;

/** What mixing shows, as lines for a person at a terminal. */
export function renderMixing(mixing: Mixing, style: Style, columns: number): string {
  const { generated, real, plan, curves, closeness, rule, notes, sampled } = mixing;
  const wrap = (text: string) => wrapText(text, Math.min(columns, TEXT_COLUMNS));
  const { close } = curves;
  const lines = [
    `generated  ${harmlessText(generated.file.path, 1000)}  ${formatAmount(generated.file.rows, 'row')}`,
    `real       ${harmlessText(real.file.path, 1000)}  ${formatAmount(real.file.rows, 'row')}`,
    `mixtures   of ${formatAmount(plan.size, 'row')}, ${plan.draws} draws each; ${formatAmount(plan.heldBackRows, 'real row')} held back in each draw`,
    '',
    ...notes.flatMap(({ message }) => wrap(message).map(style.warn)),
    ...(notes.length > 0 ? [''] : []),
    ...wrap(mixSentence(mixing)).map(style.bold),
    '',
    ...renderCurve('ANY GENERATED ROWS', curves.all, mixing, style, columns),
    ...(isCompared(close)
      ? renderCurve('CLOSE GENERATED ROWS ONLY', close, mixing, style, columns)
      : [style.bold('CLOSE GENERATED ROWS ONLY'), `  ${style.dim(close.uncompared.message)}`, '']),
    ...(isCompared(closeness)
      ? wrap(
          `Close: no further from the nearest real row of the draw than ${percent(closeness.share)} of real rows from theirs (cosine distance ${closeness.limit.mean.toFixed(3)}); ${percent(closeness.closeShare.mean)} of the generated rows are.`,
        ).map(style.dim)
      : []),
    ...wrap(rule.words).map(style.dim),
    ...wrap(
      `Teams usually begin at ${rule.usualStart.low}–${rule.usualStart.high} % (¦): a guide, no result. Figures are means over the draws, with the lowest and the highest.`,
    ).map(style.dim),
    ...sampled.map((note) => style.dim(`note (${note.in}): ${harmlessText(note.message, 1000)}`)),
  ];
  return lines.join('\n') + '\n';
}

/** What the first curve says, in one sentence. */
export function mixSentence({ curves: { all, close } }: Mixing): string {
  const filtered = isCompared(close)
    ? ` With close generated rows only: ${verdictWords(close)}.`
    : '';
  return `Any generated rows: ${verdictWords(all)}.${filtered}`;
}

function verdictWords({ verdict, points }: MixCurve): string {
  const { code, ratios, unshiftedUpTo } = verdict;
  const last = points.at(-1)?.ratio ?? 0;
  const unshifted =
    unshiftedUpTo === undefined
      ? ''
      : unshiftedUpTo >= last
        ? '; no shift is seen at any ratio'
        : `; no shift is seen up to ${unshiftedUpTo} %`;
  switch (code) {
    case 'gains-without-shift':
      return `diversity gains without a shift beyond noise at ${ratioWords(ratios)}${unshifted}`;
    case 'gains-with-shift':
      return `diversity gains only where there is a shift beyond noise${unshifted}`;
    case 'no-gain':
      return `diversity gains at no ratio beyond noise${unshifted}`;
    case 'shift-unknown':
      return 'shift cannot be measured, so that no ratio is marked';
  }
}

/** `10–30 %, 50 %`. @param ratios ascending, in steps of 10 */
function ratioWords(ratios: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const ratio of ratios) {
    const last = runs.at(-1);
    if (last && ratio - last[1] === 10) last[1] = ratio;
    else runs.push([ratio, ratio]);
  }
  return runs.map(([low, high]) => (low === high ? `${low} %` : `${low}–${high} %`)).join(', ');
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

interface Column {
  readonly title: string;
  readonly bandOf: (point: MixPoint) => Band | undefined;
  readonly format: (value: number) => string;
  /** What stands before a figure that is beyond noise. */
  readonly signOf: (point: MixPoint) => string;
}

function columnsOf({ levels, noise }: Mixing): Column[] {
  const ofLevels = LEVELS.filter((level) => isCompared(levels[level].whole)).map(
    (level): Column => ({
      title: `${level}: ${KINDS[level]}`,
      bandOf: ({ effectiveKinds }) => effectiveKinds[level].whole,
      format: formatKinds,
      signOf: ({ gains, losses }) =>
        gains.includes(level) ? '+' : losses.includes(level) ? '−' : ' ',
    }),
  );
  const ofShifts = (['meanings', 'wording'] as const)
    .filter((name) => isCompared(noise[name]))
    .map((name): Column => ({
      title: `shift: ${name}`,
      bandOf: ({ shift }) => shift[name],
      format: (area) => area.toFixed(3),
      signOf: ({ shifted }) => (shifted.includes(name) ? '!' : ' '),
    }));
  return [
    ...ofLevels,
    ...ofShifts,
    {
      title: 'near-duplicates',
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
): string[] {
  const { low, high } = mixing.rule.usualStart;
  const columns = columnsOf(mixing);
  const spark = (column: Column) => sparkline(points.map((point) => column.bandOf(point)?.mean));
  const table = (withBands: boolean) =>
    padColumns([
      ['  generated', ...columns.map((column) => column.title)],
      ...points.map((point) => {
        const guide = point.ratio >= low && point.ratio <= high ? '¦' : ' ';
        return [
          `  ${guide}${String(point.ratio).padStart(6)} %`,
          ...columns.map((column) => cellOf(column, point, withBands)),
        ];
      }),
      [`  0–${points.at(-1)?.ratio ?? 0} %`, ...columns.map(spark)],
    ]);
  const wide = table(true);
  const [head = '', ...rows] = wide.some((line) => columnWidth(line) > width) ? table(false) : wide;
  const missing = mixing.plan.ratios.length - points.length;
  return [
    style.bold(
      `${title}  effective kinds of whole rows; area under ROC (0.5: no shift); near-duplicates in %`,
    ),
    head,
    ...points.map((point, at) => {
      const row = rows[at] ?? '';
      return point.isMarked ? style.accent(`${row}${GAP}marked`) : row;
    }),
    style.dim(rows.at(-1) ?? ''),
    ...(missing > 0
      ? [style.dim(`  Higher ratios take more rows than there are close ones.`)]
      : []),
    ...renderFields(points, mixing),
    style.dim('  + more, − fewer kinds than real rows alone beyond noise; ! a shift beyond noise'),
    '',
  ];
}

function cellOf({ bandOf, format, signOf }: Column, point: MixPoint, withBand: boolean): string {
  const band = bandOf(point);
  if (!band) return '';
  const mean = `${signOf(point)}${format(band.mean)}`;
  return withBand ? `${mean} (${format(band.low)}–${format(band.high)})` : mean;
}

/** Rows of cells as lines, every column as wide as its widest cell. */
function padColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => columnWidth(row[at] ?? ''))),
  );
  return rows.map((row) =>
    row
      .map((cell, at) => padToWidth(cell, widths[at] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
}

/** Instruction and response by themselves, where files have both: how their means run over the ratios. */
function renderFields(points: readonly MixPoint[], { levels }: Mixing): string[] {
  const fields = ['instruction', 'response'] as const;
  return LEVELS.filter((level) =>
    fields.every((field) => isCompared(levels[level][field])),
  ).flatMap((level) =>
    fields.flatMap((field) => {
      const means = points.flatMap(
        ({ effectiveKinds }) => effectiveKinds[level][field]?.mean ?? [],
      );
      const [first, last] = [means[0], means.at(-1)];
      if (first === undefined || last === undefined) return [];
      const name = `${level}, ${field}`.padEnd(20);
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
