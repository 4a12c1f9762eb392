import { hashAt, hashKey, isNoText } from '../text/hash64.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';

/** Stands for the tag of a text that has several. */
const SEVERAL = -1;

/**
 * Rows whose text is equal to that of another row with another label. Rows without a tag, or with several, say nothing.
 * @param hashes 64-bit hash of each row's normalised text: [rows, 2]; 0, 0 for no text
 * @param tags the tags of each row as numbers
 * @returns rows, ascending
 * O(rows) expected time. Two different texts count as equal with probability 2⁻⁵³.
 */
export function contradictoryLabels(hashes: Uint32Array, tags: TokenColumn): number[] {
  const { values, offsets } = tags;
  const tagOfText = new Map<number, number>();
  const labelled: number[] = [];
  for (let row = 0; row + 1 < offsets.length; row++) {
    const hash = hashAt(hashes, row);
    if (isNoText(hash) || offsets[row + 1]! - offsets[row]! !== 1) continue;
    labelled.push(row);
    const text = hashKey(hash);
    const tag = values[offsets[row]!]!;
    const known = tagOfText.get(text) ?? tag;
    tagOfText.set(text, known === tag ? tag : SEVERAL);
  }
  return labelled.filter((row) => tagOfText.get(hashKey(hashAt(hashes, row))) === SEVERAL);
}
