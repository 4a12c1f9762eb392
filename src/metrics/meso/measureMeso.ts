import { kindSample } from '../stats/kindSample.ts';
import type { Kind, LevelFigures } from '../stats/levelFigures.ts';
import { levelStatistics, type StatisticsOptions } from '../stats/levelStatistics.ts';
import { coOccurrence } from './coOccurrence.ts';
import { groupKinds } from './groupKinds.ts';
import { kindBalance, type BalanceRule, type UnbalancedKind } from './kindBalance.ts';
import type { KindCountsData } from './kindCounts.ts';
import { MESO_SOURCES, type MesoSource } from './kindOfRow.ts';
import { exampleRows, kindTable, type KindTable } from './kindTable.ts';
import type { MergedNames } from './mergeKinds.ts';
import { shownForms } from './shownForms.ts';
import { verbsAndNouns, type PairWords } from './verbsAndNouns.ts';

/** Kinds that are listed, most frequent first. */
const MAX_TOP_KINDS = 50;

/** Rare kinds that are listed: a start for a person who looks for more of their like. */
const MAX_RARE_KINDS = 10;

/** Names that a kind was merged from, at most. */
const MAX_MERGED_NAMES = 10;

/** The meso level with row indexes where the report has lines. */
export interface MesoFigures extends LevelFigures {
  /** The source of most rows that have a kind. */
  readonly source: MesoSource;
  readonly kinds: number;
  /** Kinds before those that are the same under another name were merged. */
  readonly kindsBeforeMerging: number;
  readonly kindsPerRow: number;
  readonly rowsWithoutKind: number;
  /** The most frequent kinds, at most 50, by count and then by name. */
  readonly top: readonly MesoFiguresKind[];
  /** Kinds that only one or two rows have, by the first row that has them, at most 10. */
  readonly rare: readonly MesoFiguresKind[];
  /** Verbs and nouns by themselves; absent where no kind is a pair. */
  readonly verbs?: PairWords;
  readonly nouns?: PairWords;
  /** Absent for fewer than two kinds. */
  readonly balance?: MesoFiguresBalance;
  readonly coOccurrence: {
    readonly minRows: number;
    readonly pairs: readonly MesoFiguresPair[];
  };
}

export interface MesoFiguresKind extends Kind {
  readonly verb?: string;
  readonly noun?: string;
  /** Other names that count as this kind, most frequent first, at most 10. */
  readonly also?: readonly string[];
  /** The first rows that have the kind, ascending 0-based indexes, at most 5. */
  readonly exampleRows: readonly number[];
}

export interface MesoFiguresBalance {
  readonly rule: BalanceRule;
  readonly overCount: number;
  readonly over: readonly UnevenKind[];
  readonly underCount: number;
  readonly under: readonly UnevenKind[];
}

export interface UnevenKind extends Kind {
  readonly expected: number;
  readonly exampleRows: readonly number[];
}

export interface MesoFiguresPair {
  readonly names: readonly [string, string];
  readonly rows: number;
  readonly lift: number;
  readonly npmi: number;
  readonly exampleRows: readonly number[];
}

/**
 * The meso level: how many kinds of task the rows show, rows being the sampling units (incidence form).
 * @param data kinds of rows; not mutated
 * @param merged names that count as others; without, every kind is by itself
 * @returns Hill numbers over the numbers of rows that have each kind; coverage after Chao et al. (2014); undefined where
 * no row has any kind. Does not depend on the order in which rows were added or counts were merged.
 * Linear in the kinds of all rows, O(kinds · log kinds) in kinds, beside levelStatistics and coOccurrence.
 */
export function measureMeso(
  data: KindCountsData,
  options: StatisticsOptions,
  merged?: MergedNames,
): MesoFigures | undefined {
  const table = kindTable(data, groupKinds(data, merged));
  const { values, offsets } = table.kindsOfRow;
  const statistics = levelStatistics(kindSample(values, offsets, table.names.length), options);
  if (statistics === undefined) return undefined;
  const shown = shownForms(data, table);
  const balance = kindBalance(table);
  const { minRows, pairs } = coOccurrence(table);
  return {
    ...statistics,
    source: mainSource(data),
    kinds: table.names.length,
    kindsBeforeMerging: data.names.length,
    kindsPerRow: table.kindsOfRow.values.length / data.rows,
    rowsWithoutKind: data.rowsWithoutKind,
    top: topKinds(table, shown),
    rare: rareKinds(table, shown),
    ...verbsAndNouns(table),
    ...(balance && {
      balance: {
        ...balance,
        over: balance.over.map((kind) => unevenKind(kind, table, shown)),
        under: balance.under.map((kind) => unevenKind(kind, table, shown)),
      },
    }),
    coOccurrence: {
      minRows,
      pairs: pairs.map(({ kinds: [a, b], ...pair }) => ({
        names: [shown.nameOf(a), shown.nameOf(b)] as const,
        ...pair,
      })),
    },
  };
}

type Shown = ReturnType<typeof shownForms>;

function mainSource({ rowsBySource }: KindCountsData): MesoSource {
  return MESO_SOURCES.reduce((best, source) =>
    rowsBySource[source] > rowsBySource[best] ? source : best,
  );
}

function topKinds(table: KindTable, shown: Shown): MesoFiguresKind[] {
  const length = Math.min(MAX_TOP_KINDS, table.counts.length);
  return describeKinds(
    Array.from({ length }, (_, kind) => kind),
    table,
    shown,
  );
}

function rareKinds(table: KindTable, shown: Shown): MesoFiguresKind[] {
  const rare = Array.from(table.counts.keys()).filter((kind) => table.counts[kind]! <= 2);
  const described = rare.map((kind) => ({ kind, first: exampleRows(table, kind)[0] ?? 0 }));
  described.sort((a, b) => a.first - b.first || a.kind - b.kind);
  return describeKinds(
    described.slice(0, MAX_RARE_KINDS).map(({ kind }) => kind),
    table,
    shown,
  );
}

function describeKinds(
  kinds: readonly number[],
  table: KindTable,
  shown: Shown,
): MesoFiguresKind[] {
  const { counts, pairs } = table;
  return kinds.map((kind) => {
    const pair = pairs[kind];
    const also = shown.otherNamesOf(kind).slice(0, MAX_MERGED_NAMES);
    return {
      name: shown.nameOf(kind),
      count: counts[kind]!,
      ...(pair && { verb: pair[0], noun: pair[1] }),
      ...(also.length > 0 && { also }),
      exampleRows: exampleRows(table, kind),
    };
  });
}

function unevenKind(
  { kind, expected }: UnbalancedKind,
  table: KindTable,
  shown: Shown,
): UnevenKind {
  return {
    name: shown.nameOf(kind),
    count: table.counts[kind]!,
    expected,
    exampleRows: exampleRows(table, kind),
  };
}
