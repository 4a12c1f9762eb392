import type { Report } from '../engine/report.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { formatAmount } from './formatAmount.ts';
import type { Style } from './style.ts';

const CLUSTERS_SHOWN = 8;
const ROWS_SHOWN = 10;
const LINES_SHOWN = 8;

/** Near-duplicate clusters and off-distribution rows, the worst first, as lines for a terminal. */
export function renderFlags(report: Report, style: Style): string[] {
  const { exactClusters, fuzzyClusters, rows } = report.nearDuplicates;
  const lines = [style.bold(`NEAR-DUPLICATES  ${formatAmount(rows, 'row')}`)];
  if (rows === 0) lines.push(style.dim('  none found'));
  const exact = exactClusters.slice(0, CLUSTERS_SHOWN);
  for (const cluster of exact) lines.push(`  equal           lines ${listLines(cluster.lines)}`);
  const fuzzy = fuzzyClusters.slice(0, CLUSTERS_SHOWN);
  for (const { lines: members, similarity } of fuzzy) {
    lines.push(`  Jaccard ≥ ${similarity.toFixed(2)}  lines ${listLines(members)}`);
  }
  const more = exactClusters.length - exact.length + fuzzyClusters.length - fuzzy.length;
  if (more > 0) lines.push(style.dim(`  … and ${formatAmount(more, 'more cluster')}`));

  const { offDistribution } = report;
  lines.push('', style.bold(`OFF-DISTRIBUTION  ${formatAmount(offDistribution.length, 'row')}`));
  if (offDistribution.length === 0) lines.push(style.dim('  none found'));
  for (const { line, score, reasons } of offDistribution.slice(0, ROWS_SHOWN)) {
    lines.push(`  line ${line}  ${score.toFixed(2)}  ${harmlessText(reasons.join(' '), 1000)}`);
  }
  if (offDistribution.length > ROWS_SHOWN) {
    lines.push(
      style.dim(`  … and ${formatAmount(offDistribution.length - ROWS_SHOWN, 'more row')}`),
    );
  }
  return [...lines, ''];
}

function listLines(lines: readonly number[]): string {
  const shown = lines.slice(0, LINES_SHOWN).join(', ');
  return lines.length > LINES_SHOWN ? `${shown} … (${formatAmount(lines.length, 'row')})` : shown;
}
