/** Gives each cell of a row the label of its column: in a narrow panel they stand below each other, each after its label. */
export function labelCells(rows: readonly HTMLElement[], header: readonly string[]): void {
  for (const { children } of rows) {
    for (const [at, cell] of Array.from(children).entries()) {
      if (cell.localName === 'td') cell.setAttribute('data-label', header[at] ?? '');
    }
  }
}
