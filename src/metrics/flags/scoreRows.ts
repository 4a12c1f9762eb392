import type { RowSlice } from '../text/rowSlices.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';
import type { BigramModel } from './bigramModel.ts';
import type { FollowerRuns } from './followerRuns.ts';
import {
  measureSurprise,
  putBack,
  readText,
  roomForRow,
  takeOut,
  type RowAtHand,
} from './rowAtHand.ts';

/**
 * Gets a row with the surprise of each of its `length` tokens in bits, ≥ 0, text after text, and with these tokens; in memory
 * that is longer, and overwritten for the next row.
 */
export type VisitWording = (
  row: number,
  length: number,
  tokenSurpriseBits: Float32Array,
  tokens: Uint32Array,
) => void;

export interface Scoring {
  readonly columns: readonly TokenColumn[];
  /** The number of each type. */
  readonly ofType: Uint32Array;
  /** Room for a number of each type. */
  readonly cursors: Uint32Array;
  /** Made anew for a longer row. */
  row: RowAtHand;
  readonly visit: VisitWording;
  readonly checkpoint: (() => void) | undefined;
}

const ROWS_PER_CHECK = 1024;

/**
 * Scores the rows of a slice that are not skipped.
 * @param isLearned whether the model learned from these rows: each is left out of its counts while it is scored
 */
export function scoreRows(
  scoring: Scoring,
  model: BigramModel,
  { fromRow, toRow }: RowSlice,
  { starts, entries: answers }: FollowerRuns,
  skipped: Uint8Array,
  isLearned: boolean,
): void {
  scoring.cursors.set(starts);
  for (let row = fromRow; row < toRow; row++) {
    if (row % ROWS_PER_CHECK === 0) scoring.checkpoint?.();
    if (skipped[row] === 0) scoreRow(scoring, model, row, answers, isLearned);
  }
}

function scoreRow(
  scoring: Scoring,
  model: BigramModel,
  row: number,
  sortedAnswers: Uint32Array,
  isLearned: boolean,
): void {
  const { columns, ofType, cursors } = scoring;
  const length = rowLength(columns, row);
  if (length > scoring.row.tokens.length) scoring.row = roomForRow(Math.ceil(1.25 * length));
  const atHand = scoring.row;
  let place = 0;
  for (let text = 0; text < columns.length; text++) {
    place = readText(columns[text]!, row, ofType, sortedAnswers, cursors, atHand, place);
  }
  if (isLearned) {
    const typesOfOthers = model.types - takeOut(model, atHand, length);
    measureSurprise(model, model.tokens - length, typesOfOthers, atHand, length);
    putBack(model, atHand, length);
  } else {
    measureSurprise(model, model.tokens, model.types, atHand, length);
  }
  scoring.visit(row, length, atHand.surpriseBits, atHand.tokens);
}

function rowLength(columns: readonly TokenColumn[], row: number): number {
  let length = 0;
  for (let text = 0; text < columns.length; text++) {
    const { offsets } = columns[text]!;
    length += offsets[row + 1]! - offsets[row]!;
  }
  return length;
}
