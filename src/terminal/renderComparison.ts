import {
  isCompared,
  type Comparison,
  type KindUse,
  type LevelComparison,
  type OutsideRows,
  type Uncompared,
  type UsedKind,
} from '../engine/compare/comparison.ts';
import { LEAK_KINDS } from '../metrics/compare/leakedRows.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import type { MeasuredField } from '../webview/panelTerms.ts';
import { comparedFields } from '../webview/viewModel/comparedFields.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { barLines } from './barLines.ts';
import { columnWidth, cutToWidth, padToWidth } from './columnWidth.ts';
import { countOf } from './countOf.ts';
import { formatCount } from './formatCount.ts';
import { beside, hanging, joined } from './layLines.ts';
import { formatKinds } from './renderStanding.ts';
import { renderShift, verdictSentence } from './renderShift.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';
import { LEVEL_NAMES } from '../engine/report.ts';

const KINDS_SHOWN = 8;
const ROWS_SHOWN = 8;
const LABEL_WIDTH = 30;
const LABEL_INDENT = '    ';

/** The comparison as lines for a person at a terminal of `columns` columns. */
export function renderComparison(
  comparison: Comparison,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string {
  const { terminal, report } = wording;
  const lines = [
    ...renderHead(comparison, style, columns, wording),
    ...renderLevels(comparison, style, columns, wording),
    ...renderShift(comparison, style, columns, wording),
    ...renderOutside('invented', comparison.invented, style, columns, wording),
    ...renderOutside('missing', comparison.missing, style, columns, wording),
    ...(['topics', 'units', 'words'] as const).flatMap((name) =>
      renderUse(name, comparison.use[name], style, columns, wording),
    ),
    ...renderLeakage(comparison, style, columns, wording),
    ...comparison.sampled.flatMap((note) => {
      const text = harmlessText(report.sampled(note), 1000);
      return hanging(fill(terminal[`note.${note.in}`], text), columns, '').map(style.dim);
    }),
  ];
  return lines.join('\n') + '\n';
}

function renderHead(
  comparison: Comparison,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string[] {
  const describe = (which: Which) => {
    const { path, rows } = comparison[which].file;
    const facts = `${harmlessText(path, 1000)}  ${countOf('row', rows, wording)}`;
    return beside(`${nameOf(which, wording)}  `, facts, columns);
  };
  return [
    ...describe('dataset'),
    ...describe('reference'),
    '',
    ...beside('', verdictSentence(comparison, wording), columns).map(style.bold),
    '',
  ];
}

type Which = 'dataset' | 'reference';

/** Both names in the same number of columns. */
function nameOf(which: Which, { terminal }: TerminalWording): string {
  const width = Math.max(columnWidth(terminal.dataset), columnWidth(terminal.reference));
  return padToWidth(terminal[which], width);
}

function renderLevels(
  { levels }: Comparison,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string[] {
  return LEVEL_NAMES.flatMap((level) => [
    style.bold(wording.terminal[`comparedLevel.${level}`]),
    ...comparedFields(levels[level]).flatMap((field) =>
      renderLevel(field, levels[level][field], style, columns, wording),
    ),
    '',
  ]);
}

function renderLevel(
  field: MeasuredField,
  level: LevelComparison | Uncompared,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string[] {
  const { terminal, view, report } = wording;
  if (!isCompared(level)) {
    return level.uncompared.code === 'no-such-field'
      ? []
      : hanging(`${terminal[field]}: ${style.dim(report.uncompared(level))}`, columns);
  }
  const { effectiveKinds, ratio, moreDiverse, commonRows } = level;
  const bars = (['dataset', 'reference'] as const).map((which) => {
    const { q1, low, high } = effectiveKinds[which];
    const interval =
      low === undefined
        ? terminal.noInterval
        : fill(view.interval, formatKinds(low), formatKinds(high));
    return {
      head: `    ${nameOf(which, wording)}`,
      value: q1,
      figure: `${formatKinds(q1)} (${interval})`,
    };
  });
  const emphasis = moreDiverse === 'neither' ? style.dim : style.accent;
  const place = [terminal[field], countOf('row', commonRows, wording)];
  const compared =
    ratio.low === undefined
      ? fill(terminal.comparedFieldUntold, ...place, ratio.value.toFixed(2))
      : fill(
          terminal.comparedField,
          ...place,
          emphasis(terminal[`moreDiverse.${moreDiverse}`]),
          ...[ratio.value, ratio.low, ratio.high].map((value) => value.toFixed(2)),
        );
  return [...hanging(compared, columns), ...barLines(bars, columns)];
}

function renderOutside(
  which: 'invented' | 'missing',
  found: OutsideRows | Uncompared,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string[] {
  const { terminal, report } = wording;
  const title = terminal[`${which}Title`];
  if (!isCompared(found)) {
    const why = beside('  ', report.uncompared(found), columns).map(style.dim);
    return [style.bold(title), ...why, ''];
  }
  const { rows, outside, expectedShare, limit, furthest } = found;
  const shares = [outside / rows, expectedShare].map((share) => (100 * share).toFixed(1));
  const shown = furthest.slice(0, ROWS_SHOWN);
  return [
    ...beside(`${title}  `, countOf(which, outside, wording, ...shares), columns).map(style.bold),
    ...shown.flatMap(({ line, cosineDistance, nearestLine }) => {
      const distance = cosineDistance.toFixed(2);
      const places = [String(line), distance, String(nearestLine), limit.toFixed(2)];
      return hanging(fill(terminal.outsideRow, ...places), columns);
    }),
    '',
  ];
}

function renderUse(
  name: 'topics' | 'units' | 'words',
  use: KindUse | Uncompared,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string[] {
  const { terminal, report } = wording;
  const title = beside('', terminal[`use.${name}`], columns).map(style.bold);
  if (!isCompared(use)) {
    return [...title, ...beside('  ', report.uncompared(use), columns).map(style.dim), ''];
  }
  const lines = (which: 'overUsed' | 'underUsed') =>
    use[which].length === 0
      ? [style.dim(`  ${terminal[`${which}None`]}`)]
      : [
          `  ${fill(terminal[which], formatCount(use[`${which}Kinds`]))}`,
          ...renderKinds(use[which].slice(0, KINDS_SHOWN), use, columns, wording),
        ];
  return [...title, ...lines('overUsed'), ...lines('underUsed'), ''];
}

/** Names have less room where the terminal is narrow. */
function renderKinds(
  kinds: readonly UsedKind[],
  use: KindUse,
  columns: number,
  wording: TerminalWording,
): string[] {
  const labels = kinds.map(({ name }) => cutToWidth(harmlessText(name.trim()), LABEL_WIDTH));
  const founds = kinds.map((kind) => describeUse(kind, use, wording));
  const widest = (texts: readonly string[]) => Math.max(...texts.map(columnWidth));
  const isRoom = LABEL_INDENT.length + LABEL_WIDTH + 1 + widest(founds) <= columns;
  const width = isRoom ? LABEL_WIDTH : widest(labels);
  return labels.flatMap((label, at) =>
    beside(`${LABEL_INDENT}${padToWidth(label, width)} `, founds[at] ?? '', columns),
  );
}

function describeUse(
  { rows, z, lines, hardlyInOne }: UsedKind,
  use: KindUse,
  { terminal }: TerminalWording,
): string {
  const share = (which: Which) =>
    `${((100 * rows[which]) / use.rows[which]).toFixed(1)}%`.padStart(7);
  const which = z > 0 ? 'dataset' : 'reference';
  const hardly = z > 0 ? terminal.usedKindNotInReference : terminal.usedKindNotInDataset;
  return fill(
    hardlyInOne ? hardly : terminal.usedKind,
    share('dataset'),
    share('reference'),
    lines[which].slice(0, 3).join(', '),
  );
}

function renderLeakage(
  comparison: Comparison,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string[] {
  const { terminal, report } = wording;
  const { rows, byKind, pairs, allFound } = comparison.leakage;
  if (rows.dataset === 0) {
    const title = beside(`${terminal.leakageTitle}  `, terminal.noLeakage, columns);
    return [...title.map(style.bold), ''];
  }
  const leaked = countOf(
    'leakage',
    rows.dataset,
    wording,
    ((100 * rows.dataset) / comparison.dataset.file.rows).toFixed(1),
    countOf('row', rows.reference, wording),
  );
  const kinds = LEAK_KINDS.filter((kind) => byKind[kind] > 0);
  const shown = pairs.slice(0, ROWS_SHOWN);
  return [
    ...beside(`${terminal.leakageTitle}  `, leaked, columns).map(style.bold),
    ...joined(
      kinds.map((kind) => `${report.leak(kind)} ${formatCount(byKind[kind])}`),
      columns,
    ),
    ...shown.flatMap(({ line, referenceLine, kind, similarity }) => {
      const places = [
        String(line),
        report.leak(kind),
        similarity.toFixed(2),
        String(referenceLine),
      ];
      return hanging(fill(terminal.leakedRow, ...places), columns);
    }),
    ...(pairs.length > shown.length
      ? [style.dim(`  ${countOf('moreRow', pairs.length - shown.length, wording)}`)]
      : []),
    ...(allFound ? [] : [style.warn(`  ${terminal.notAllFound}`)]),
    '',
  ];
}
