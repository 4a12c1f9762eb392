/** A run of lines that one task reads: [fromLine, toLine), 0-based. */
export interface LineRange {
  readonly fromLine: number;
  readonly toLine: number;
}

const CHUNK_BYTES = 1 << 20;

/**
 * Cuts a file into runs of whole lines of about 1 MiB. The cut depends on the file alone, never on the number of
 * threads, so that whatever is summed chunk by chunk has the same rounding everywhere.
 * @param lineStarts byte offset of each line and of the end of the file: lines + 1 values
 */
export function cutIntoChunks(lineStarts: Float64Array): LineRange[] {
  const lineCount = lineStarts.length - 1;
  const chunks: LineRange[] = [];
  for (let fromLine = 0; fromLine < lineCount;) {
    const limit = lineStarts[fromLine]! + CHUNK_BYTES;
    let toLine = fromLine + 1;
    while (toLine < lineCount && lineStarts[toLine + 1]! <= limit) toLine++;
    chunks.push({ fromLine, toLine });
    fromLine = toLine;
  }
  return chunks;
}
