/** The bytes of a stream that are still needed, by their offsets in it. */
export interface HeldBytes {
  add(block: Uint8Array): void;
  /** A copy of [from, to), which must be held. */
  slice(from: number, to: number): Buffer;
  /** Lets go of what lies before. */
  dropBefore(offset: number): void;
  /** Bytes that are held. */
  readonly byteLength: number;
}

export function createHeldBytes(): HeldBytes {
  let parts: { readonly start: number; readonly bytes: Uint8Array }[] = [];
  let end = 0;
  return {
    add(bytes) {
      parts.push({ start: end, bytes });
      end += bytes.length;
    },
    slice(from, to) {
      const pieces = parts
        .filter(({ start, bytes }) => start < to && start + bytes.length > from)
        .map(({ start, bytes }) => bytes.subarray(Math.max(0, from - start), to - start));
      return Buffer.concat(pieces);
    },
    dropBefore(offset) {
      parts = parts.filter(({ start, bytes }) => start + bytes.length > offset);
    },
    get byteLength() {
      return end - (parts[0]?.start ?? end);
    },
  };
}
