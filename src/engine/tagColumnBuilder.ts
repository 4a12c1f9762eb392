import { tokenColumnBuilder } from '../metrics/text/tokenColumn.ts';
import { MOST_TAG_NAMES, type TagColumn } from './rowColumns.ts';

export interface TagColumnBuilder {
  addRow(tags: readonly string[]): void;
  /** The rows of another part, after those that are there. */
  addRows(part: TagColumn): void;
  build(): TagColumn;
}

/** Numbers tags in the order in which they come. */
export function tagColumnBuilder(): TagColumnBuilder {
  const numbers = new Map<string, number>();
  const column = tokenColumnBuilder();
  const numberOf = (name: string): number | undefined => {
    const known = numbers.get(name);
    if (known !== undefined || numbers.size >= MOST_TAG_NAMES) return known;
    numbers.set(name, numbers.size);
    return numbers.size - 1;
  };
  return {
    addRow(tags) {
      for (const tag of tags) {
        const number = numberOf(tag);
        if (number !== undefined) column.push(number);
      }
      column.endRow();
    },
    addRows({ names, ofRow }) {
      const renumbered = names.map(numberOf);
      for (let row = 0; row + 1 < ofRow.offsets.length; row++) {
        for (let at = ofRow.offsets[row]!; at < ofRow.offsets[row + 1]!; at++) {
          const number = renumbered[ofRow.values[at]!];
          if (number !== undefined) column.push(number);
        }
        column.endRow();
      }
    },
    build: () => ({ names: [...numbers.keys()], ofRow: column.build() }),
  };
}
