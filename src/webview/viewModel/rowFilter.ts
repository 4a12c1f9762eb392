import { parseLineRanges } from '../../data/lineRanges.ts';
import type { LineRange } from '../../engine/chunks.ts';
import type { RowColumns } from '../../engine/rowColumns.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import type { FilterView, RowFilter } from '../rowsProtocol.ts';
import { groupingLabel } from './groupingLabel.ts';
import type { RowGroups } from './rowGroups.ts';
import { fill, type Wording } from './wording.ts';

/** Values of one condition that the filter bar offers. */
const MOST_VALUES = 200;

const FILTERED = ['topic', 'tag', 'shape', 'language'] as const;

/** What rows can be filtered by, with the rows that have each value. */
export function toFilterView(groups: readonly RowGroups[], wording: Wording): FilterView {
  const { view, count } = wording;
  return {
    choices: FILTERED.flatMap((key) => {
      const found = groups.find(({ id }) => id === key);
      if (!found) return [];
      const values = found.names
        .map((value, group) => ({ value, rows: found.counts[group] ?? 0 }))
        .filter(({ rows }) => rows > 0)
        .sort((a, b) => b.rows - a.rows)
        .slice(0, MOST_VALUES)
        .map(({ value, rows }) => ({
          value,
          label: fill(view.filterValue, harmlessText(value, 60), count(rows)),
        }));
      return values.length > 1 ? [{ key, label: groupingLabel(found, wording), values }] : [];
    }),
  };
}

/**
 * The lines of the rows that meet all conditions, as ranges for the engine; 0-based.
 * @returns undefined where a condition on lines cannot be read
 */
export function filteredLines(
  filter: RowFilter,
  { rowLines }: RowColumns,
  groups: readonly RowGroups[],
): { readonly ranges: readonly LineRange[]; readonly rows: number } | undefined {
  const lists = [filter.lines, filter.points].filter((text) => text !== undefined);
  const allowed = lists.map(parseLineRanges);
  if (allowed.includes(undefined)) return undefined;
  const conditions = FILTERED.flatMap((key) => {
    const value = filter[key];
    return value === undefined ? [] : [rowsWith(groups, key, value)];
  });
  const ranges: { fromLine: number; toLine: number }[] = [];
  let rows = 0;
  const cursors = allowed.map((list) => inRanges(list ?? []));
  rowLines.forEach((line, row) => {
    if (!cursors.map((isIn) => isIn(line)).every(Boolean)) return;
    if (!conditions.every((holds) => holds(row))) return;
    rows++;
    const last = ranges.at(-1);
    if (last?.toLine === line) last.toLine++;
    else ranges.push({ fromLine: line, toLine: line + 1 });
  });
  return { ranges, rows };
}

function rowsWith(groups: readonly RowGroups[], key: string, value: string) {
  const found = groups.find(({ id }) => id === key);
  const group = found?.names.indexOf(value) ?? -1;
  return (row: number): boolean => group >= 0 && found?.has(row, group) === true;
}

/** Asked for ascending lines: O(1) each. */
function inRanges(ranges: readonly LineRange[]): (line: number) => boolean {
  let at = 0;
  return (line) => {
    while (at < ranges.length && (ranges[at]?.toLine ?? 0) <= line) at++;
    const range = ranges[at];
    return range !== undefined && range.fromLine <= line;
  };
}
