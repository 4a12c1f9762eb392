import type { Report } from '../engine/report.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { formatCount } from './formatAmount.ts';
import type { Style } from './style.ts';

const TEXTS_SHOWN = 5;
const TEXT_LENGTH = 160;

/** The wording that recurs over most text, as lines for a terminal; nothing where none does. */
export function renderWording(
  recurringWording: Report['recurringWording'],
  style: Style,
): string[] {
  return (['instruction', 'response'] as const).flatMap((field) => {
    const { list, found, minRows } = recurringWording[field];
    if (list.length === 0) return [];
    const shown = list.slice(0, TEXTS_SHOWN);
    const lines = shown.map(({ text, rows, lines: [first] }) => {
      const place = style.dim(`line ${first ?? ''}`);
      return `  ${formatCount(rows)} rows  “${harmlessText(text, TEXT_LENGTH)}”  ${place}`;
    });
    if (found > shown.length) {
      lines.push(
        style.dim(`  … and ${formatCount(found - shown.length)} more in ${minRows} rows or more`),
      );
    }
    return [style.bold(`RECURRING WORDING  of the ${field}`), ...lines, ''];
  });
}
