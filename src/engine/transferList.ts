/**
 * The array buffers inside a message, to be moved instead of copied. Looks into plain objects and arrays; what maps and sets
 * hold is copied, and shared memory stays where it is. The sender must own every typed array it
 * sends: a moved array is empty afterwards.
 */
export function transferList(message: unknown): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (ArrayBuffer.isView(value)) {
      if (value.buffer instanceof ArrayBuffer) buffers.add(value.buffer);
    } else if (Array.isArray(value)) {
      // Lists of figures can be long; lists of columns are not.
      if (typeof value[0] === 'object') for (const item of value) visit(item);
    } else if (!(value instanceof Map) && !(value instanceof Set)) {
      for (const item of Object.values(value)) visit(item);
    }
  };
  visit(message);
  return [...buffers];
}
