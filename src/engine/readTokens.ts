import type { BytePairEncoding } from '../metrics/text/bytePairEncoding.ts';
import { FIRST_CHUNKS } from './chunks.ts';
import type { OpenDataset } from './openDataset.ts';
import { chunkReader, type FieldTokens, type Reading } from './reading.ts';

export interface TokensListener {
  readonly onChunk: () => void;
  /**
   * Told of the first lines of a file of several chunks that has a row in them, while the rest is still read.
   * @param linesRead how many lines that are
   */
  readonly onBeginning: (
    beginning: Reading,
    tokens: FieldTokens,
    linesRead: number,
  ) => Promise<void>;
}

/** Reads the whole file for the first time: its rows, and the byte-pair tokens of all of them. */
export async function readTokens(
  { tasks, index, chunks }: Pick<OpenDataset, 'tasks' | 'index' | 'chunks'>,
  encoding: BytePairEncoding,
  { onChunk, onBeginning }: TokensListener,
): Promise<Reading & { readonly tokens: FieldTokens }> {
  const reader = chunkReader(tasks, index.lineCount, encoding, onChunk);
  await reader.read(chunks.slice(0, FIRST_CHUNKS));
  const { tokens, ...beginning } = reader.combined();
  const hasMore = chunks.length > FIRST_CHUNKS && beginning.rowLines.length > 0;
  // Asked for first, so that it is not queued behind the rest of the file.
  const told = hasMore && onBeginning(beginning, tokens, chunks[FIRST_CHUNKS - 1]!.toLine);
  await Promise.all([reader.read(chunks.slice(FIRST_CHUNKS)), told]);
  return reader.combined();
}
