import { columnWidth, padToWidth } from './columnWidth.ts';
import { wrapText } from './wrapText.ts';

const GAP = '  ';

/** Lines of a table, or of some of its columns. */
export interface TablePart {
  readonly head: readonly string[];
  /** One line for each row. */
  readonly rows: readonly string[];
}

/**
 * A table whose columns are as wide as their widest cell. Where a line has no room for all of them, words of the heads stand
 * below each other, and columns that still have none follow in parts of their own, each with the first column before them.
 * @param rows each with as many cells as the head
 * @param columns of the terminal, Infinity where there is none
 * @param least columns of the table's columns where there is room
 */
export function layTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number,
  least: readonly number[] = [],
): TablePart[] {
  const widest = head.map((_, at) => Math.max(0, ...rows.map((row) => columnWidth(row[at] ?? ''))));
  const wide = head.map((cell, at) => Math.max(widest[at] ?? 0, columnWidth(cell)));
  const roomy = wide.map((width, at) => Math.max(width, least[at] ?? 0));
  const all = head.map((_, at) => at);
  if (rowWidth(all, roomy) <= columns) {
    return [{ head: [line(head, all, roomy)], rows: rows.map((row) => line(row, all, roomy)) }];
  }
  const narrow = head.map((cell, at) =>
    Math.max(widest[at] ?? 0, at === 0 ? columnWidth(cell) : longestWord(cell)),
  );
  return partsOf(narrow, columns).map((part) => {
    const widths = widened(part, narrow, wide, columns);
    return {
      head: headLines(head, part, widths),
      rows: rows.map((row) => line(row, part, widths)),
    };
  });
}

/** The columns of each part: the first, and about as many of the others as the other parts have. */
function partsOf(widths: readonly number[], columns: number): number[][] {
  const fewest = filledParts(widths, columns, Infinity);
  const even = filledParts(widths, columns, Math.ceil((widths.length - 1) / fewest.length));
  return even.length === fewest.length ? even : fewest;
}

/** @param most columns of a part beside the first; one at least, whatever its width */
function filledParts(widths: readonly number[], columns: number, most: number): number[][] {
  const parts: number[][] = [];
  for (let at = 1; at < widths.length; at++) {
    const longer = [...(parts.at(-1) ?? [0]), at];
    const isRoom = longer.length - 1 <= most && rowWidth(longer, widths) <= columns;
    if (parts.length > 0 && isRoom) parts[parts.length - 1] = longer;
    else parts.push([0, at]);
  }
  return parts;
}

/** Heads have what room a part leaves. */
function widened(
  part: readonly number[],
  narrow: readonly number[],
  wide: readonly number[],
  columns: number,
): number[] {
  const widths = [...narrow];
  let room = columns - rowWidth(part, narrow);
  for (const at of part) {
    const more = Math.max(0, Math.min(room, (wide[at] ?? 0) - (narrow[at] ?? 0)));
    widths[at] = (narrow[at] ?? 0) + more;
    room -= more;
  }
  return widths;
}

/** Heads of several lines end above the first row. */
function headLines(
  head: readonly string[],
  part: readonly number[],
  widths: readonly number[],
): string[] {
  const cells = head.map((cell, at) => (at === 0 ? [cell] : wrapText(cell, widths[at] ?? 0)));
  const height = Math.max(...part.map((at) => cells[at]?.length ?? 0));
  return Array.from({ length: height }, (_, from) =>
    line(
      cells.map((lines) => lines[from - (height - lines.length)] ?? ''),
      part,
      widths,
    ),
  );
}

function line(
  cells: readonly string[],
  part: readonly number[],
  widths: readonly number[],
): string {
  return part
    .map((at) => padToWidth(cells[at] ?? '', widths[at] ?? 0))
    .join(GAP)
    .trimEnd();
}

const rowWidth = (part: readonly number[], widths: readonly number[]): number =>
  part.reduce((sum, at) => sum + (widths[at] ?? 0), GAP.length * (part.length - 1));

const longestWord = (text: string): number => Math.max(...wrapText(text, 1).map(columnWidth));
