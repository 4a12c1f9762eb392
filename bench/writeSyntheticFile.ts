import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { englishWords } from './englishWords.ts';
import { syntheticRows } from './syntheticRows.ts';

// Writes synthetic rows of about BYTES_PER_ROW bytes to a file: writeSyntheticFile PATH ROWS BYTES_PER_ROW [SEED]

const [path = '', ...numbers] = process.argv.slice(2);
const [rowCount = 0, size = 0, firstSeed = 1] = numbers.map(Number);

void pipeline(
  Readable.from(blocks(englishWords(), rowCount, size, firstSeed)),
  createWriteStream(path),
);

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
