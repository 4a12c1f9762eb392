import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import { kindShift, type KindShift } from '../../metrics/compare/kindShift.ts';
import { logOddsRatios, type LogOddsRatios } from '../../metrics/compare/logOddsRatios.ts';
import { kindSample } from '../../metrics/stats/kindSample.ts';
import { filledRows } from '../../metrics/text/filledRows.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface CompareKindsParams {
  readonly columns: InBoth<TokenColumn>;
  readonly kinds: number;
  readonly seed: number;
  /** Kinds listed as over-used, and as under-used; 0 = none are looked for. */
  readonly listed: number;
  readonly withShift: boolean;
}

export interface CompareKindsResult {
  readonly shift?: KindShift;
  readonly use?: LogOddsRatios;
  /** The first rows of each file that have the listed kinds. */
  readonly rowsOfKind: ReadonlyMap<number, InBoth<readonly number[]>>;
}

/** Rows told for a kind. */
const EXAMPLE_ROWS = 5;

/** How differently two files use kinds, and which of them most; a kind counts once in a row. */
export function compareKinds(
  { setup }: TaskContext,
  { columns: { dataset, reference }, kinds, seed, listed, withShift }: CompareKindsParams,
): CompareKindsResult {
  const checkpoint = () => throwIfCancelled(setup.cancelFlag);
  const shift = withShift ? kindShift(dataset, reference, kinds, { seed, checkpoint }) : undefined;
  checkpoint();
  const use = listed > 0 ? usedKinds({ dataset, reference }, kinds, listed) : undefined;
  const found = [...(use?.overUsed ?? []), ...(use?.underUsed ?? [])].map(({ kind }) => kind);
  const rows = { dataset: firstRows(dataset, found), reference: firstRows(reference, found) };
  return {
    ...(shift && { shift }),
    ...(use && { use }),
    rowsOfKind: new Map(
      found.map((kind) => [
        kind,
        { dataset: rows.dataset.get(kind)!, reference: rows.reference.get(kind)! },
      ]),
    ),
  };
}

function usedKinds(columns: InBoth<TokenColumn>, kinds: number, most: number) {
  const useOf = (column: TokenColumn) => {
    const { incidences } = kindSample(column.values, column.offsets, kinds);
    return { counts: incidences, total: filledRows(column).length };
  };
  return logOddsRatios(useOf(columns.dataset), useOf(columns.reference), { most });
}

function firstRows(
  { values, offsets }: TokenColumn,
  kinds: readonly number[],
): ReadonlyMap<number, number[]> {
  const rowsOf = new Map(kinds.map((kind) => [kind, [] as number[]]));
  for (let row = 0; row < offsets.length - 1; row++) {
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      const rows = rowsOf.get(values[at]!);
      if (rows && rows.length < EXAMPLE_ROWS && rows.at(-1) !== row) rows.push(row);
    }
  }
  return rowsOf;
}
