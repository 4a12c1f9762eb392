import { hashAt, hashKey, isNoText } from '../text/hash64.ts';
import { joinHashes } from '../text/normalizedHash.ts';

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
    if (isNoText(rejected)) return;
    note(anywhere, hashKey(rejected), row);
    const instruction = hashAt(instructionHashes, row);
    if (!isNoText(instruction))
      note(sameInstruction, hashKey(joinHashes(instruction, rejected)), row);
  });
  const found: Contradiction[] = [];
  for (const row of rows) {
    const chosen = hashAt(chosenHashes, row);
    if (isNoText(chosen)) continue;
    const instruction = hashAt(instructionHashes, row);
    const same = isNoText(instruction)
      ? undefined
      : otherRow(sameInstruction.get(hashKey(joinHashes(instruction, chosen))), row);
    const rejectedIn = same ?? otherRow(anywhere.get(hashKey(chosen)), row);
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
