import type { ThinResult } from '../engine/jobs/findThinPlaces.ts';
import type { ThinPlace } from '../engine/thinPlaces.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { countOf } from './countOf.ts';
import { formatCount } from './formatCount.ts';
import { hanging } from './layLines.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';

const INDENT = '   ';

/** Where a data set has too few rows, as lines for a person at a terminal of `columns` columns. */
export function renderThinPlaces(
  places: ThinResult['places'],
  style: Style,
  columns: number,
  wording: TerminalWording,
): string {
  const { terminal } = wording;
  if (places.length === 0) return `${terminal.noThinPlace}\n`;
  const lines = places.flatMap((place, at) => {
    const names = place.names.map((name) => harmlessText(name)).join(' — ');
    return [
      ...hanging(`${at + 1}. ${terminal[`thin.${place.kind}`]}: ${names}`, columns, '').map(
        style.bold,
      ),
      ...hanging(rowsOf(place, wording), columns, INDENT),
      ...place.examples.flatMap((text, example) => {
        const line = formatCount(place.lines[example] ?? 0);
        const row = fill(terminal.exampleRow, line, harmlessText(text, 120));
        return hanging(row, columns, INDENT).map(style.dim);
      }),
      '',
    ];
  });
  const prompts = hanging(terminal.thinPrompts, columns, '').join('\n');
  return `${lines.join('\n')}${prompts}\n`;
}

function rowsOf({ kind, rows, expected }: ThinPlace, wording: TerminalWording): string {
  const { terminal } = wording;
  if (expected === undefined) return countOf('row', rows, wording);
  if (kind === 'missing-tag') {
    return fill(terminal.inReference, countOf('row', expected, wording));
  }
  const usual = formatCount(Math.round(expected));
  return fill(terminal.rowsAndExpected, countOf('row', rows, wording), usual);
}
