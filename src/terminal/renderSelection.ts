import type {
  DegreeFacts,
  LevelComparison,
  Selection,
  Strategy,
} from '../engine/select/selection.ts';
import { levelOfStrategy } from '../engine/select/selection.ts';
import { besideBand } from '../metrics/stats/band.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { padToWidth } from './columnWidth.ts';
import { countOf } from './countOf.ts';
import { formatCount } from './formatAmount.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';

const LOST_SHOWN = 5;
const NAME_LENGTH = 40;
const LEVEL_WIDTH = 20;
const CELL_WIDTH = 30;

/** The choice beside random choices and the whole file, as lines for a person at a terminal. */
export function renderSelection(
  selection: Selection,
  style: Style,
  wording: TerminalWording,
): string {
  const { levels, settings, draws, sampled } = selection;
  const { terminal, report } = wording;
  const note = (text: string) => fill(terminal.note, harmlessText(text, 1000));
  const lines = [
    ...renderHead(selection, style, wording),
    '',
    style.bold(
      padToWidth(terminal.effectiveKinds, LEVEL_WIDTH) +
        padToWidth(terminal.choice, CELL_WIDTH / 2) +
        padToWidth(fill(terminal.random, String(draws)), CELL_WIDTH + 4) +
        terminal.wholeFile,
    ),
    ...levels.map((level) => renderLevel(level, settings.strategy, style, wording)),
    '',
    ...levels.flatMap((level) => renderLost(level, style, wording)),
    ...report.selectionNotes(selection).map((text) => style.warn(note(text))),
    ...sampled.map((one) => style.dim(note(report.sampled(one)))),
  ];
  return `${lines.join('\n')}\n`;
}

function renderHead(selection: Selection, style: Style, wording: TerminalWording): string[] {
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
    fill(
      terminal.chosen,
      countOf('row', chosen.length, wording),
      formatCount(candidates),
      formatCount(file.rows),
      how,
    ),
    ...excluded.map(
      ({ reason, rows }) =>
        `  ${fill(terminal.leftOut, countOf('row', rows, wording), terminal[`leftOut.${reason}`])}`,
    ),
    ...(degree && degree.ofCandidates > 0 ? [`  ${aimedAt(degree, wording)}`] : []),
  ];
}

const aimedAt = (
  { wanted, narrowest, widest }: DegreeFacts,
  { terminal }: TerminalWording,
): string =>
  narrowest === widest
    ? fill(terminal.aimedAtAny, formatCount(wanted))
    : fill(terminal.aimedAt, ...[wanted, narrowest, widest].map(formatCount));

function levelName(
  { level, field }: Pick<LevelComparison, 'level' | 'field'>,
  { terminal }: TerminalWording,
): string {
  return fill(terminal.levelOfField, terminal[level], terminal[field]);
}

function renderLevel(
  compared: LevelComparison,
  strategy: Strategy,
  style: Style,
  wording: TerminalWording,
): string {
  const { level, field, effective } = compared;
  const name = padToWidth(levelName(compared, wording), LEVEL_WIDTH);
  const { choice, random, whole } = effective;
  const line =
    name +
    padToWidth(
      choice === undefined ? '–' : `${figure(choice)}${STANDING[besideBand(choice, random)]}`,
      CELL_WIDTH / 2,
    ) +
    padToWidth(
      `${figure(random.mean)} (${figure(random.low)}–${figure(random.high)})`,
      CELL_WIDTH + 4,
    ) +
    figure(whole);
  return strategy === `${level}-${field}` ? style.accent(line) : line;
}

/** Whether the choice lies outside of all random ones. */
const STANDING = { above: ' ▲', below: ' ▼', within: '' } as const;

const figure = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: value < 100 ? 1 : 0 });

function renderLost(compared: LevelComparison, style: Style, wording: TerminalWording): string[] {
  const { terminal, view } = wording;
  const { lost, kinds } = compared;
  if (!lost || lost.count === 0) return [];
  const shown = lost.most
    .filter(({ rows }) => rows > 1)
    .slice(0, LOST_SHOWN)
    .map(({ name, rows }) => `${harmlessText(name, NAME_LENGTH)} (${formatCount(rows)})`);
  const counts = [formatCount(lost.count), countOf('kind', kinds.whole, wording)];
  const text = fill(terminal.lost, levelName(compared, wording), ...counts);
  return [
    style.dim(
      shown.length > 0 ? fill(terminal.lostMost, text, shown.join(view.listSeparator)) : text,
    ),
  ];
}
