import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import type { PickRequest, Picks } from '../../metrics/select/picks.ts';
import type { TaskPool } from '../taskPool.ts';
import type { SelectPartParams } from '../tasks/selectPart.ts';

/** Rows that are compared with each other, all with all. */
export const PART_ROWS = 4_096;

export interface MeaningSource {
  readonly strategy: SelectPartParams['strategy'];
  readonly matrix: EmbeddingMatrix;
}

interface Part {
  readonly candidates: Uint32Array;
  readonly chosen: Uint32Array;
  /** Rows to be represented besides. */
  readonly others: Uint32Array;
  readonly size: number;
}

/**
 * Picks rows of a matrix by their meanings. Up to 4,096 rows are compared all with all. More are dealt into parts of at most
 * so many, in the order given, which is random: each part is the file in small, and each gives its share. For a choice of up to
 * 1,024 rows the parts give more than their share, about 2,048 rows together, from which the choice is made once more, 2,048
 * further rows being there to be represented.
 * @param request rows of the matrix, in random order
 * @see Mirzasoleiman et al. (2013), "Distributed submodular maximization" (GreeDi); Barbosa et al. (2015), "The power of
 * randomization", for parts drawn at random
 * O(rows · 4,096 · dimensions): about 3 s of one core for 50,000 rows × 512. The result does not
 * depend on the number of threads.
 */
export async function pickByMeaning(
  pool: TaskPool,
  source: MeaningSource,
  { candidates, chosen, size }: PickRequest,
): Promise<Picks> {
  const none = new Uint32Array(0);
  const wanted = Math.min(size, candidates.length);
  const count = Math.ceil((candidates.length + chosen.length) / PART_ROWS);
  if (count <= 1) {
    return pickPart(pool, source, { candidates, chosen, others: none, size: wanted });
  }
  const isSmall = chosen.length + wanted <= PART_ROWS / 4;
  const fromEach = isSmall ? Math.min(wanted, Math.floor(PART_ROWS / 2 / count)) : 0;
  let before = 0;
  const shareOf = (rows: number) => {
    const from = Math.floor((wanted * before) / candidates.length);
    before += rows;
    return Math.max(fromEach, Math.floor((wanted * before) / candidates.length) - from);
  };
  const parts = Array.from({ length: count }, (_, part): Part => {
    const own = dealt(candidates, part, count);
    return {
      candidates: own,
      chosen: dealt(chosen, part, count),
      others: none,
      size: shareOf(own.length),
    };
  });
  const picks = inTurn(await Promise.all(parts.map((part) => pickPart(pool, source, part))));
  if (!isSmall) return picks;
  const isPicked = new Set([...picks.rows, ...chosen]);
  const others = candidates.filter((row) => !isPicked.has(row)).slice(0, PART_ROWS - isPicked.size);
  return pickPart(pool, source, { candidates: picks.rows, chosen, others, size: wanted });
}

async function pickPart(
  pool: TaskPool,
  { strategy, matrix }: MeaningSource,
  { candidates, chosen, others, size }: Part,
): Promise<Picks> {
  const rows = Uint32Array.from([...candidates, ...chosen, ...others]);
  const places = Uint32Array.from(rows.keys());
  const { rows: picked, gains } = await pool.run('selectPart', {
    strategy,
    matrix,
    rows,
    candidates: places.subarray(0, candidates.length),
    chosen: places.subarray(candidates.length, candidates.length + chosen.length),
    size,
  });
  return { rows: picked.map((place) => rows[place]!), gains };
}

/** Every `count`-th row, from the `part`-th on. */
const dealt = (rows: Uint32Array, part: number, count: number): Uint32Array =>
  rows.filter((_, at) => at % count === part);

/** The first picks of all parts, then the second ones, … */
function inTurn(parts: readonly Picks[]): Picks {
  const rows: number[] = [];
  const gains: number[] = [];
  const most = parts.reduce((length, part) => Math.max(length, part.rows.length), 0);
  for (let pick = 0; pick < most; pick++) {
    for (const part of parts) {
      if (pick >= part.rows.length) continue;
      rows.push(part.rows[pick]!);
      gains.push(part.gains[pick]!);
    }
  }
  return { rows: Uint32Array.from(rows), gains: Float64Array.from(gains) };
}
