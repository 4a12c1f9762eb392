import type { BrokenLines } from '../data/brokenLines.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { formatCount } from './formatCount.ts';
import { beside } from './layLines.ts';
import { lineNames } from './lineNames.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';

const ERRORS_SHOWN = 10;

/** The first row errors, each with its place. */
export function renderErrors(
  file: BrokenLines,
  style: Style,
  columns: number,
  { terminal, report }: Pick<TerminalWording, 'terminal' | 'report'>,
): string[] {
  if (file.rowErrorCount === 0) return [];
  const named = lineNames(file);
  const shown = file.rowErrors.slice(0, ERRORS_SHOWN);
  const lines = shown.flatMap((error) => {
    const name = named(error.line);
    const place =
      error.column === undefined
        ? fill(terminal.line, name)
        : fill(terminal.lineAndColumn, name, String(error.column));
    return beside(`  ${place}  `, harmlessText(report.rowError(error), 1000), columns);
  });
  const more = file.rowErrorCount - shown.length;
  if (more > 0) lines.push(style.dim(`  ${fill(terminal.more, formatCount(more))}`));
  return [style.bold(`${terminal.errorsTitle}  ${formatCount(file.rowErrorCount)}`), ...lines, ''];
}
