import type { DegreeFacts, LevelOfChoice, Selection } from '../engine/select/selection.ts';
import { levelOfStrategy } from '../engine/select/selection.ts';
import { besideBand } from '../metrics/stats/band.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { countOf } from './countOf.ts';
import { formatCount } from './formatCount.ts';
import { hanging } from './layLines.ts';
import { layTable } from './layTable.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';

const LOST_SHOWN = 5;
const NAME_LENGTH = 40;
/** Columns of a level, the choice and random choices. */
const LEAST_COLUMNS = [18, 13, 32];

/** The choice beside random choices and the whole file, as lines for a person at a terminal of `columns` columns. */
export function renderSelection(
  selection: Selection,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string {
  const { levels, sampled } = selection;
  const { terminal, report } = wording;
  const note = (text: string) =>
    hanging(fill(terminal.note, harmlessText(text, 1000)), columns, '');
  const lines = [
    ...renderHead(selection, style, columns, wording),
    '',
    ...renderLevels(selection, style, columns, wording),
    '',
    ...levels.flatMap((level) => renderLost(level, style, columns, wording)),
    ...report.selectionNotes(selection).flatMap((text) => note(text).map(style.warn)),
    ...sampled.flatMap((one) => note(report.sampled(one)).map(style.dim)),
  ];
  return `${lines.join('\n')}\n`;
}

function renderHead(
  selection: Selection,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string[] {
  const { chosen, candidates, excluded, settings, file, degree } = selection;
  const { terminal, report } = wording;
  const strategy = report.strategy(settings.strategy);
  const seed = String(settings.seed);
  const how =
    levelOfStrategy(settings.strategy) === undefined
      ? fill(terminal.chosenBy, strategy, seed)
      : fill(terminal.chosenByDegree, strategy, String(settings.degree), seed);
  return [
    style.bold(harmlessText(file.path, 1000)),
    ...hanging(
      fill(
        terminal.chosen,
        countOf('row', chosen.length, wording),
        formatCount(candidates),
        formatCount(file.rows),
        how,
      ),
      columns,
      '',
    ),
    ...excluded.flatMap(({ reason, rows }) => {
      const count = countOf('row', rows, wording);
      return hanging(fill(terminal.leftOut, count, terminal[`leftOut.${reason}`]), columns);
    }),
    ...(degree && degree.ofCandidates > 0 ? hanging(aimedAt(degree, wording), columns) : []),
  ];
}

const aimedAt = (
  { wanted, covered, narrowest, widest }: DegreeFacts,
  { terminal }: TerminalWording,
): string =>
  narrowest === widest
    ? fill(terminal.aimedAtAny, formatCount(wanted), formatCount(covered))
    : fill(terminal.aimedAt, ...[wanted, covered, narrowest, widest].map(formatCount));

function levelName(
  { level, field }: Pick<LevelOfChoice, 'level' | 'field'>,
  { terminal }: TerminalWording,
): string {
  return fill(terminal.levelOfField, terminal[level], terminal[field]);
}

function renderLevels(
  { levels, settings, draws }: Selection,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string[] {
  const { effectiveKinds, choice, random, wholeFile } = wording.terminal;
  const heads = [effectiveKinds, choice, fill(random, String(draws)), wholeFile];
  const cells = levels.map((level) => cellsOf(level, wording));
  const isAimedAt = ({ level, field }: LevelOfChoice) => settings.strategy === `${level}-${field}`;
  return layTable(heads, cells, columns, LEAST_COLUMNS).flatMap(({ head, rows }) => [
    ...head.map(style.bold),
    ...rows.map((row, at) => (levels.slice(at, at + 1).some(isAimedAt) ? style.accent(row) : row)),
  ]);
}

function cellsOf(compared: LevelOfChoice, wording: TerminalWording): string[] {
  const { choice, random, whole } = compared.effective;
  return [
    levelName(compared, wording),
    choice === undefined ? '–' : `${figure(choice)}${STANDING[besideBand(choice, random)]}`,
    fill(wording.terminal.range, figure(random.mean), figure(random.low), figure(random.high)),
    figure(whole),
  ];
}

/** Whether the choice lies outside of all random ones. */
const STANDING = { above: ' ▲', below: ' ▼', within: '' } as const;

const figure = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: value < 100 ? 1 : 0 });

function renderLost(
  compared: LevelOfChoice,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string[] {
  const { terminal, view } = wording;
  const { lost, kinds } = compared;
  if (!lost || lost.count === 0) return [];
  const shown = lost.most
    .filter(({ rows }) => rows > 1)
    .slice(0, LOST_SHOWN)
    .map(({ name, rows }) => `${harmlessText(name, NAME_LENGTH)} (${formatCount(rows)})`);
  const counts = [formatCount(lost.count), countOf('kind', kinds.whole, wording)];
  const text = fill(terminal.lost, levelName(compared, wording), ...counts);
  const told =
    shown.length > 0 ? fill(terminal.lostMost, text, shown.join(view.listSeparator)) : text;
  return hanging(told, columns, '').map(style.dim);
}
