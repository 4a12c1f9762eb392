import type { Report } from '../engine/report.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { formatCount } from './formatAmount.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';

const TEXTS_SHOWN = 5;
const TEXT_LENGTH = 160;

/** The wording that recurs over most text, as lines for a terminal; nothing where none does. */
export function renderWording(
  recurringWording: Report['recurringWording'],
  style: Style,
  { terminal }: TerminalWording,
): string[] {
  return (['instruction', 'response'] as const).flatMap((field) => {
    const { list, found, minRows } = recurringWording[field];
    if (list.length === 0) return [];
    const shown = list.slice(0, TEXTS_SHOWN);
    const lines = shown.map(({ text, rows, lines: [first] }) => {
      const place = style.dim(fill(terminal.line, String(first ?? '')));
      const quote = fill(terminal.quoted, harmlessText(text, TEXT_LENGTH));
      return `  ${fill(terminal.inRows, formatCount(rows))}  ${quote}  ${place}`;
    });
    if (found > shown.length) {
      const more = [formatCount(found - shown.length), String(minRows)];
      lines.push(style.dim(`  ${fill(terminal.moreInRows, ...more)}`));
    }
    return [style.bold(fill(terminal.wordingTitle, terminal[field])), ...lines, ''];
  });
}
