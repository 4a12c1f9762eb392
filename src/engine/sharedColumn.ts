import type { TokenColumn } from '../metrics/text/tokenColumn.ts';
import { sharedUint32 } from './shared.ts';

/** A column in shared memory that is put together from columns of consecutive rows, each of which can be let go at once. */
export interface SharedColumnBuilder {
  /** @param part the rows that follow those added before */
  readonly add: (part: TokenColumn) => void;
  /** The rows added so far, without a copy; what is added later is not seen in it. */
  readonly build: () => TokenColumn;
}

/** How much more than expected there is room for: more is seldom needed, and memory that is never written takes no room. */
const SPARE = 1.1;
/** How much more than there is now may be expected at most, where few of the rows that there could be have come. */
const MOST_GROWTH = 16;

/** @param rows how many there will be at most */
export function sharedColumnBuilder(rows: number): SharedColumnBuilder {
  const offsets = sharedUint32(rows + 1);
  let values = sharedUint32(0);
  let valueCount = 0;
  let rowCount = 0;
  return {
    add(part) {
      const partRows = part.offsets.length - 1;
      const wanted = valueCount + part.values.length;
      if (wanted > values.length) {
        // As many for each row to come as for those so far.
        const growth = Math.min(MOST_GROWTH, rows / (rowCount + partRows));
        const larger = sharedUint32(Math.ceil(wanted * growth * SPARE));
        larger.set(values.subarray(0, valueCount));
        values = larger;
      }
      values.set(part.values, valueCount);
      for (let row = 1; row <= partRows; row++) {
        offsets[rowCount + row] = valueCount + part.offsets[row]!;
      }
      valueCount = wanted;
      rowCount += partRows;
    },
    build: () => ({
      values: values.subarray(0, valueCount),
      offsets: offsets.subarray(0, rowCount + 1),
    }),
  };
}
