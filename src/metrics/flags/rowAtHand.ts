import type { TokenColumn } from '../text/tokenColumn.ts';
import { VOCABULARY, type BigramModel } from './bigramModel.ts';
import { isBelow } from './isBelow.ts';

/** The tokens of one row, text after text, in memory that is overwritten for the next one. */
export interface RowAtHand {
  readonly tokens: Uint32Array;
  /** The numbers of their types, and of the types before them. */
  readonly numbers: Uint32Array;
  readonly contexts: Uint32Array;
  /** What `countPairs` answers for each. */
  readonly answers: Uint32Array;
  readonly surpriseBits: Float32Array;
}

export function roomForRow(most: number): RowAtHand {
  return {
    tokens: new Uint32Array(most),
    numbers: new Uint32Array(most),
    contexts: new Uint32Array(most),
    answers: new Uint32Array(most),
    surpriseBits: new Float32Array(most),
  };
}

/**
 * Reads a text from its tokens and from the sorted answers.
 * @param cursors by the number of a type: the next answer for a token after it; moved on
 * @param first place in the row
 * @returns the place after the last
 */
export function readText(
  { values, offsets }: TokenColumn,
  row: number,
  ofType: Uint32Array,
  sortedAnswers: Uint32Array,
  cursors: Uint32Array,
  { tokens, numbers, contexts, answers }: RowAtHand,
  first: number,
): number {
  const end = offsets[row + 1]!;
  let place = first;
  let context = 0;
  for (let at = offsets[row]!; at < end; at++) {
    const token = values[at]!;
    tokens[place] = token;
    contexts[place] = context;
    answers[place] = sortedAnswers[cursors[context]!++]!;
    context = ofType[token]!;
    numbers[place++] = context;
  }
  return place;
}

/** Takes the row out of the counts; returns how many types no other row has. */
export function takeOut(
  { ofType, ofContext, followers }: BigramModel,
  { numbers, contexts, answers }: RowAtHand,
  length: number,
): number {
  let gone = 0;
  for (let place = 0; place < length; place++) {
    const context = contexts[place]!;
    gone += isBelow(--ofType[numbers[place]!]!, 1);
    ofContext[context]!--;
    followers[context]! -= answers[place]! & 1;
  }
  return gone;
}

export function putBack(
  { ofType, ofContext, followers }: BigramModel,
  { numbers, contexts, answers }: RowAtHand,
  length: number,
): void {
  for (let place = 0; place < length; place++) {
    const context = contexts[place]!;
    ofType[numbers[place]!]!++;
    ofContext[context]!++;
    followers[context]! += answers[place]! & 1;
  }
}

/** @param tokens, types of the rows whose counts the model has at hand */
export function measureSurprise(
  { ofType, ofContext, followers, typeDiscount, pairDiscount }: BigramModel,
  tokens: number,
  types: number,
  { numbers, contexts, answers, surpriseBits }: RowAtHand,
  length: number,
): void {
  const unseen = (typeDiscount * types) / VOCABULARY;
  for (let place = 0; place < length; place++) {
    const context = contexts[place]!;
    const contextCount = ofContext[context]!;
    let probability =
      tokens === 0
        ? 1 / VOCABULARY
        : (Math.max(ofType[numbers[place]!]! - typeDiscount, 0) + unseen) / tokens;
    if (contextCount > 0) {
      const count = answers[place]! >>> 1;
      const kept = count - pairDiscount * (1 - isBelow(count, 1));
      probability = (kept + pairDiscount * followers[context]! * probability) / contextCount;
    }
    surpriseBits[place] = -Math.log2(probability);
  }
}
