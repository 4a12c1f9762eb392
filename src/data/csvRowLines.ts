const LINE_BREAK = /\r\n|\n|\r/gu;

/** Lines of a row, 1-based. */
export interface CsvRowLines {
  readonly first: number;
  readonly last: number;
}

export interface CsvLineCounter {
  /** The lines of the next row. @param counted lines that csv-parse has counted to its end */
  next(cells: readonly string[], counted: number): CsvRowLines;
  /** Lines that were begun, blank ones included. @param counted those that csv-parse has counted */
  begun(counted: number): number;
}

/** Tells the lines of the rows that csv-parse reads, each row in turn: a row is as long as its cells have line breaks. */
export function csvRowLines(): CsvLineCounter {
  let countedTwice = 0;
  const begun = (counted: number) => counted - countedTwice;
  return {
    begun,
    next(cells, counted) {
      let breaks = 0;
      for (const cell of cells) {
        if (!/[\r\n]/u.test(cell)) continue;
        for (const [sign] of cell.matchAll(LINE_BREAK)) {
          breaks++;
          // Where lines may end with either sign, csv-parse counts both inside a cell.
          if (sign.length === 2) countedTwice++;
        }
      }
      const last = begun(counted);
      return { first: last - breaks, last };
    },
  };
}
