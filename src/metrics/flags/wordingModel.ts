import { cutRows, type RowSlice } from '../text/rowSlices.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';
import { bigramModel, VOCABULARY } from './bigramModel.ts';
import { sortFollowers } from './followerRuns.ts';
import { countPairs } from './pairCounts.ts';
import { roomForRow } from './rowAtHand.ts';
import { scoreRows, type VisitWording } from './scoreRows.ts';
import { numberTypes } from './typeNumbers.ts';

export interface WordingOptions {
  /** 1 for each row that the model learns from; absent: all rows. */
  readonly learned?: Uint8Array;
  /** Called now and then; may throw to stop. */
  readonly checkpoint?: () => void;
  /** Tokens to learn from that are sorted together; the result does not depend on it. */
  readonly tokensPerSlice?: number;
}

const TOKENS_PER_SLICE = 1 << 19;
const SLICES_PER_GROUP = 16;
const USUAL_ROW_TOKENS = 1024;

/**
 * How surprising the wording of each row is under a bigram model of all other rows: with absolute discounting, interpolated
 * with unigrams and these with the uniform distribution. Each row is scored as if it had not been counted (leave-one-out): its
 * own odd words do not make themselves usual.
 *
 *   p(w | v) = (max(c(vw) − D, 0) + D · N₊(v•) · p(w)) / c(v•);  p(w) where v was not seen
 *   p(w)     = (max(c(w) − D₁, 0) + D₁ · T / V) / N;  1 / V where no other row has a token
 *
 * Counts c and N, different followers N₊(v•) and different types T are those of the other rows; D and D₁ are n₁ / (n₁ + 2 n₂)
 * of the pairs and the types counted once and twice; V = 200,000. Texts begin with a mark of their own, and no pair crosses
 * from one text to the next. Pairs are counted exactly, so that every probability is above 0 and at most 1.
 * @param columns byte-pair tokens below V of each text of the rows, all with the same number of rows; not mutated
 * @param visit called once for each row, in no particular order
 * @throws RangeError for columns of different numbers of rows
 * O(tokens), some 50 ns per token: pairs are counted by sorting tokens by the one before, without a table. 4 bytes per token
 * to learn from, 4 for each type in each slice, and some 40 MB where not all rows are learned from.
 * @see Ney, Essen & Kneser (1994), doi:10.1006/csla.1994.1001, for absolute discounting and leaving one out; unlike Kneser &
 *   Ney (1995) the lower order has plain counts, from which a row can be taken exactly
 */
export function forEachWording(
  columns: readonly TokenColumn[],
  visit: VisitWording,
  { learned, checkpoint, tokensPerSlice = TOKENS_PER_SLICE }: WordingOptions = {},
): void {
  const rows = columns[0]!.offsets.length - 1;
  const unlearned = learned?.map((is) => 1 - is) ?? new Uint8Array(rows);
  const types = numberTypes(columns, VOCABULARY, unlearned);
  const learnedTokens = types.counts.reduce((sum, count) => sum + count, 0);
  const allTokens = columns.reduce((sum, { offsets }) => sum + offsets[rows]! - offsets[0]!, 0);
  /** Slices of all rows that hold about so many tokens of which there are some. */
  const cut = (some: number) => cutRows(columns, (tokensPerSlice * allTokens) / Math.max(1, some));
  const sortSlices = (slices: readonly RowSlice[], skipped: Uint8Array, room: Uint32Array) => {
    let end = 0;
    return slices.map((slice) => {
      checkpoint?.();
      const runs = sortFollowers(columns, types, slice, skipped, room.subarray(end));
      end += runs.starts[types.end]!;
      return runs;
    });
  };
  const scoring = {
    columns,
    ofType: types.ofType,
    cursors: new Uint32Array(types.end + 1),
    row: roomForRow(USUAL_ROW_TOKENS),
    visit,
    checkpoint,
  };

  const learnedSlices = cut(learnedTokens);
  const learnedRuns = sortSlices(learnedSlices, unlearned, new Uint32Array(learnedTokens));
  if (learned) {
    const groups = groupsOf(cut(allTokens - learnedTokens), SLICES_PER_GROUP);
    const most = Math.max(0, ...groups.map(tokensOf));
    const room = new Uint32Array(Math.min(most, allTokens - learnedTokens));
    for (const slices of groups) {
      const runs = sortSlices(slices, learned, room);
      const model = bigramModel(types, countPairs(learnedRuns, runs, types.end));
      slices.forEach((slice, at) => scoreRows(scoring, model, slice, runs[at]!, learned, false));
    }
  }
  // Last, as what was learned is overwritten.
  const model = bigramModel(types, countPairs(learnedRuns, undefined, types.end));
  learnedSlices.forEach((slice, at) => {
    scoreRows(scoring, model, slice, learnedRuns[at]!, unlearned, true);
  });
}

function groupsOf(slices: readonly RowSlice[], size: number): RowSlice[][] {
  const groups: RowSlice[][] = [];
  for (let first = 0; first < slices.length; first += size) {
    groups.push(slices.slice(first, first + size));
  }
  return groups;
}

function tokensOf(slices: readonly RowSlice[]): number {
  return slices.reduce((sum, { tokens }) => sum + tokens, 0);
}
