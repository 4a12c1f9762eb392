import { tokenColumnBuilder, type TokenColumn } from '../text/tokenColumn.ts';
import { MESO_SOURCES, type KindOfRow, type MesoSource } from './kindOfRow.ts';

/** Kinds of one row that are counted; a row with more gives its first ones, and the rest is counted as dropped. */
export const MAX_KINDS_PER_ROW = 64;

/** Which rows have which kinds, as plain data: survives structuredClone, the typed arrays can be transferred. */
export interface KindCountsData {
  /** Rows added, those without any kind included. */
  readonly rows: number;
  readonly rowsWithoutKind: number;
  /** Rows that have a kind, by the source of their first kind. */
  readonly rowsBySource: Readonly<Record<MesoSource, number>>;
  /** Kinds beyond MAX_KINDS_PER_ROW in their rows. */
  readonly droppedKinds: number;
  /** The kinds, in no order that means anything. */
  readonly names: readonly string[];
  /** Verb and noun of a pair; null for other kinds. */
  readonly pairs: readonly (readonly [verb: string, noun: string] | null)[];
  /** Index of each row added, in the order of adding, and its kinds as places in `names`, each once per row. */
  readonly rowIndexes: Uint32Array;
  readonly kindsOfRows: TokenColumn;
  /** How rows write a kind where that differs from its name: `[name, form, rows]`. */
  readonly forms: readonly (readonly [name: string, form: string, rows: number])[];
}

export interface KindCounts {
  /** @param rowIndex 0-based, below 2³² − 1; each row once, in any order. A kind counts once per row. */
  add(rowIndex: number, kinds: readonly KindOfRow[]): void;
  /** Adds what was counted elsewhere, over other rows. What is measured does not depend on the order of merging. */
  merge(other: KindCountsData): void;
  data(): KindCountsData;
}

/**
 * Collects the kinds of rows. Memory: some 150 bytes for each distinct kind with its name, 8
 * for each row and 4 for each of its kinds, at most MAX_KINDS_PER_ROW.
 */
export function createKindCounts(): KindCounts {
  const indexes = new Map<string, number>();
  const pairs: (readonly [string, string] | null)[] = [];
  const forms = new Map<string, Map<string, number>>();
  const rowsBySource = Object.fromEntries(MESO_SOURCES.map((source) => [source, 0])) as Record<
    MesoSource,
    number
  >;
  const rowIndexes: number[] = [];
  const kindsOfRows = tokenColumnBuilder();
  let rows = 0;
  let rowsWithoutKind = 0;
  let droppedKinds = 0;

  const indexOf = (name: string, pair: readonly [string, string] | null): number => {
    const known = indexes.get(name);
    if (known !== undefined) {
      // A pair and a phrase may share a name: whichever came first, the pair stands.
      const old = pairs[known];
      if (pair && (!old || pair[0] < old[0])) pairs[known] = pair;
      return known;
    }
    const index = indexes.size;
    indexes.set(name, index);
    pairs.push(pair);
    return index;
  };

  const addForm = (name: string, form: string, times: number): void => {
    const known = forms.get(name) ?? new Map<string, number>();
    forms.set(name, known.set(form, (known.get(form) ?? 0) + times));
  };

  return {
    add(rowIndex, kinds) {
      rows++;
      rowIndexes.push(rowIndex);
      const first = kinds[0];
      if (first === undefined) {
        kindsOfRows.endRow();
        rowsWithoutKind++;
        return;
      }
      rowsBySource[first.source]++;
      const seen = new Set<string>();
      for (const { name, form, verb, noun } of kinds) {
        if (seen.has(name)) continue;
        if (seen.size === MAX_KINDS_PER_ROW) {
          droppedKinds++;
          continue;
        }
        seen.add(name);
        const paired = verb !== undefined && noun !== undefined;
        kindsOfRows.push(indexOf(name, paired ? [verb, noun] : null));
        if (form !== undefined) addForm(name, form, 1);
      }
      kindsOfRows.endRow();
    },

    merge(other) {
      rows += other.rows;
      rowsWithoutKind += other.rowsWithoutKind;
      droppedKinds += other.droppedKinds;
      for (const source of MESO_SOURCES) rowsBySource[source] += other.rowsBySource[source];
      const ours = other.names.map((name, theirs) => indexOf(name, other.pairs[theirs]!));
      const { values, offsets } = other.kindsOfRows;
      other.rowIndexes.forEach((rowIndex, place) => {
        for (let i = offsets[place]!; i < offsets[place + 1]!; i++)
          kindsOfRows.push(ours[values[i]!]!);
        kindsOfRows.endRow();
        rowIndexes.push(rowIndex);
      });
      for (const [name, form, times] of other.forms) addForm(name, form, times);
    },

    data: () => ({
      rows,
      rowsWithoutKind,
      rowsBySource: { ...rowsBySource },
      droppedKinds,
      names: [...indexes.keys()],
      pairs: [...pairs],
      rowIndexes: Uint32Array.from(rowIndexes),
      kindsOfRows: kindsOfRows.build(),
      forms: [...forms].flatMap(([name, known]) =>
        [...known].map(([form, times]) => [name, form, times] as const),
      ),
    }),
  };
}
