const LINE_BREAK = /\r\n|\n|\r/gu;

/** Lines of a row, 1-based. */
export interface CsvRowLines {
  readonly first: number;
  readonly last: number;
}

/**
 * Tells the lines of the rows that csv-parse reads, each row in turn: a row is as long as its cells have line breaks.
 * @returns a function of a row's cells and the lines that csv-parse has counted to its end
 */
export function csvRowLines(): (cells: readonly string[], counted: number) => CsvRowLines {
  let countedTwice = 0;
  return (cells, counted) => {
    let breaks = 0;
    for (const cell of cells) {
      if (!/[\r\n]/u.test(cell)) continue;
      for (const [sign] of cell.matchAll(LINE_BREAK)) {
        breaks++;
        // Where lines may end with either sign, csv-parse counts both inside a cell.
        if (sign.length === 2) countedTwice++;
      }
    }
    const last = counted - countedTwice;
    return { first: last - breaks, last };
  };
}
