/** Magic number of a frame, and of one that decoders skip, without its last hexadecimal digit (RFC 8878, 3.1). */
const FRAME = 0xfd2fb528;
const SKIPPABLE = 0x184d2a5;
const CHECKSUM_BYTES = 4;
const BLOCK_HEADER_BYTES = 3;
/** Of the fields of a frame's header by the two bits that tell them (RFC 8878, 3.1.1.1.1). */
const DICTIONARY_BYTES = [0, 1, 2, 4] as const;

/**
 * Follows the frames of a zstd stream without unpacking them.
 * @param onFrame told of every frame as soon as its header is there: bytes that a decoder has to set aside for it
 * @returns takes the next bytes of the stream. O(bytes / size of a block)
 */
export function zstdFrames(onFrame: (windowBytes: number) => void): (bytes: Uint8Array) => void {
  let header: number[] = [];
  let isInFrame = false;
  let hasChecksum = false;
  /** Bytes before the next header. */
  let skip = 0;

  function begin(isIn: boolean, after: number): void {
    header = [];
    isInFrame = isIn;
    skip = after;
  }

  function readFrameHeader(): void {
    if (header.length < 5) return;
    const magic = little(header, 0, 4);
    if (Math.floor(magic / 16) === SKIPPABLE) {
      if (header.length === 8) begin(false, little(header, 4, 4));
      return;
    }
    // The decoder says what is wrong.
    if (magic !== FRAME) {
      begin(false, Infinity);
      return;
    }
    const descriptor = header[4]!;
    const isSingleSegment = (descriptor & 0x20) !== 0;
    const sizeAt = (isSingleSegment ? 5 : 6) + DICTIONARY_BYTES[(descriptor & 3) as 0 | 1 | 2 | 3];
    const sizeBytes = descriptor >>> 6 ? 1 << (descriptor >>> 6) : Number(isSingleSegment);
    if (header.length < sizeAt + sizeBytes) return;
    onFrame(isSingleSegment ? little(header, sizeAt, sizeBytes) : windowOf(header[5]!));
    hasChecksum = (descriptor & 4) !== 0;
    begin(true, 0);
  }

  function readBlockHeader(): void {
    if (header.length < BLOCK_HEADER_BYTES) return;
    const block = little(header, 0, BLOCK_HEADER_BYTES);
    const isLast = (block & 1) !== 0;
    const isOneByteRepeated = ((block >>> 1) & 3) === 1;
    const blockBytes = isOneByteRepeated ? 1 : block >>> 3;
    begin(!isLast, blockBytes + (isLast && hasChecksum ? CHECKSUM_BYTES : 0));
  }

  return (bytes) => {
    for (let at = 0; at < bytes.length;) {
      const skipped = Math.min(skip, bytes.length - at);
      skip -= skipped;
      at += skipped;
      if (at === bytes.length) return;
      header.push(bytes[at++]!);
      if (isInFrame) readBlockHeader();
      else readFrameHeader();
    }
  };
}

/** A power of two, and eighths of it. */
function windowOf(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >>> 3));
  return base + (base / 8) * (descriptor & 7);
}

function little(bytes: readonly number[], from: number, count: number): number {
  return bytes.slice(from, from + count).reduceRight((sum, byte) => sum * 256 + byte, 0);
}
