import type {
  DropReason,
  LevelComparison,
  Selection,
  Strategy,
} from '../engine/select/selection.ts';
import { levelOfStrategy } from '../engine/select/selection.ts';
import { besideBand } from '../metrics/stats/band.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { padToWidth } from './columnWidth.ts';
import { formatAmount, formatCount } from './formatAmount.ts';
import type { Style } from './style.ts';

const LOST_SHOWN = 5;
const NAME_LENGTH = 40;
const LEVEL_WIDTH = 20;
const CELL_WIDTH = 30;

const DROP_WORDS: Readonly<Record<DropReason, string>> = {
  'dropped-line': 'dropped by line',
  'near-duplicate': 'near-duplicates',
  quality: 'quality findings',
  'not-measured': 'not in the sample that was measured',
};

/** The choice beside random choices and the whole file, as lines for a person at a terminal. */
export function renderSelection(selection: Selection, style: Style): string {
  const { levels, settings, draws } = selection;
  const lines = [
    ...renderHead(selection, style),
    '',
    style.bold(
      padToWidth('EFFECTIVE KINDS', LEVEL_WIDTH) +
        padToWidth('the choice', CELL_WIDTH / 2) +
        padToWidth(`random (${draws} draws: mean, range)`, CELL_WIDTH + 4) +
        'the whole file',
    ),
    ...levels.map((level) => renderLevel(level, settings.strategy, style)),
    '',
    ...levels.flatMap((level) => renderLost(level, style)),
    ...selection.notes.map((note) => style.warn(`note: ${harmlessText(note, 1000)}`)),
    ...selection.sampled.map((note) => style.dim(`note: ${harmlessText(note.message, 1000)}`)),
  ];
  return `${lines.join('\n')}\n`;
}

function renderHead(selection: Selection, style: Style): string[] {
  const { chosen, candidates, excluded, settings, file, degree } = selection;
  const goesByDegree = levelOfStrategy(settings.strategy) !== undefined;
  const how = `${settings.strategy}${goesByDegree ? ` at ${settings.degree} %` : ''}, seed ${settings.seed}`;
  return [
    style.bold(harmlessText(file.path, 1000)),
    `${formatAmount(chosen.length, 'row')} chosen of ${formatCount(candidates)} that could be, of ${formatCount(file.rows)} in the file: ${how}`,
    ...excluded.map(
      ({ reason, rows }) => `  ${formatAmount(rows, 'row')} left out: ${DROP_WORDS[reason]}`,
    ),
    ...(degree
      ? [
          `  aimed at ${formatCount(degree.wanted)} kinds; ${formatCount(degree.narrowest)} is the narrowest choice of this size, ${formatCount(degree.widest)} the widest`,
        ]
      : []),
  ];
}

function renderLevel(
  { level, field, effective }: LevelComparison,
  strategy: Strategy,
  style: Style,
): string {
  const name = padToWidth(`${level} ${field}`, LEVEL_WIDTH);
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

function renderLost({ level, field, lost, kinds }: LevelComparison, style: Style): string[] {
  if (!lost || lost.count === 0) return [];
  const shown = lost.most
    .filter(({ rows }) => rows > 1)
    .slice(0, LOST_SHOWN)
    .map(({ name, rows }) => `${harmlessText(name, NAME_LENGTH)} (${formatCount(rows)})`);
  return [
    style.dim(
      `lost, ${level} ${field}: ${formatCount(lost.count)} of ${formatAmount(kinds.whole, 'kind')}${shown.length > 0 ? `; most rows: ${shown.join(', ')}` : ''}`,
    ),
  ];
}
