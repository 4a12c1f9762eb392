import { columnWidth } from './columnWidth.ts';
import { wrapText } from './wrapText.ts';

/** Fewest columns beside a head; with less room the text goes below it. */
const LEAST_ROOM = 24;
const BELOW = '    ';
const HANGING = '  ';
/** Between parts of a line. */
export const BETWEEN = ' · ';

/**
 * A head and a text beside it, in as many lines as that takes; lines after the first are as far in as the text.
 * @param columns of the terminal, Infinity where there is none
 */
export function beside(head: string, text: string, columns: number): string[] {
  if (columns === Infinity) return [head + text];
  const width = columnWidth(head);
  const isRoom = columns - width >= LEAST_ROOM || columnWidth(text) <= columns - width;
  const indent = isRoom ? ' '.repeat(width) : BELOW;
  const lines = wrapText(text, columns - indent.length);
  return isRoom
    ? lines.map((line, at) => (at === 0 ? head : indent) + line)
    : [head.trimEnd(), ...lines.map((line) => indent + line)];
}

/**
 * A text of its own, or one entry of a list: lines after the first are further in.
 * @param columns of the terminal, Infinity where there is none
 */
export function hanging(text: string, columns: number, indent = '  '): string[] {
  if (columnWidth(indent + text) <= columns) return [indent + text];
  const lines = wrapText(text, columns - indent.length - HANGING.length);
  return lines.map((line, at) => (at === 0 ? indent : indent + HANGING) + line);
}

/**
 * Parts after one another, indented, in as many lines as they take. None is broken but one that is longer than a line; such
 * a part has no style.
 * @param columns of the terminal, Infinity where there is none
 */
export function joined(parts: readonly string[], columns: number, indent = '  '): string[] {
  const room = columns - indent.length;
  const lines: string[] = [];
  let line = '';
  for (const part of parts) {
    const longer = line === '' ? part : line + BETWEEN + part;
    if (columnWidth(longer) <= room) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const pieces = columnWidth(part) <= room ? [part] : wrapText(part, room);
    line = pieces.pop() ?? '';
    lines.push(...pieces);
  }
  return [...lines, line].map((text) => indent + text);
}
