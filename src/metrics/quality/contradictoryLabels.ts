import type { TokenColumn } from '../text/tokenColumn.ts';

/** Stands for the tag of a text that has several. */
const SEVERAL = -1;

/**
 * Rows whose text is equal to that of another row with another label. Rows without a tag, or with several, say nothing.
 * @param hashes 64-bit hash of each row's normalised text: [rows, 2]; 0, 0 for no text
 * @param tags the tags of each row as numbers
 * @returns rows, ascending
 * O(rows).
 */
export function contradictoryLabels(hashes: Uint32Array, tags: TokenColumn): number[] {
  const { values, offsets } = tags;
  const tagOfText = new Map<number, number>();
  const labelled: number[] = [];
  for (let row = 0; row + 1 < offsets.length; row++) {
    const text = textOf(hashes, row);
    if (text === 0 || offsets[row + 1]! - offsets[row]! !== 1) continue;
    labelled.push(row);
    const tag = values[offsets[row]!]!;
    const known = tagOfText.get(text) ?? tag;
    tagOfText.set(text, known === tag ? tag : SEVERAL);
  }
  return labelled.filter((row) => tagOfText.get(textOf(hashes, row)) === SEVERAL);
}

/** 53 of the 64 bits: what a number holds exactly. */
function textOf(hashes: Uint32Array, row: number): number {
  return (hashes[2 * row]! & 0x1f_ffff) * 2 ** 32 + hashes[2 * row + 1]!;
}
