/** Kinds by a falling count, for whoever takes the rarest away again and again. */
export interface KindQueue {
  /** Kinds left. */
  readonly size: number;
  /** Removes a kind of the lowest count and returns it; −1 when empty. */
  removeRarest(): number;
  /** Lowers the count of a kind by one; a kind without rows leaves the queue. */
  lower(kind: number): void;
}

const NONE = -1;

/**
 * A bucket queue: all operations together O(kinds + largest count + calls).
 * @param counts of the kinds; kinds with 0 are not in the queue; kept and changed
 */
export function kindQueue(counts: Uint32Array): KindQueue {
  const most = counts.reduce((highest, count) => Math.max(highest, count), 0);
  const heads = new Int32Array(most + 1).fill(NONE);
  const next = new Int32Array(counts.length).fill(NONE);
  const previous = new Int32Array(counts.length).fill(NONE);
  let size = 0;
  let lowest = 1;
  const link = (kind: number): void => {
    const head = heads[counts[kind]!]!;
    next[kind] = head;
    previous[kind] = NONE;
    if (head !== NONE) previous[head] = kind;
    heads[counts[kind]!] = kind;
  };
  const unlink = (kind: number): void => {
    const [before, after] = [previous[kind]!, next[kind]!];
    if (before === NONE) heads[counts[kind]!] = after;
    else next[before] = after;
    if (after !== NONE) previous[after] = before;
  };
  for (let kind = counts.length - 1; kind >= 0; kind--) {
    if (counts[kind] === 0) continue;
    link(kind);
    size++;
  }
  return {
    get size() {
      return size;
    },
    removeRarest() {
      if (size === 0) return NONE;
      while (heads[lowest] === NONE) lowest++;
      const kind = heads[lowest]!;
      unlink(kind);
      counts[kind] = 0;
      size--;
      return kind;
    },
    lower(kind) {
      if (counts[kind] === 0) return;
      unlink(kind);
      const count = --counts[kind]!;
      if (count === 0) size--;
      else {
        link(kind);
        lowest = Math.min(lowest, count);
      }
    },
  };
}
