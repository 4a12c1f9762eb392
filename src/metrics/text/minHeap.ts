/** Numbers, smallest first. */
export interface MinHeap {
  push(key: number): void;
  /** Removes and returns the smallest; undefined when empty. */
  pop(): number | undefined;
}

/**
 * A binary heap of numbers: O(log size) per operation.
 * @param capacity keys to have room for at first, ≥ 1; it grows by doubling
 */
export function minHeap(capacity: number): MinHeap {
  let keys = new Float64Array(capacity);
  let size = 0;
  return {
    push(key) {
      if (size === keys.length) {
        const larger = new Float64Array(2 * size);
        larger.set(keys);
        keys = larger;
      }
      let child = size++;
      while (child > 0) {
        const parent = (child - 1) >> 1;
        if (keys[parent]! <= key) break;
        keys[child] = keys[parent]!;
        child = parent;
      }
      keys[child] = key;
    },
    pop() {
      if (size === 0) return undefined;
      const smallest = keys[0]!;
      const key = keys[--size]!;
      let parent = 0;
      for (let child = 1; child < size; child = 2 * parent + 1) {
        if (child + 1 < size && keys[child + 1]! < keys[child]!) child++;
        if (keys[child]! >= key) break;
        keys[parent] = keys[child]!;
        parent = child;
      }
      keys[parent] = key;
      return smallest;
    },
  };
}
