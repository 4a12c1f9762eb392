import { tokenColumnBuilder, type TokenColumn } from '../text/tokenColumn.ts';
import type { KindOfRow, MesoSource } from './kindOfRow.ts';

/** Rows kept for each kind as examples. */
export const EXAMPLE_ROWS = 5;

/** Kinds of one row that are counted; a row with more gives its first ones, and the rest is counted as dropped. */
export const MAX_KINDS_PER_ROW = 64;

/** Fills the example places that a kind does not use. */
const NO_ROW = 0xffff_ffff;

/** Counts of kinds over rows as plain data: survives structuredClone, the typed arrays can be transferred. */
export interface KindCountsData {
  /** Rows added, those without any kind included. */
  readonly rows: number;
  readonly rowsWithoutKind: number;
  /** Rows that have a kind, by the source of their first kind. */
  readonly rowsBySource: Readonly<Record<MesoSource, number>>;
  /** Kinds beyond MAX_KINDS_PER_ROW in their rows. */
  readonly droppedKinds: number;
  /** The kinds, in no order that means anything; the arrays below follow it. */
  readonly names: readonly string[];
  /** Verb and noun of a pair; null for other kinds. */
  readonly pairs: readonly (readonly [verb: string, noun: string] | null)[];
  /** Rows that have the kind. */
  readonly counts: Uint32Array;
  /** Index of each row added, in the order of adding, and its kinds as places in `names`. */
  readonly rowIndexes: Uint32Array;
  readonly kindsOfRows: TokenColumn;
  /** EXAMPLE_ROWS places for each kind: the smallest row indexes, ascending, then 0xffffffff. */
  readonly examples: Uint32Array;
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
 * Counts in how many rows each kind occurs. Memory: some 150 bytes for each distinct kind with its name, no matter how many
 * rows have it; 8 bytes for each row and 4 for each of its kinds, at most MAX_KINDS_PER_ROW.
 */
export function createKindCounts(): KindCounts {
  const indexes = new Map<string, number>();
  const pairs: (readonly [string, string] | null)[] = [];
  const forms = new Map<string, Map<string, number>>();
  const rowsBySource: Record<MesoSource, number> = { tags: 0, 'verb-noun': 0, 'key-phrases': 0 };
  const rowIndexes: number[] = [];
  const kindsOfRows = tokenColumnBuilder();
  let counts = new Uint32Array(256);
  let examples = new Uint32Array(256 * EXAMPLE_ROWS);
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
    if (index === counts.length) {
      counts = grown(counts);
      examples = grown(examples);
    }
    examples.fill(NO_ROW, index * EXAMPLE_ROWS, (index + 1) * EXAMPLE_ROWS);
    indexes.set(name, index);
    pairs.push(pair);
    return index;
  };

  const addExample = (index: number, row: number): void => {
    const first = index * EXAMPLE_ROWS;
    let place = first + EXAMPLE_ROWS - 1;
    if (examples[place]! <= row) return;
    for (; place > first && examples[place - 1]! > row; place--) {
      examples[place] = examples[place - 1]!;
    }
    examples[place] = row;
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
        const index = indexOf(name, paired ? [verb, noun] : null);
        counts[index]!++;
        kindsOfRows.push(index);
        addExample(index, rowIndex);
        if (form !== undefined) addForm(name, form, 1);
      }
      kindsOfRows.endRow();
    },

    merge(other) {
      rows += other.rows;
      rowsWithoutKind += other.rowsWithoutKind;
      droppedKinds += other.droppedKinds;
      for (const source of ['tags', 'verb-noun', 'key-phrases'] as const) {
        rowsBySource[source] += other.rowsBySource[source];
      }
      const ours = other.names.map((name, theirs) => indexOf(name, other.pairs[theirs]!));
      ours.forEach((index, theirs) => {
        counts[index]! += other.counts[theirs]!;
        for (let k = theirs * EXAMPLE_ROWS; k < (theirs + 1) * EXAMPLE_ROWS; k++) {
          addExample(index, other.examples[k]!);
        }
      });
      for (const [name, form, times] of other.forms) addForm(name, form, times);
      const { values, offsets } = other.kindsOfRows;
      other.rowIndexes.forEach((rowIndex, row) => {
        rowIndexes.push(rowIndex);
        for (let i = offsets[row]!; i < offsets[row + 1]!; i++) kindsOfRows.push(ours[values[i]!]!);
        kindsOfRows.endRow();
      });
    },

    data: () => ({
      rows,
      rowsWithoutKind,
      rowsBySource: { ...rowsBySource },
      droppedKinds,
      names: [...indexes.keys()],
      pairs: [...pairs],
      counts: counts.slice(0, indexes.size),
      rowIndexes: Uint32Array.from(rowIndexes),
      kindsOfRows: kindsOfRows.build(),
      examples: examples.slice(0, indexes.size * EXAMPLE_ROWS),
      forms: [...forms].flatMap(([name, known]) =>
        [...known].map(([form, times]) => [name, form, times] as const),
      ),
    }),
  };
}

function grown(column: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(column.length * 2);
  larger.set(column);
  return larger;
}
