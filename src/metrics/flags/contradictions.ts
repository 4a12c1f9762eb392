import { joinHashes, type Hash64 } from '../text/normalizedHash.ts';

/** Rows that hold a chosen and a rejected answer. */
export interface PreferenceAnswers {
  /** Ascending. */
  readonly rows: Uint32Array;
  /** Jaccard similarity of the shingles of the two answers, 0–1. */
  readonly similarity: Float64Array;
  /** [rows of `rows`, 2]: normalised hashes of the rejected answers. */
  readonly rejectedHashes: Uint32Array;
}

/** A row whose chosen answer is the rejected one of another row. */
export interface Contradiction {
  readonly row: number;
  /** The first other row that rejects it, one of the same instruction where there is such a row. */
  readonly rejectedIn: number;
  readonly sameInstruction: boolean;
}

/**
 * Rows whose chosen answer is rejected elsewhere: training on both pulls to both sides where the instruction is the same.
 * @param instructionHashes of all rows, [rows, 2]; 0, 0 is a row without an instruction, which is the same as no other
 * @param chosenHashes likewise
 * @returns by row
 * O(rows) expected time. Two different answers count as equal with probability 2⁻⁵³.
 */
export function contradictions(
  { rows, rejectedHashes }: PreferenceAnswers,
  instructionHashes: Uint32Array,
  chosenHashes: Uint32Array,
): Contradiction[] {
  const anywhere = new Map<number, FirstRows>();
  const sameInstruction = new Map<number, FirstRows>();
  rows.forEach((row, at) => {
    const rejected = hashAt(rejectedHashes, at);
    if (isNone(rejected)) return;
    note(anywhere, keyOf(rejected), row);
    const instruction = hashAt(instructionHashes, row);
    if (!isNone(instruction)) note(sameInstruction, keyOf(joinHashes(instruction, rejected)), row);
  });
  const found: Contradiction[] = [];
  for (const row of rows) {
    const chosen = hashAt(chosenHashes, row);
    if (isNone(chosen)) continue;
    const instruction = hashAt(instructionHashes, row);
    const same = isNone(instruction)
      ? undefined
      : otherRow(sameInstruction.get(keyOf(joinHashes(instruction, chosen))), row);
    const rejectedIn = same ?? otherRow(anywhere.get(keyOf(chosen)), row);
    if (rejectedIn === undefined) continue;
    found.push({ row, rejectedIn, sameInstruction: same !== undefined });
  }
  return found;
}

/** The first row and the second: one of them is not the row that asks. */
type FirstRows = readonly [first: number, second?: number];

function note(map: Map<number, FirstRows>, key: number, row: number): void {
  const known = map.get(key);
  if (!known) map.set(key, [row]);
  else if (known[1] === undefined) map.set(key, [known[0], row]);
}

function otherRow(rows: FirstRows | undefined, row: number): number | undefined {
  return rows?.[0] === row ? rows[1] : rows?.[0];
}

function hashAt(hashes: Uint32Array, at: number): Hash64 {
  return { high: hashes[2 * at]!, low: hashes[2 * at + 1]! };
}

function isNone({ high, low }: Hash64): boolean {
  return high === 0 && low === 0;
}

function keyOf({ high, low }: Hash64): number {
  return high * 2 ** 21 + (low >>> 11);
}
