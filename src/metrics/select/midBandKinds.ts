import { midBand, type MidBand } from '../micro/midBand.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';
import { typeIndex } from '../text/typeIndex.ts';
import type { RowKinds } from './rowKinds.ts';

export interface MidBandKinds extends RowKinds {
  readonly band: MidBand;
  /** The token of each kind, ascending. */
  readonly tokenOfKind: Uint32Array;
}

/**
 * The mid-band tokens of each row: those that are neither function words nor noise in the column (`midBand`).
 * O(tokens) time; some 12 bytes per token.
 * @see Li et al. (2025), arXiv 2505.24768, for the micro level
 */
export function midBandKinds({ values, offsets }: TokenColumn): MidBandKinds {
  const rows = offsets.length - 1;
  const { types, ids } = typeIndex(values);
  const counts = new Uint32Array(types.length);
  for (const id of ids) counts[id]!++;
  const band = midBand(counts, Math.max(1, rows));
  const kindOfType = new Int32Array(types.length).fill(-1);
  const tokenOfKind = types.filter((_, type) => inBand(counts[type]!, band));
  let kinds = 0;
  counts.forEach((count, type) => {
    if (inBand(count, band)) kindOfType[type] = kinds++;
  });
  const lastRow = new Int32Array(kinds).fill(-1);
  const kindValues = new Uint32Array(band.types === 0 ? 0 : values.length);
  const kindOffsets = new Uint32Array(rows + 1);
  let filled = 0;
  for (let row = 0; row < rows; row++) {
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      const kind = kindOfType[ids[at]!]!;
      if (kind < 0 || lastRow[kind] === row) continue;
      lastRow[kind] = row;
      kindValues[filled++] = kind;
    }
    kindOffsets[row + 1] = filled;
  }
  return {
    kindsOfRow: { values: kindValues.slice(0, filled), offsets: kindOffsets },
    kinds,
    band,
    tokenOfKind,
  };
}

const inBand = (count: number, { minCount, maxCount }: MidBand): boolean =>
  count >= minCount && count <= maxCount;
