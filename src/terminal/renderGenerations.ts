import { isCompared } from '../engine/compare/comparison.ts';
import type {
  Generations,
  NarrowedLevel,
  SinceFirst,
  TrackedGeneration,
  TrackedLevel,
} from '../engine/track/generations.ts';
import { narrowedTogether } from '../engine/track/narrowedTogether.ts';
import { surestLoss } from '../metrics/compare/surestLoss.ts';
import type { TailLoss } from '../metrics/compare/tailLoss.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import type { MeasuredField } from '../webview/panelTerms.ts';
import { rarityText } from '../webview/viewModel/track/rarityText.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { barLines } from './barLines.ts';
import { columnWidth } from './columnWidth.ts';
import { countOf } from './countOf.ts';
import { formatCount } from './formatCount.ts';
import { beside, BETWEEN, hanging, joined } from './layLines.ts';
import { formatKinds } from './renderStanding.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';
import { LEVEL_NAMES } from '../engine/report.ts';
import { trackedFields } from '../webview/viewModel/track/trackedFields.ts';

/** Indent of what stands below a bar. */
const BELOW_BAR = '      ';

/** The generations as lines for a person at a terminal of `columns` columns. */
export function renderGenerations(
  tracked: Generations,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string {
  const { terminal, report } = wording;
  const lines = [
    ...tracked.generations.flatMap(({ file: { path, rows } }, at) => {
      const name = fill(terminal.generation, String(at));
      const facts = `${harmlessText(path, 1000)}  ${countOf('row', rows, wording)}`;
      return beside(`${name}  `, facts, columns);
    }),
    '',
    ...beside('', narrowingSentence(tracked, wording), columns).map(style.bold),
    '',
    ...LEVEL_NAMES.flatMap((level) => [
      style.bold(terminal[`comparedLevel.${level}`]),
      ...renderFields(tracked.levels[level], style, columns, wording),
      '',
    ]),
    ...renderRepeats(tracked, style, wording),
    ...tracked.sampled.flatMap((note) => {
      const text = harmlessText(report.sampled(note), 1000);
      const told = fill(terminal['note.generation'], String(note.generation), text);
      return hanging(told, columns, '').map(style.dim);
    }),
  ];
  return lines.join('\n') + '\n';
}

/** The verdict in one sentence. */
export function narrowingSentence(
  { verdict, generations }: Generations,
  wording: TerminalWording,
): string {
  const { terminal } = wording;
  const sentence = terminal[`narrowing.${verdict.code}`];
  switch (verdict.code) {
    case 'too-few-rows':
      return fill(sentence, String(verdict.leastRows));
    case 'holding':
      return fill(sentence, String(generations.length - 1));
    case 'narrowing':
      return fill(sentence, narrowedLevels(verdict.narrowed, wording).join('; '));
  }
}

function narrowedLevels(narrowed: readonly NarrowedLevel[], wording: TerminalWording): string[] {
  const { terminal, view } = wording;
  return narrowedTogether(narrowed).map(({ level, since, fields, adjustedPValue }) =>
    fill(
      terminal.narrowedLevel,
      terminal[level],
      String(since),
      fields.map((field) => terminal[field]).join(view.listSeparator),
      pText(adjustedPValue, wording),
    ),
  );
}

function pText(pValue: number, { terminal }: TerminalWording): string {
  return pValue < 0.001 ? fill(terminal.pBelow, '0.001') : fill(terminal.pValue, pValue.toFixed(3));
}

function renderFields(
  levels: Generations['levels']['macro'],
  style: Style,
  columns: number,
  wording: TerminalWording,
): string[] {
  return trackedFields(levels).flatMap((field) => {
    const level = levels[field];
    return isCompared(level)
      ? renderLevel(field, level, style, columns, wording)
      : hanging(
          `${wording.terminal[field]}: ${style.dim(wording.report.untracked(level))}`,
          columns,
        );
  });
}

function renderLevel(
  field: MeasuredField,
  { commonRows, generations }: TrackedLevel,
  style: Style,
  columns: number,
  wording: TerminalWording,
): string[] {
  const { terminal } = wording;
  const title = fill(terminal.trackedField, terminal[field], countOf('row', commonRows, wording));
  return [...hanging(title, columns), ...renderEach(generations, style, columns, wording)];
}

/** A bar for each generation, and behind it what has become since the first: below it, where one line has no room. */
function renderEach(
  generations: readonly TrackedGeneration[],
  style: Style,
  columns: number,
  wording: TerminalWording,
): string[] {
  const changes = generations.map(({ fromFirst }) =>
    fromFirst ? sinceFirst(fromFirst, style, wording) : [],
  );
  const bars = barLines(
    generations.map(({ effectiveKinds: { q1, low, high } }, at) => {
      const interval =
        low === undefined
          ? wording.terminal.noInterval
          : fill(wording.view.interval, formatKinds(low), formatKinds(high));
      return {
        head: `    ${numberOf(at, generations)}`,
        value: q1,
        figure: `${formatKinds(q1)} (${interval})`,
      };
    }),
    columns,
  );
  const lines = bars.map((bar, at) => [bar, changes[at]?.join(BETWEEN)].filter(Boolean).join('  '));
  if (lines.every((line) => columnWidth(line) <= columns)) return lines;
  return bars.flatMap((bar, at) => [bar, ...below(changes[at] ?? [], columns)]);
}

/** Numbers of generations are as wide as the last. */
const numberOf = (at: number, { length }: readonly unknown[]): string =>
  String(at).padStart(String(length - 1).length);

const below = (parts: readonly string[], columns: number): string[] =>
  parts.length === 0 ? [] : joined(parts, columns, BELOW_BAR);

function sinceFirst(
  { ratio, tailLoss, drift }: SinceFirst,
  style: Style,
  wording: TerminalWording,
): string[] {
  const { terminal } = wording;
  const { value, low, high } = ratio;
  const text =
    low === undefined
      ? value.toFixed(2)
      : fill(terminal.range, ...[value, low, high].map((end) => end.toFixed(2)));
  const range = `× ${text}`;
  const narrower = high !== undefined && high < 1 ? style.warn(range) : range;
  return [
    narrower,
    goneText(tailLoss, wording),
    ...(drift
      ? [
          fill(
            terminal.drift,
            drift.divergenceBits.toFixed(3),
            drift.expected.toFixed(3),
            pText(drift.pValue, wording),
          ),
        ]
      : []),
  ];
}

/** How many kinds are gone, and of which of them the p-value is. */
function goneText({ classes }: TailLoss, wording: TerminalWording): string {
  const { terminal, track, amount } = wording;
  const gone = formatCount(classes.reduce((sum, one) => sum + one.gone, 0));
  const expected = amount(classes.reduce((sum, one) => sum + one.expectedGone, 0));
  const surest = surestLoss({ classes });
  const pValue = pText(surest.adjustedPValue, wording);
  if (classes.length === 1) return fill(terminal.gone, gone, expected, pValue);
  const ofClass = fill(
    track.goneOfClass,
    rarityText(surest, track, wording),
    formatCount(surest.gone),
    amount(surest.expectedGone),
  );
  return fill(terminal.goneInClasses, gone, expected, ofClass, pValue, String(classes.length));
}

function renderRepeats({ repeats }: Generations, style: Style, wording: TerminalWording): string[] {
  const { repeatsNear, repeatsTemplates, repeatsBefore } = wording.terminal;
  const [near, templates, before] = [repeatsNear, repeatsTemplates, repeatsBefore].map(columnWidth);
  const share = (rows: number, width = 0) =>
    `${((100 * rows) / repeats.rows).toFixed(1)}%`.padStart(width);
  return [
    style.bold(countOf('repeats', repeats.rows, wording)),
    `    ${[repeatsNear, repeatsTemplates, repeatsBefore].join('  ')}`,
    ...repeats.generations.map(
      ({ nearDuplicateRows, templateRows, rowsOfGenerationBefore }, at) => {
        const number = `${numberOf(at, repeats.generations)} `;
        const cells = [
          number + share(nearDuplicateRows, (near ?? 0) - number.length),
          share(templateRows, templates),
          rowsOfGenerationBefore === undefined ? '' : share(rowsOfGenerationBefore, before),
        ];
        return `    ${cells.join('  ')}`;
      },
    ),
    '',
  ];
}
