import type { TokenColumn } from '../text/tokenColumn.ts';

/**
 * Rows whose text is equal to that of another row with another label. Rows without a tag, or with several, say nothing.
 * @param hashes 64-bit hash of each row's normalised text: [rows, 2]; 0, 0 for no text
 * @param tags the tags of each row as numbers
 * @returns rows, ascending
 * O(rows).
 */
export function contradictoryLabels(hashes: Uint32Array, tags: TokenColumn): number[] {
  const first = new Map<number, { readonly row: number; readonly tag: number; isNamed: boolean }>();
  const rows: number[] = [];
  for (let row = 0; row + 1 < tags.offsets.length; row++) {
    if (tags.offsets[row + 1]! - tags.offsets[row]! !== 1) continue;
    // 53 of the 64 bits: what a number holds exactly.
    const hash = (hashes[2 * row]! & 0x1f_ffff) * 2 ** 32 + hashes[2 * row + 1]!;
    if (hash === 0) continue;
    const tag = tags.values[tags.offsets[row]!]!;
    const known = first.get(hash);
    if (known === undefined) first.set(hash, { row, tag, isNamed: false });
    else if (known.tag !== tag) {
      if (!known.isNamed) rows.push(known.row);
      known.isNamed = true;
      rows.push(row);
    }
  }
  return rows.sort((a, b) => a - b);
}
