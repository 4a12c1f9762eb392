import type { Report } from '../engine/report.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { roundedDown } from '../webview/viewModel/roundedDown.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { padToWidth } from './columnWidth.ts';
import { countOf } from './countOf.ts';
import { beside, joined } from './layLines.ts';
import { lineNames } from './lineNames.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';

const CLUSTERS_SHOWN = 8;
const ROWS_SHOWN = 10;
const LINES_SHOWN = 8;
const KIND_WIDTH = 16;

/** Near-duplicate clusters and off-distribution rows, the worst first, as lines for a terminal. */
export function renderFlags(
  report: Report,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string[] {
  const { terminal } = wording;
  const list = { style, columns, wording };
  const found = [
    ...renderClusters(report, list),
    ...renderContained(report, list),
    ...renderSemantic(report, list),
    ...renderTemplates(report, list),
    ...renderPreferencePairs(report, list),
    ...renderRepeatedFields(report, list),
  ];
  return [
    ...renderFoundHead(report, list),
    ...(found.length === 0 ? [style.dim(`  ${terminal.none}`)] : found),
    '',
    ...renderOffDistribution(report, list),
    '',
  ];
}

/** What every list of flags is made with. */
interface ListContext {
  readonly style: Style;
  readonly columns: number;
  readonly wording: TerminalWording;
}

/** How much there is of each kind that follows. */
function renderFoundHead(
  { nearDuplicates }: Report,
  { style, columns, wording }: ListContext,
): string[] {
  const { rows, contained, semantic, templates, preferencePairs } = nearDuplicates;
  const { sameInstruction, sameResponse } = nearDuplicates;
  const pairs = preferencePairs
    ? preferencePairs.alike.length + preferencePairs.contradictions.length
    : 0;
  const counts = (
    [
      ['alikeInWording', rows],
      ['containedRow', contained.rows.length],
      ['alikeInMeaning', semantic.rows],
      ['templateFamily', templates.families.length + templates.unlisted],
      ['preferenceFinding', pairs],
      ['repeatedField', sameInstruction.groups + sameResponse.groups],
    ] as const
  ).filter(([, count]) => count > 0);
  const told = counts.map(([noun, count]) => countOf(noun, count, wording));
  const title = wording.terminal.duplicatesTitle;
  const figures = told.length === 0 ? [countOf('row', 0, wording)] : told;
  const [first, ...others] = joined(
    [`${title}  ${figures[0]}`, ...figures.slice(1)],
    columns - 2,
    '',
  );
  return [style.bold(first ?? title), ...others.map((line) => `  ${style.bold(line)}`)];
}

function renderClusters(
  { nearDuplicates: { exactClusters, fuzzyClusters }, file }: Report,
  { style, columns, wording }: ListContext,
): string[] {
  const { terminal } = wording;
  const named = lineNames(file);
  const exact = exactClusters.slice(0, CLUSTERS_SHOWN);
  const fuzzy = fuzzyClusters.slice(0, CLUSTERS_SHOWN);
  const more = exactClusters.length - exact.length + fuzzyClusters.length - fuzzy.length;
  return [
    ...exact.flatMap(({ lines, kept }) =>
      flagLines(
        terminal.equal,
        fill(terminal.cluster, listOf(lines, named, wording), named(kept.line)),
        columns,
      ),
    ),
    ...fuzzy.flatMap(({ lines, similarity, kept, sameField }) => {
      const cluster = fill(terminal.cluster, listOf(lines, named, wording), named(kept.line));
      return flagLines(
        similarity === 1
          ? terminal.sameWords
          : fill(terminal.jaccard, roundedDown(similarity).toFixed(2)),
        sameField ? fill(terminal.clusterSameField, cluster, terminal[sameField]) : cluster,
        columns,
      );
    }),
    ...(more > 0 ? [style.dim(`  ${countOf('moreCluster', more, wording)}`)] : []),
  ];
}

function renderContained(
  { nearDuplicates: { contained }, file }: Report,
  { style, columns, wording }: ListContext,
): string[] {
  const { terminal } = wording;
  const named = lineNames(file);
  const shown = contained.rows.slice(0, CLUSTERS_SHOWN);
  const more = contained.rows.length - shown.length;
  return [
    ...shown.flatMap(({ line, inLine, containment }) => {
      const share = (100 * containment).toFixed(0);
      return flagLines(
        terminal.contained,
        fill(terminal.containedIn, named(line), share, named(inLine)),
        columns,
      );
    }),
    ...(more > 0 ? [style.dim(`  ${countOf('moreContained', more, wording)}`)] : []),
  ];
}

function renderSemantic(
  { nearDuplicates: { semantic }, file }: Report,
  { style, columns, wording }: ListContext,
): string[] {
  const { terminal } = wording;
  const named = lineNames(file);
  const shown = semantic.clusters.slice(0, CLUSTERS_SHOWN);
  const more = semantic.clusters.length - shown.length;
  const lines = shown.flatMap(({ lines: members, similarity, kept }) => {
    const cluster = fill(terminal.cluster, listOf(members, named, wording), named(kept.line));
    return flagLines(
      fill(terminal.cosine, roundedDown(similarity).toFixed(2)),
      fill(terminal.clusterInMeaning, cluster),
      columns,
    );
  });
  if (more > 0) lines.push(style.dim(`  ${countOf('moreCluster', more, wording)}`));
  if (shown.length > 0 && semantic.expectedPrecision !== undefined) {
    const share = (100 * semantic.expectedPrecision).toFixed(0);
    lines.push(...beside('  ', fill(terminal.precision, share), columns).map(style.dim));
  }
  return lines;
}

function renderTemplates(
  { nearDuplicates: { templates }, file }: Report,
  { style, columns, wording }: ListContext,
): string[] {
  const { terminal } = wording;
  const named = lineNames(file);
  const shown = templates.families.slice(0, CLUSTERS_SHOWN);
  const more = templates.families.length - shown.length + templates.unlisted;
  return [
    ...shown.flatMap(({ frame, lines }) =>
      flagLines(
        terminal.template,
        fill(terminal.family, listOf(lines, named, wording), harmlessText(frame, 200)),
        columns,
      ),
    ),
    ...(more > 0 ? [style.dim(`  ${countOf('moreTemplate', more, wording)}`)] : []),
  ];
}

function renderPreferencePairs(
  { nearDuplicates: { preferencePairs }, file }: Report,
  { style, columns, wording }: ListContext,
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
    ...found
      .slice(0, CLUSTERS_SHOWN)
      .flatMap((text) => flagLines(terminal.preference, text, columns)),
    ...(more > 0 ? [style.dim(`  ${countOf('morePair', more, wording)}`)] : []),
  ];
}

