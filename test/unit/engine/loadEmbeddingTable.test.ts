import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { loadEmbeddingTable } from '../../../src/engine/loadEmbeddingTable.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'strata-table-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the table lies in shared memory, so that worker threads get it without a copy', () => {
  const table = loadEmbeddingTable(
    fileURLToPath(new URL('../../../media/embedding', import.meta.url)),
  );
  expect(table.pieceVectors.rows).toBe(30_522);
  expect(table.pieceVectors.columns).toBe(256);
  expect(table.chineseRows).toBe(45_000);
  expect(table.glossVectors.rows).toBeGreaterThan(table.chineseRows);
  for (const array of [table.pieceVectors.values, table.glossVectors.values]) {
    expect(array.buffer).toBeInstanceOf(SharedArrayBuffer);
  }
  expect(table.chineseWords.units.buffer).toBe(table.glossVectors.values.buffer);
});

test('a file that is no table is told as such', () => {
  for (const name of ['word-pieces.bin', 'glosses.bin']) {
    writeFileSync(path.join(folder, name), Buffer.alloc(64));
  }
  expect(() => loadEmbeddingTable(folder)).toThrow(/expected an embedding table of version 1/);
});
