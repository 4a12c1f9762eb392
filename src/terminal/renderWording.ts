import type { Report } from '../engine/report.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { formatCount } from './formatCount.ts';
import { beside } from './layLines.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';
import { FIELD_NAMES } from '../data/rowTypes.ts';

const TEXTS_SHOWN = 5;
const TEXT_LENGTH = 160;

/** The wording that recurs over most text, as lines for a terminal; nothing where none does. */
export function renderWording(
  recurringWording: Report['recurringWording'],
  style: Style,
  columns: number,
  { terminal }: TerminalWording,
): string[] {
  return FIELD_NAMES.flatMap((field) => {
    const { list, found, minRows } = recurringWording[field];
    if (list.length === 0) return [];
    const shown = list.slice(0, TEXTS_SHOWN);
    const lines = shown.flatMap(({ text, rows, lines: [first] }) => {
      const place = fill(terminal.line, String(first ?? ''));
      const quote = fill(terminal.quoted, harmlessText(text, TEXT_LENGTH));
      const head = `  ${fill(terminal.inRows, formatCount(rows))}  `;
      return beside(head, `${quote}  ${place}`, columns);
    });
    if (found > shown.length) {
      const more = [formatCount(found - shown.length), String(minRows)];
      lines.push(style.dim(`  ${fill(terminal.moreInRows, ...more)}`));
    }
    return [style.bold(fill(terminal.wordingTitle, terminal[field])), ...lines, ''];
  });
}
