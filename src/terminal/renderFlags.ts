import type { Report } from '../engine/report.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { formatAmount } from './formatAmount.ts';
import { lineNames } from './lineNames.ts';
import type { Style } from './style.ts';

const CLUSTERS_SHOWN = 8;
const ROWS_SHOWN = 10;
const LINES_SHOWN = 8;

/** Near-duplicate clusters and off-distribution rows, the worst first, as lines for a terminal. */
export function renderFlags(report: Report, style: Style): string[] {
  const named = lineNames(report.file);
  const listLines = (listed: readonly number[]) => listOf(listed, named);
  const { exactClusters, fuzzyClusters, rows } = report.nearDuplicates;
  const lines = [style.bold(`NEAR-DUPLICATES  ${formatAmount(rows, 'row')}`)];
  if (rows === 0) lines.push(style.dim('  none found'));
  const exact = exactClusters.slice(0, CLUSTERS_SHOWN);
  for (const { lines: members, kept } of exact) {
    lines.push(`  equal           lines ${listLines(members)}, keep ${named(kept.line)}`);
  }
  const fuzzy = fuzzyClusters.slice(0, CLUSTERS_SHOWN);
  for (const { lines: members, similarity, kept, sameField } of fuzzy) {
    const same = sameField ? `, same ${sameField}` : '';
    lines.push(
      `  Jaccard ≥ ${similarity.toFixed(2)}  lines ${listLines(members)}, keep ${named(kept.line)}${same}`,
    );
  }
  const more = exactClusters.length - exact.length + fuzzyClusters.length - fuzzy.length;
  if (more > 0) lines.push(style.dim(`  … and ${formatAmount(more, 'more cluster')}`));

  lines.push(
    ...renderContained(report),
    ...renderSemantic(report, style),
    ...renderTemplates(report, style),
    ...renderPreferencePairs(report, style),
  );
  for (const field of ['instruction', 'response'] as const) {
    const { groups, rows: repeated } =
      report.nearDuplicates[field === 'instruction' ? 'sameInstruction' : 'sameResponse'];
    if (groups === 0) continue;
    const other = field === 'instruction' ? 'responses' : 'instructions';
    lines.push(
      `  same ${field}, different ${other}: ${formatAmount(repeated, 'row')} in ${formatAmount(groups, 'group')}`,
    );
  }

  const { offDistribution } = report;
  lines.push('', style.bold(`OFF-DISTRIBUTION  ${formatAmount(offDistribution.length, 'row')}`));
  if (offDistribution.length === 0) lines.push(style.dim('  none found'));
  for (const { line, score, reasons } of offDistribution.slice(0, ROWS_SHOWN)) {
    lines.push(
      `  line ${named(line)}  ${score.toFixed(2)}  ${harmlessText(reasons.join(' '), 1000)}`,
    );
  }
  if (offDistribution.length > ROWS_SHOWN) {
    lines.push(
      style.dim(`  … and ${formatAmount(offDistribution.length - ROWS_SHOWN, 'more row')}`),
    );
  }
  return [...lines, ''];
}

function renderContained({ nearDuplicates: { contained }, file }: Report): string[] {
  const named = lineNames(file);
  const shown = contained.rows.slice(0, CLUSTERS_SHOWN);
  const more = contained.rows.length - shown.length;
  return [
    ...shown.map(
      ({ line, inLine, containment }) =>
        `  contained       line ${named(line)}, ${(100 * containment).toFixed(0)} % of it in line ${named(inLine)}`,
    ),
    ...(more > 0 ? [`  … and ${formatAmount(more, 'more contained row')}`] : []),
  ];
}

function renderSemantic({ nearDuplicates: { semantic }, file }: Report, style: Style): string[] {
  const named = lineNames(file);
  const shown = semantic.clusters.slice(0, CLUSTERS_SHOWN);
  const more = semantic.clusters.length - shown.length;
  const lines = shown.map(
    ({ lines: members, similarity, kept }) =>
      `  cosine ≥ ${similarity.toFixed(2)}   lines ${listOf(members, named)}, keep ${named(kept.line)}, near in meaning`,
  );
  if (more > 0) lines.push(style.dim(`  … and ${formatAmount(more, 'more cluster')}`));
  if (shown.length > 0 && semantic.expectedPrecision !== undefined) {
    const share = (100 * semantic.expectedPrecision).toFixed(0);
    lines.push(
      style.dim(
        `  of judged pairs of Japanese captions, ${share} % of such meant roughly the same`,
      ),
    );
  }
  return lines;
}

function renderTemplates({ nearDuplicates: { templates }, file }: Report, style: Style): string[] {
  const named = lineNames(file);
  const shown = templates.families.slice(0, CLUSTERS_SHOWN);
  const more = templates.families.length - shown.length + templates.unlisted;
  return [
    ...shown.map(
      ({ frame, lines }) =>
        `  template        lines ${listOf(lines, named)}: ${harmlessText(frame, 200)}`,
    ),
    ...(more > 0 ? [style.dim(`  … and ${formatAmount(more, 'more template')}`)] : []),
  ];
}

function renderPreferencePairs(
  { nearDuplicates: { preferencePairs }, file }: Report,
  style: Style,
): string[] {
  if (!preferencePairs) return [];
  const named = lineNames(file);
  const { alike, contradictions } = preferencePairs;
  const lines = [
    ...contradictions.map(
      ({ line, rejectedInLine, sameInstruction }) =>
        `  preference      line ${named(line)}, its chosen answer is rejected in line ${named(rejectedInLine)}, to ${sameInstruction ? 'the same' : 'another'} instruction`,
    ),
    ...alike.map(
      ({ line, similarity }) =>
        `  preference      line ${named(line)}, chosen and rejected alike: Jaccard ${similarity.toFixed(2)}`,
    ),
  ];
  const more = lines.length - CLUSTERS_SHOWN;
  return [
    ...lines.slice(0, CLUSTERS_SHOWN),
    ...(more > 0 ? [style.dim(`  … and ${formatAmount(more, 'more preference pair')}`)] : []),
  ];
}

function listOf(lines: readonly number[], named: (line: number) => string): string {
  const shown = lines.slice(0, LINES_SHOWN).map(named).join(', ');
  return lines.length > LINES_SHOWN ? `${shown} … (${formatAmount(lines.length, 'row')})` : shown;
}
