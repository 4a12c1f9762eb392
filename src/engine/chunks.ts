/** A run of lines that one task reads: [fromLine, toLine), 0-based. */
export interface LineRange {
  readonly fromLine: number;
  readonly toLine: number;
}

const CHUNK_BYTES = 1 << 20;
/** From so many bytes on the first chunks are small: the first level is shown as soon as they are read. */
export const LARGE_FILE_BYTES = 8 << 20;
const SMALL_CHUNK_BYTES = 1 << 18;
/** Chunks after which the first level is shown. */
export const FIRST_CHUNKS = 2;

/**
 * Cuts a file into runs of whole lines of about 1 MiB. The cut depends on the file alone, never on the number of
 * threads, so that whatever is summed chunk by chunk has the same rounding everywhere.
 * @param lineStarts byte offset of each line and of the end of the file: lines + 1 values
 */
export function cutIntoChunks(lineStarts: Float64Array): LineRange[] {
  const lineCount = lineStarts.length - 1;
  const isLarge = lineStarts[lineCount]! >= LARGE_FILE_BYTES;
  const chunks: LineRange[] = [];
  for (let fromLine = 0; fromLine < lineCount;) {
    const isSmall = isLarge && chunks.length < FIRST_CHUNKS;
    const limit = lineStarts[fromLine]! + (isSmall ? SMALL_CHUNK_BYTES : CHUNK_BYTES);
    let toLine = fromLine + 1;
    while (toLine < lineCount && lineStarts[toLine + 1]! <= limit) toLine++;
    chunks.push({ fromLine, toLine });
    fromLine = toLine;
  }
  return chunks;
}
