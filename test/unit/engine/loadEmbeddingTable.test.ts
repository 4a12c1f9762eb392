import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { loadEmbeddingTable, readGlosses } from '../../../src/engine/loadEmbeddingTable.ts';

const media = fileURLToPath(new URL('../../../media/embedding', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'strata-table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the table lies in shared memory, so that worker threads get it without a copy', () => {
  const table = loadEmbeddingTable(media);
  expect(table.pieceVectors.rows).toBe(30_522);
  expect(table.pieceVectors.columns).toBe(256);
  expect(table.pieceVectors.values.buffer).toBeInstanceOf(SharedArrayBuffer);
});

test('is read once', () => {
  expect(loadEmbeddingTable(media)).toBe(loadEmbeddingTable(media));
});

test('the glosses are read by the first that asks, into memory that all have', () => {
  // A folder of which no other test has asked for them.
  const linked = path.join(folder, 'linked');
  symlinkSync(media, linked);
  const { glosses } = loadEmbeddingTable(linked);
  expect(new Uint8Array(glosses.bytes, 0, 64).every((byte) => byte === 0)).toBe(true);
  const table = readGlosses(glosses);
  expect(table.chineseRows).toBe(45_000);
  expect(table.glossVectors.rows).toBeGreaterThan(table.chineseRows);
  expect(table.glossVectors.values.buffer).toBe(glosses.bytes);
  expect(table.chineseWords.units.buffer).toBe(glosses.bytes);
  // They are not read again.
  expect(readGlosses({ ...glosses, path: 'none' }).chineseRows).toBe(45_000);
});

test('a file that is no table is told as such', () => {
  for (const name of ['word-pieces.bin', 'glosses.bin']) {
    writeFileSync(path.join(folder, name), Buffer.alloc(64));
  }
  const isNone = /expected an embedding table of version 1/;
  expect(() => loadEmbeddingTable(folder)).toThrow(isNone);
  writeFileSync(
    path.join(folder, 'word-pieces.bin'),
    readFileSync(path.join(media, 'word-pieces.bin')),
  );
  const { glosses } = loadEmbeddingTable(folder);
  expect(() => readGlosses(glosses)).toThrow(isNone);
});
