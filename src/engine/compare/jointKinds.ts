import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';

/** The kinds of the rows of two files, numbered alike: tokens, words, topics or tags. */
export interface JointKinds {
  /** Kinds of each row, each below `kinds`. */
  readonly columns: InBoth<TokenColumn>;
  /** 0-based line of each row of the columns. */
  readonly lines: InBoth<Uint32Array>;
  readonly kinds: number;
  /** False where so few rows cannot tell one kind from another. */
  readonly areTold?: boolean;
}

export const BOTH = ['dataset', 'reference'] as const;

/** The same of either file. */
export function ofBoth<From, To>(both: InBoth<From>, map: (one: From) => To): InBoth<To> {
  return { dataset: map(both.dataset), reference: map(both.reference) };
}
