import type { VerbNounPair } from './parseVerbPhrase.ts';

/** A request asks for something (order, question, wish); a statement tells something. */
export type Mood = 'request' | 'statement';

export interface Clause {
  readonly mood: Mood;
  readonly pairs: readonly VerbNounPair[];
  /** Index after what was read. */
  readonly next: number;
}

export const clauseOf = (mood: Mood, read: Omit<Clause, 'mood'>): Clause => ({
  mood,
  pairs: read.pairs,
  next: read.next,
});

/** A clause of one verb and one noun; of none where the noun is unknown. */
export const pairClause = (
  mood: Mood,
  verb: string,
  noun: string | undefined,
  next: number,
): Clause => ({ mood, pairs: noun === undefined ? [] : [{ verb, noun }], next });

export const emptyClause = (mood: Mood, next: number): Clause => ({ mood, pairs: [], next });
