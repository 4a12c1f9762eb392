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
import { fill } from '../webview/viewModel/wording.ts';
import { columnWidth, cutToWidth, padToWidth } from './columnWidth.ts';
import { countOf } from './countOf.ts';
import { formatCount } from './formatAmount.ts';
import { formatKinds } from './renderStanding.ts';
import { renderShift, verdictSentence } from './renderShift.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';

const BAR_WIDTH = 24;
const KINDS_SHOWN = 8;
const ROWS_SHOWN = 8;
const LABEL_WIDTH = 30;

/** The comparison as lines for a person at a terminal of `columns` columns. */
export function renderComparison(
  comparison: Comparison,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string {
  const width = Math.max(40, columns);
  const { terminal, report } = wording;
  const lines = [
    ...renderHead(comparison, style, wording),
    ...renderLevels(comparison, style, wording).map((line) => cutToWidth(line, width)),
    ...renderShift(comparison, style, wording),
    ...renderOutside('invented', comparison.invented, style, wording),
    ...renderOutside('missing', comparison.missing, style, wording),
    ...(['topics', 'units', 'words'] as const)
      .flatMap((name) => renderUse(name, comparison.use[name], style, wording))
      .map((line) => cutToWidth(line, width)),
    ...renderLeakage(comparison, style, wording),
    ...comparison.sampled.map((note) =>
      style.dim(fill(terminal[`note.${note.in}`], harmlessText(report.sampled(note), 1000))),
    ),
  ];
  return lines.join('\n') + '\n';
}

function renderHead(comparison: Comparison, style: Style, wording: TerminalWording): string[] {
  const describe = (which: Which) => {
    const { path, rows } = comparison[which].file;
    return `${nameOf(which, wording)}  ${harmlessText(path, 1000)}  ${countOf('row', rows, wording)}`;
  };
  return [
    describe('dataset'),
    describe('reference'),
    '',
    style.bold(verdictSentence(comparison, wording)),
    '',
  ];
}

type Which = 'dataset' | 'reference';

/** Both names in the same number of columns. */
function nameOf(which: Which, { terminal }: TerminalWording): string {
  const width = Math.max(columnWidth(terminal.dataset), columnWidth(terminal.reference));
  return padToWidth(terminal[which], width);
}

function renderLevels({ levels }: Comparison, style: Style, wording: TerminalWording): string[] {
  return (['macro', 'meso', 'micro'] as const).flatMap((level) => [
    style.bold(wording.terminal[`comparedLevel.${level}`]),
    ...shownFields(levels[level]).flatMap((field) =>
      renderLevel(field, levels[level][field], style, wording),
    ),
    '',
  ]);
}

/** Where both files have one field only, the whole is that field. */
function shownFields(level: Comparison['levels']['macro']) {
  const isIn = (field: 'instruction' | 'response') => isCompared(level[field]);
  const fields = (['instruction', 'response'] as const).filter(isIn);
  return fields.length === 1 ? fields : [...fields, 'whole' as const];
}

function renderLevel(
  field: MeasuredField,
  level: LevelComparison | Uncompared,
  style: Style,
  wording: TerminalWording,
): string[] {
  const { terminal, view, report } = wording;
  if (!isCompared(level)) {
    return level.uncompared.code === 'no-such-field'
      ? []
      : [`  ${terminal[field]}: ${style.dim(report.uncompared(level))}`];
  }
  const { effectiveKinds, ratio, moreDiverse, commonRows } = level;
  const most = Math.max(effectiveKinds.dataset.q1, effectiveKinds.reference.q1);
  const bar = (which: Which) => {
    const { q1, low, high } = effectiveKinds[which];
    const filled = '█'.repeat(Math.max(1, Math.round((BAR_WIDTH * q1) / most)));
    const interval = fill(view.interval, formatKinds(low), formatKinds(high));
    return `    ${nameOf(which, wording)} ${padToWidth(filled, BAR_WIDTH)} ${formatKinds(q1)} (${interval})`;
  };
  const emphasis = moreDiverse === 'neither' ? style.dim : style.accent;
  const compared = fill(
    terminal.comparedField,
    terminal[field],
    countOf('row', commonRows, wording),
    emphasis(terminal[`moreDiverse.${moreDiverse}`]),
    ...[ratio.value, ratio.low, ratio.high].map((value) => value.toFixed(2)),
  );
  return [`  ${compared}`, bar('dataset'), bar('reference')];
}

function renderOutside(
  which: 'invented' | 'missing',
  found: OutsideRows | Uncompared,
  style: Style,
  wording: TerminalWording,
): string[] {
  const { terminal, report } = wording;
  const title = terminal[`${which}Title`];
  if (!isCompared(found))
    return [style.bold(title), `  ${style.dim(report.uncompared(found))}`, ''];
  const { rows, outside, limit, furthest } = found;
  const share = ((100 * outside) / rows).toFixed(1);
  const shown = furthest.slice(0, ROWS_SHOWN);
  return [
    style.bold(`${title}  ${countOf(which, outside, wording, share)}`),
    ...shown.map(({ line, cosineDistance, nearestLine }) => {
      const distance = cosineDistance.toFixed(2);
      const places = [String(line), distance, String(nearestLine), limit.toFixed(2)];
      return `  ${fill(terminal.outsideRow, ...places)}`;
    }),
    '',
  ];
}

function renderUse(
  name: 'topics' | 'units' | 'words',
  use: KindUse | Uncompared,
  style: Style,
  wording: TerminalWording,
): string[] {
  const { terminal, report } = wording;
  const title = style.bold(terminal[`use.${name}`]);
  if (!isCompared(use)) return [title, `  ${style.dim(report.uncompared(use))}`, ''];
  const lines = (which: 'overUsed' | 'underUsed') =>
    use[which].length === 0
      ? [style.dim(`  ${terminal[`${which}None`]}`)]
      : [
          `  ${fill(terminal[which], formatCount(use[`${which}Kinds`]))}`,
          ...use[which]
            .slice(0, KINDS_SHOWN)
            .map((kind) => `    ${renderKind(kind, use, wording)}`),
        ];
  return [title, ...lines('overUsed'), ...lines('underUsed'), ''];
}

function renderKind(
  { name, rows, z, lines, hardlyInOne }: UsedKind,
  use: KindUse,
  { terminal }: TerminalWording,
): string {
  const share = (which: Which) =>
    `${((100 * rows[which]) / use.rows[which]).toFixed(1)}%`.padStart(7);
  const label = padToWidth(cutToWidth(harmlessText(name.trim()), LABEL_WIDTH), LABEL_WIDTH);
  const which = z > 0 ? 'dataset' : 'reference';
  const hardly = z > 0 ? terminal.usedKindNotInReference : terminal.usedKindNotInDataset;
  const found = fill(
    hardlyInOne ? hardly : terminal.usedKind,
    share('dataset'),
    share('reference'),
    lines[which].slice(0, 3).join(', '),
  );
  return `${label} ${found}`;
}

function renderLeakage(comparison: Comparison, style: Style, wording: TerminalWording): string[] {
  const { terminal, report } = wording;
  const { rows, byKind, pairs, allFound } = comparison.leakage;
  if (rows.dataset === 0) {
    return [style.bold(`${terminal.leakageTitle}  ${terminal.noLeakage}`), ''];
  }
  const leaked = fill(
    terminal.leakage,
    countOf('row', rows.dataset, wording),
    ((100 * rows.dataset) / comparison.dataset.file.rows).toFixed(1),
    countOf('row', rows.reference, wording),
  );
  const kinds = LEAK_KINDS.filter((kind) => byKind[kind] > 0);
  const shown = pairs.slice(0, ROWS_SHOWN);
  return [
    style.bold(`${terminal.leakageTitle}  ${leaked}`),
    `  ${kinds.map((kind) => `${report.leak(kind)} ${formatCount(byKind[kind])}`).join(' · ')}`,
    ...shown.map(
      ({ line, referenceLine, kind, similarity }) =>
        `  ${fill(terminal.leakedRow, String(line), report.leak(kind), similarity.toFixed(2), String(referenceLine))}`,
    ),
    ...(pairs.length > shown.length
      ? [style.dim(`  ${countOf('moreRow', pairs.length - shown.length, wording)}`)]
      : []),
    ...(allFound ? [] : [style.warn(`  ${terminal.notAllFound}`)]),
    '',
  ];
}
