import type { Kind, LevelFigures } from '../stats/levelFigures.ts';
import { levelStatistics, type StatisticsOptions } from '../stats/levelStatistics.ts';
import { EXAMPLE_ROWS, type KindCountsData } from './kindCounts.ts';
import type { MesoSource } from './kindOfRow.ts';
import { kindsInRowOrder } from './kindsInRowOrder.ts';

/** Kinds that are listed, most frequent first. */
const MAX_TOP_KINDS = 50;

/** The meso level with row indexes where the report has lines. */
export interface MesoFigures extends LevelFigures {
  /** The source of most rows that have a kind. */
  readonly source: MesoSource;
  readonly kinds: number;
  readonly kindsPerRow: number;
  readonly rowsWithoutKind: number;
  /** Kinds not counted because their row has more than 64. */
  readonly droppedKinds: number;
  /** The most frequent kinds, at most 50, by count and then by name. */
  readonly top: readonly MesoFiguresKind[];
}

export interface MesoFiguresKind extends Kind {
  readonly verb?: string;
  readonly noun?: string;
  /** The first rows that have the kind, ascending 0-based indexes, at most 5. */
  readonly exampleRows: readonly number[];
}

/**
 * The meso level: how many kinds of task the rows show, rows being the sampling units (incidence form).
 * @param data counts of kinds over rows; not mutated
 * @returns Hill numbers over the numbers of rows that have each kind; coverage after Chao et al. (2014); undefined where
 * no row has any kind. Does not depend on the order in which rows were added or counts were merged.
 * O(rows log rows + kinds · log kinds) time, beside `levelStatistics`.
 */
export function measureMeso(
  data: KindCountsData,
  options: StatisticsOptions,
): MesoFigures | undefined {
  const sample = kindsInRowOrder(data);
  const statistics = levelStatistics(sample, options);
  if (statistics === undefined) return undefined;
  return {
    ...statistics,
    source: mainSource(data),
    kinds: data.names.length,
    kindsPerRow: sample.total / data.rows,
    rowsWithoutKind: data.rowsWithoutKind,
    droppedKinds: data.droppedKinds,
    top: topKinds(data),
  };
}

function mainSource({ rowsBySource }: KindCountsData): MesoSource {
  const sources: readonly MesoSource[] = ['tags', 'verb-noun', 'key-phrases'];
  return sources.reduce((best, source) =>
    rowsBySource[source] > rowsBySource[best] ? source : best,
  );
}

const byCodeUnits = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function topKinds(data: KindCountsData): MesoFiguresKind[] {
  const { names, counts } = data;
  const top = Array.from(names.keys())
    .sort((a, b) => counts[b]! - counts[a]! || byCodeUnits(names[a]!, names[b]!))
    .slice(0, MAX_TOP_KINDS);
  const shown = shownForms(data, new Set(top.map((kind) => names[kind]!)));
  return top.map((kind) => {
    const name = names[kind]!;
    const count = counts[kind]!;
    const pair = data.pairs[kind];
    const places = data.examples.subarray(kind * EXAMPLE_ROWS, (kind + 1) * EXAMPLE_ROWS);
    return {
      name: shown(name, count),
      count,
      ...(pair && { verb: pair[0], noun: pair[1] }),
      exampleRows: [...places.subarray(0, Math.min(count, EXAMPLE_ROWS))],
    };
  });
}

/** The way of writing that most rows have; among equals the first by code units. */
function shownForms(
  data: KindCountsData,
  wanted: ReadonlySet<string>,
): (name: string, count: number) => string {
  const formsOf = new Map<string, [form: string, rows: number][]>();
  for (const [name, form, rows] of data.forms) {
    if (!wanted.has(name)) continue;
    const forms = formsOf.get(name);
    if (forms === undefined) formsOf.set(name, [[form, rows]]);
    else forms.push([form, rows]);
  }
  return (name, count) => {
    const forms = formsOf.get(name) ?? [];
    // Rows that write the kind as its name carry no form.
    const plain = count - forms.reduce((sum, [, rows]) => sum + rows, 0);
    const [shown] = [...forms, [name, plain] as const].reduce((best, form) =>
      form[1] > best[1] || (form[1] === best[1] && form[0] < best[0]) ? form : best,
    );
    return shown;
  };
}
