import type { Report } from '../engine/report.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { padToWidth } from './columnWidth.ts';
import { countOf } from './countOf.ts';
import { lineNames } from './lineNames.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';

const CLUSTERS_SHOWN = 8;
const ROWS_SHOWN = 10;
const LINES_SHOWN = 8;
const KIND_WIDTH = 16;

/** Near-duplicate clusters and off-distribution rows, the worst first, as lines for a terminal. */
export function renderFlags(report: Report, style: Style, wording: TerminalWording): string[] {
  const { terminal } = wording;
  const { rows } = report.nearDuplicates;
  return [
    style.bold(`${terminal.duplicatesTitle}  ${countOf('row', rows, wording)}`),
    ...(rows === 0 ? [style.dim(`  ${terminal.none}`)] : []),
    ...renderClusters(report, style, wording),
    ...renderContained(report, wording),
    ...renderSemantic(report, style, wording),
    ...renderTemplates(report, style, wording),
    ...renderPreferencePairs(report, style, wording),
    ...renderRepeatedFields(report, wording),
    '',
    ...renderOffDistribution(report, style, wording),
    '',
  ];
}

function renderClusters(
  { nearDuplicates: { exactClusters, fuzzyClusters }, file }: Report,
  style: Style,
  wording: TerminalWording,
): string[] {
  const { terminal } = wording;
  const named = lineNames(file);
  const exact = exactClusters.slice(0, CLUSTERS_SHOWN);
  const fuzzy = fuzzyClusters.slice(0, CLUSTERS_SHOWN);
  const more = exactClusters.length - exact.length + fuzzyClusters.length - fuzzy.length;
  return [
    ...exact.map(({ lines, kept }) =>
      flagLine(
        terminal.equal,
        fill(terminal.cluster, listOf(lines, named, wording), named(kept.line)),
      ),
    ),
    ...fuzzy.map(({ lines, similarity, kept, sameField }) => {
      const cluster = fill(terminal.cluster, listOf(lines, named, wording), named(kept.line));
      return flagLine(
        fill(terminal.jaccard, similarity.toFixed(2)),
        sameField ? fill(terminal.clusterSameField, cluster, terminal[sameField]) : cluster,
      );
    }),
    ...(more > 0 ? [style.dim(`  ${countOf('moreCluster', more, wording)}`)] : []),
  ];
}

function renderContained(
  { nearDuplicates: { contained }, file }: Report,
  wording: TerminalWording,
): string[] {
  const { terminal } = wording;
  const named = lineNames(file);
  const shown = contained.rows.slice(0, CLUSTERS_SHOWN);
  const more = contained.rows.length - shown.length;
  return [
    ...shown.map(({ line, inLine, containment }) => {
      const share = (100 * containment).toFixed(0);
      return flagLine(
        terminal.contained,
        fill(terminal.containedIn, named(line), share, named(inLine)),
      );
    }),
    ...(more > 0 ? [`  ${countOf('moreContained', more, wording)}`] : []),
  ];
}

function renderSemantic(
  { nearDuplicates: { semantic }, file }: Report,
  style: Style,
  wording: TerminalWording,
): string[] {
  const { terminal } = wording;
  const named = lineNames(file);
  const shown = semantic.clusters.slice(0, CLUSTERS_SHOWN);
  const more = semantic.clusters.length - shown.length;
  const lines = shown.map(({ lines: members, similarity, kept }) => {
    const cluster = fill(terminal.cluster, listOf(members, named, wording), named(kept.line));
    return flagLine(
      fill(terminal.cosine, similarity.toFixed(2)),
      fill(terminal.clusterInMeaning, cluster),
    );
  });
  if (more > 0) lines.push(style.dim(`  ${countOf('moreCluster', more, wording)}`));
  if (shown.length > 0 && semantic.expectedPrecision !== undefined) {
    const share = (100 * semantic.expectedPrecision).toFixed(0);
    lines.push(style.dim(`  ${fill(terminal.precision, share)}`));
  }
  return lines;
}

function renderTemplates(
  { nearDuplicates: { templates }, file }: Report,
  style: Style,
  wording: TerminalWording,
): string[] {
  const { terminal } = wording;
  const named = lineNames(file);
  const shown = templates.families.slice(0, CLUSTERS_SHOWN);
  const more = templates.families.length - shown.length + templates.unlisted;
  return [
    ...shown.map(({ frame, lines }) =>
      flagLine(
        terminal.template,
        fill(terminal.family, listOf(lines, named, wording), harmlessText(frame, 200)),
      ),
    ),
    ...(more > 0 ? [style.dim(`  ${countOf('moreTemplate', more, wording)}`)] : []),
  ];
}

function renderPreferencePairs(
  { nearDuplicates: { preferencePairs }, file }: Report,
  style: Style,
  wording: TerminalWording,
): string[] {
  if (!preferencePairs) return [];
  const { terminal } = wording;
  const named = lineNames(file);
  const { alike, contradictions } = preferencePairs;
  const found = [
    ...contradictions.map(({ line, rejectedInLine, sameInstruction }) =>
      fill(
        sameInstruction ? terminal.contradiction : terminal.distantContradiction,
        named(line),
        named(rejectedInLine),
      ),
    ),
    ...alike.map(({ line, similarity }) =>
      fill(terminal.alike, named(line), similarity.toFixed(2)),
    ),
  ];
  const more = found.length - CLUSTERS_SHOWN;
  return [
    ...found.slice(0, CLUSTERS_SHOWN).map((text) => flagLine(terminal.preference, text)),
    ...(more > 0 ? [style.dim(`  ${countOf('morePair', more, wording)}`)] : []),
  ];
}

function renderRepeatedFields({ nearDuplicates }: Report, wording: TerminalWording): string[] {
  const { terminal } = wording;
  return (['sameInstruction', 'sameResponse'] as const).flatMap((name) => {
    const { groups, rows } = nearDuplicates[name];
    if (groups === 0) return [];
    const counts = [countOf('row', rows, wording), countOf('group', groups, wording)];
    return [`  ${fill(terminal.repeated, terminal[name], ...counts)}`];
  });
}

function renderOffDistribution(
  { offDistribution, file }: Report,
  style: Style,
  wording: TerminalWording,
): string[] {
  const { terminal, report } = wording;
  const named = lineNames(file);
  const shown = offDistribution.slice(0, ROWS_SHOWN);
  const more = offDistribution.length - shown.length;
  return [
    style.bold(`${terminal.offTitle}  ${countOf('row', offDistribution.length, wording)}`),
    ...(offDistribution.length === 0 ? [style.dim(`  ${terminal.none}`)] : []),
    ...shown.map((row) => {
      const place = fill(terminal.line, named(row.line));
      return `  ${place}  ${row.score.toFixed(2)}  ${harmlessText(report.oddReasons(row), 1000)}`;
    }),
    ...(more > 0 ? [style.dim(`  ${countOf('moreRow', more, wording)}`)] : []),
  ];
}

const flagLine = (kind: string, text: string): string => `  ${padToWidth(kind, KIND_WIDTH)}${text}`;

function listOf(
  lines: readonly number[],
  named: (line: number) => string,
  wording: TerminalWording,
): string {
  const shown = lines.slice(0, LINES_SHOWN).map(named).join(', ');
  return lines.length > LINES_SHOWN
    ? `${shown} … (${countOf('row', lines.length, wording)})`
    : shown;
}
