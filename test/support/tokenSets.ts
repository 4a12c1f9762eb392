import { tokenColumnBuilder, type TokenColumn } from '../../src/metrics/text/tokenColumn.ts';

/** Sets of tokens, one a row. */
export type TokenSets = readonly (readonly number[])[];

/** The sets as a column, the tokens of each ascending. */
export function columnOfSets(sets: TokenSets): TokenColumn {
  const column = tokenColumnBuilder();
  for (const set of sets) {
    Uint32Array.from(set)
      .sort()
      .forEach((value) => column.push(value));
    column.endRow();
  }
  return column.build();
}
