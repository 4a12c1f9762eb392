import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { englishWords } from './englishWords.ts';
import { syntheticRows } from './syntheticRows.ts';

/** Writes `rows` synthetic rows of about `bytesPerRow` bytes to a file. */
export async function writeSyntheticFile(
  path: string,
  rows: number,
  bytesPerRow: number,
  seed = 1,
): Promise<void> {
  await pipeline(
    Readable.from(blocks(englishWords(), rows, bytesPerRow, seed)),
    createWriteStream(path),
  );
}

function* blocks(
  words: readonly string[],
  rows: number,
  bytesPerRow: number,
  seed: number,
): Generator<string> {
  let block: string[] = [];
  let left = rows;
  for (const row of syntheticRows(words, seed, bytesPerRow)) {
    if (left-- === 0) break;
    block.push(row);
    if (block.length === 1000) {
      yield `${block.join('\n')}\n`;
      block = [];
    }
  }
  if (block.length > 0) yield `${block.join('\n')}\n`;
}
