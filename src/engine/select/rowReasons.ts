import type { ChoiceReason, ChosenLine, Strategy } from './selection.ts';

/** A row as it came into the choice. */
export interface ChosenRow {
  readonly row: number;
  readonly reason: ChoiceReason;
  readonly kind?: string;
  readonly gain?: number;
}

/** Why a row was picked, by strategy; those that go by kinds have reasons of their own. */
export const REASON_OF_STRATEGY = {
  'facility-location': 'represents',
  'k-centre': 'farthest',
  novelsum: 'most-novel',
  combined: 'adds-most',
  random: 'random',
} as const satisfies Partial<Record<Strategy, ChoiceReason>>;

/** The chosen rows as lines, by line. @param rows in the order of choice */
export function chosenLines(rows: readonly ChosenRow[], rowLines: Uint32Array): ChosenLine[] {
  return rows
    .map(({ row, ...why }, at) => ({ line: rowLines[row]! + 1, ...why, place: at + 1 }))
    .sort((a, b) => a.line - b.line);
}
