const REPLACEMENT = 0xfffd;

/**
 * Writes part of a text as UTF-8. A lone surrogate is written as U+FFFD, as TextEncoder does.
 * @param from first UTF-16 unit, @param to the unit after the last
 * @param bytes with room for 3 · (to − from) bytes from `offset` on
 * @returns the offset after the last byte written
 */
export function writeUtf8(
  text: string,
  from: number,
  to: number,
  bytes: Uint8Array,
  offset: number,
): number {
  for (let index = from; index < to; index++) {
    let code = text.charCodeAt(index);
    if (code < 0x80) {
      bytes[offset++] = code;
      continue;
    }
    if (code < 0x800) {
      bytes[offset++] = 0xc0 | (code >> 6);
      bytes[offset++] = 0x80 | (code & 0x3f);
      continue;
    }
    if ((code & 0xf800) === 0xd800) {
      const codePoint = index + 1 < to ? text.codePointAt(index)! : REPLACEMENT;
      if (codePoint > 0xffff) {
        index++;
        bytes[offset++] = 0xf0 | (codePoint >> 18);
        bytes[offset++] = 0x80 | ((codePoint >> 12) & 0x3f);
        bytes[offset++] = 0x80 | ((codePoint >> 6) & 0x3f);
        bytes[offset++] = 0x80 | (codePoint & 0x3f);
        continue;
      }
      code = REPLACEMENT;
    }
    bytes[offset++] = 0xe0 | (code >> 12);
    bytes[offset++] = 0x80 | ((code >> 6) & 0x3f);
    bytes[offset++] = 0x80 | (code & 0x3f);
  }
  return offset;
}

/** Text of bytes that may begin or end amid a character: each maximal run of bytes that form none becomes one U+FFFD. */
export function readUtf8(bytes: ArrayLike<number>): string {
  let text = '';
  for (let index = 0; index < bytes.length;) {
    const length = sequenceLength(bytes, index);
    if (length === 0) {
      if (!text.endsWith('\uFFFD')) text += '\uFFFD';
      index++;
      continue;
    }
    let codePoint = length === 1 ? bytes[index]! : bytes[index]! & (0x7f >> length);
    for (let tail = 1; tail < length; tail++) {
      codePoint = (codePoint << 6) | (bytes[index + tail]! & 0x3f);
    }
    text += String.fromCodePoint(codePoint);
    index += length;
  }
  return text;
}

/** Bytes of the whole character at an index, 0 where there is none. */
function sequenceLength(bytes: ArrayLike<number>, index: number): number {
  const lead = bytes[index]!;
  const length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (lead > 0xf4 || index + length > bytes.length) return 0;
  for (let tail = 1; tail < length; tail++) {
    if ((bytes[index + tail]! & 0xc0) !== 0x80) return 0;
  }
  return length;
}
