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
import { cutToWidth, padToWidth } from './columnWidth.ts';
import { formatAmount, formatCount } from './formatAmount.ts';
import { formatKinds } from './renderStanding.ts';
import { renderShift, verdictSentence } from './renderShift.ts';
import type { Style } from './style.ts';

const BAR_WIDTH = 24;
const KINDS_SHOWN = 8;
const ROWS_SHOWN = 8;
const LABEL_WIDTH = 30;

/** The comparison as lines for a person at a terminal of `columns` columns. */
export function renderComparison(comparison: Comparison, style: Style, columns: number): string {
  const width = Math.max(40, columns);
  const lines = [
    ...renderHead(comparison, style),
    ...renderLevels(comparison, style).map((line) => cutToWidth(line, width)),
    ...renderShift(comparison, style),
    ...renderOutside('INVENTED', 'of the data set', comparison.invented, style),
    ...renderOutside('MISSING', 'of the reference', comparison.missing, style),
    ...(['topics', 'units', 'words'] as const)
      .flatMap((name) => renderUse(name, comparison.use[name], style))
      .map((line) => cutToWidth(line, width)),
    ...renderLeakage(comparison, style),
    ...comparison.sampled.map((note) =>
      style.dim(`note (${note.in}): ${harmlessText(note.message, 1000)}`),
    ),
  ];
  return lines.join('\n') + '\n';
}

function renderHead(comparison: Comparison, style: Style): string[] {
  const describe = (which: 'dataset' | 'reference') => {
    const { file } = comparison[which];
    return `${which === 'dataset' ? 'data set ' : 'reference'}  ${harmlessText(file.path, 1000)}  ${formatAmount(file.rows, 'row')}`;
  };
  return [
    describe('dataset'),
    describe('reference'),
    '',
    style.bold(verdictSentence(comparison)),
    '',
  ];
}

const LEVEL_TITLES = {
  macro: 'MACRO  effective topics',
  meso: 'MESO   effective task units or tags',
  micro: 'MICRO  effective tokens',
} as const;

function renderLevels({ levels }: Comparison, style: Style): string[] {
  return (['macro', 'meso', 'micro'] as const).flatMap((level) => [
    style.bold(LEVEL_TITLES[level]),
    ...shownFields(levels[level]).flatMap((field) =>
      renderLevel(field, levels[level][field], style),
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

function renderLevel(field: string, level: LevelComparison | Uncompared, style: Style): string[] {
  if (!isCompared(level)) {
    const { code, message } = level.uncompared;
    return code === 'no-such-field' ? [] : [`  ${field}: ${style.dim(message)}`];
  }
  const { dataset, reference } = level.effectiveKinds;
  const { value, low, high } = level.ratio;
  const most = Math.max(dataset.q1, reference.q1);
  const bar = (name: string, { q1, low, high }: typeof dataset) => {
    const filled = '█'.repeat(Math.max(1, Math.round((BAR_WIDTH * q1) / most)));
    return `    ${name} ${padToWidth(filled, BAR_WIDTH)} ${formatKinds(q1)} (95 %: ${formatKinds(low)}–${formatKinds(high)})`;
  };
  const which = {
    dataset: style.accent('the data set is more diverse'),
    reference: style.accent('the reference is more diverse'),
    neither: style.dim('no difference beyond noise'),
  }[level.moreDiverse];
  return [
    `  ${field}, at ${formatAmount(level.commonRows, 'row')}: ${which} (ratio ${value.toFixed(2)}, 95 %: ${low.toFixed(2)}–${high.toFixed(2)})`,
    bar('data set ', dataset),
    bar('reference', reference),
  ];
}

function renderOutside(
  title: string,
  whose: string,
  found: OutsideRows | Uncompared,
  style: Style,
): string[] {
  if (!isCompared(found))
    return [style.bold(title), `  ${style.dim(found.uncompared.message)}`, ''];
  const { rows, outside, limit, furthest } = found;
  const share = ((100 * outside) / rows).toFixed(1);
  const shown = furthest.slice(0, ROWS_SHOWN);
  return [
    style.bold(
      `${title}  ${formatAmount(outside, 'row')} ${whose} (${share} %; 1 % of one source) lie outside of the other file`,
    ),
    ...shown.map(
      ({ line, cosineDistance, nearestLine }) =>
        `  line ${line}  cosine distance ${cosineDistance.toFixed(2)} to its nearest, line ${nearestLine} (limit ${limit.toFixed(2)})`,
    ),
    '',
  ];
}

const USE_TITLES = { topics: 'TOPICS', units: 'TAGS AND TASK UNITS', words: 'WORDS' } as const;

function renderUse(
  name: keyof typeof USE_TITLES,
  use: KindUse | Uncompared,
  style: Style,
): string[] {
  const title = style.bold(`${USE_TITLES[name]} used more or less than in the reference`);
  if (!isCompared(use)) return [title, `  ${style.dim(use.uncompared.message)}`, ''];
  const lines = (heading: string, kinds: readonly UsedKind[], count: number) =>
    kinds.length === 0
      ? [style.dim(`  ${heading}: none beyond chance`)]
      : [
          `  ${heading}: ${formatCount(count)}`,
          ...kinds.slice(0, KINDS_SHOWN).map((kind) => `    ${renderKind(kind, use)}`),
        ];
  return [
    title,
    ...lines('over-used', use.overUsed, use.overUsedKinds),
    ...lines('under-used', use.underUsed, use.underUsedKinds),
    '',
  ];
}

function renderKind({ name, rows, z, lines, hardlyInOne }: UsedKind, use: KindUse): string {
  const share = (which: 'dataset' | 'reference') =>
    `${((100 * rows[which]) / use.rows[which]).toFixed(1)} %`.padStart(7);
  const label = padToWidth(cutToWidth(harmlessText(name.trim()), LABEL_WIDTH), LABEL_WIDTH);
  const which = z > 0 ? 'dataset' : 'reference';
  const hardly = hardlyInOne
    ? z > 0
      ? '  hardly in the reference'
      : '  hardly in the data set'
    : '';
  return `${label} ${share('dataset')} against ${share('reference')}${hardly}  lines ${lines[which].slice(0, 3).join(', ')}`;
}

function renderLeakage(comparison: Comparison, style: Style): string[] {
  const { leakage } = comparison;
  const { rows, byKind, pairs } = leakage;
  if (rows.dataset === 0) {
    return [style.bold('LEAKAGE  no row of the data set repeats one of the reference'), ''];
  }
  const title = style.bold(
    `LEAKAGE  ${formatAmount(rows.dataset, 'row')} of the data set (${((100 * rows.dataset) / comparison.dataset.file.rows).toFixed(1)} %) repeat ${formatAmount(rows.reference, 'row')} of the reference`,
  );
  const kinds = LEAK_KINDS.filter((kind) => byKind[kind] > 0);
  const shown = pairs.slice(0, ROWS_SHOWN);
  return [
    title,
    `  ${kinds.map((kind) => `${kind} ${formatCount(byKind[kind])}`).join(' · ')}`,
    ...shown.map(
      ({ line, referenceLine, kind, similarity }) =>
        `  line ${line}  ${kind} ${similarity.toFixed(2)}  line ${referenceLine} of the reference`,
    ),
    ...(pairs.length > shown.length
      ? [style.dim(`  … and ${formatAmount(pairs.length - shown.length, 'more row')}`)]
      : []),
    ...(leakage.allFound ? [] : [style.warn('  Not all contained rows were looked for.')]),
    '',
  ];
}
