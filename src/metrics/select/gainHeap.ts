/** Items by gain, the highest first; of equal gains the lower item. */
export interface GainHeap {
  readonly size: number;
  /** The first item, and its gain; −1 and −Infinity when empty. */
  readonly first: number;
  readonly firstGain: number;
  /** Gives the first item another gain. */
  replaceFirst(gain: number): void;
  removeFirst(): void;
}

/**
 * A binary heap of the items 0 … gains.length − 1: built in O(items), O(log items) for each change.
 * @param gains of the items; kept and changed
 */
export function gainHeap(gains: Float64Array): GainHeap {
  const items = Uint32Array.from(gains.keys());
  let size = items.length;
  const isBefore = (a: number, b: number): boolean =>
    gains[a]! > gains[b]! || (gains[a] === gains[b] && a < b);
  const sink = (start: number): void => {
    const item = items[start]!;
    let parent = start;
    for (let child = 2 * parent + 1; child < size; child = 2 * parent + 1) {
      if (child + 1 < size && isBefore(items[child + 1]!, items[child]!)) child++;
      if (!isBefore(items[child]!, item)) break;
      items[parent] = items[child]!;
      parent = child;
    }
    items[parent] = item;
  };
  for (let at = (size >> 1) - 1; at >= 0; at--) sink(at);
  return {
    get size() {
      return size;
    },
    get first() {
      return size === 0 ? -1 : items[0]!;
    },
    get firstGain() {
      return size === 0 ? -Infinity : gains[items[0]!]!;
    },
    replaceFirst(gain) {
      gains[items[0]!] = gain;
      sink(0);
    },
    removeFirst() {
      items[0] = items[--size]!;
      if (size > 0) sink(0);
    },
  };
}