function renderRepeatedFields(
  { nearDuplicates }: Report,
  { columns, wording }: ListContext,
): string[] {
  const { terminal } = wording;
  return (['sameInstruction', 'sameResponse'] as const).flatMap((name) => {
    const { groups, rows } = nearDuplicates[name];
    if (groups === 0) return [];
    const counts = [countOf('row', rows, wording), countOf('group', groups, wording)];
    return beside('  ', fill(terminal.repeated, terminal[name], ...counts), columns);
  });
}

function renderOffDistribution(
  { offDistribution, file }: Report,
  { style, columns, wording }: ListContext,
): string[] {
  const { terminal, report } = wording;
  const named = lineNames(file);
  const shown = offDistribution.slice(0, ROWS_SHOWN);
  const more = offDistribution.length - shown.length;
  return [
    style.bold(`${terminal.offTitle}  ${countOf('row', offDistribution.length, wording)}`),
    ...(offDistribution.length === 0
      ? [style.dim(`  ${terminal.none}`)]
      : beside('  ', terminal.offScore, columns).map(style.dim)),
    ...shown.flatMap((row) => {
      const head = `  ${fill(terminal.line, named(row.line))}  ${formatScore(row.score)}  `;
      return beside(head, harmlessText(report.oddReasons(row), 1000), columns);
    }),
    ...(more > 0 ? [style.dim(`  ${countOf('moreRow', more, wording)}`)] : []),
  ];
}

const flagLines = (kind: string, text: string, columns: number): string[] =>
  beside(`  ${padToWidth(kind, KIND_WIDTH)}`, text, columns);

/** Above 0, as every score is. */
const formatScore = (score: number): string =>
  (score < 0.0001 ? '<0.0001' : score.toFixed(4)).padEnd(7);

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
