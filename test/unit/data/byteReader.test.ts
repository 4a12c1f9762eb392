import { mkdtempSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openBytes } from '../../../src/data/byteReader.ts';
import { memoryReader } from './collectRows.ts';

const folder = mkdtempSync(join(tmpdir(), 'strata-bytes-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('a file and the same bytes in memory read alike, and a read past the end comes back short', () => {
  const file = openBytes({ kind: 'file', path: fileOf('plain.jsonl', 'abcdef') });
  for (const reader of [file, memoryReader('abcdef')]) {
    const target = new Uint8Array(4);
    expect(reader.byteLength).toBe(6);
    expect(reader.read(1, target)).toBe(4);
    expect(new TextDecoder().decode(target)).toBe('bcde');
    expect(reader.read(4, target)).toBe(2);
    expect(reader.read(6, target)).toBe(0);
    reader.assertUnchanged();
    reader.close();
  }
});

test.each([
  ['file-not-found', () => join(folder, 'nowhere.jsonl')],
  ['file-not-found', () => join(fileOf('file', '{}'), 'below-a-file.jsonl')],
  ['is-a-directory', () => folder],
  ['empty-file', () => fileOf('empty.jsonl', '')],
])('an unreadable path is told as %s in one sentence', (code, path) => {
  const open = () => openBytes({ kind: 'file', path: path() });
  expect(open).toThrow(expect.objectContaining({ name: 'AnalysisError', code }));
  expect(open).toThrow(/^[^\n]*\.$/);
});

test('an editor without text is an empty file', () => {
  expect(() => memoryReader('')).toThrow(expect.objectContaining({ code: 'empty-file' }));
});

test.skipIf(process.platform === 'win32')('a device is not opened', () => {
  expect(() => openBytes({ kind: 'file', path: '/dev/null' })).toThrow(
    expect.objectContaining({ code: 'not-readable' }),
  );
});

test.each([
  ['truncated', (path: string) => truncateSync(path, 3)],
  ['touched', (path: string) => utimesSync(path, 1, 1)],
  ['deleted', (path: string) => rmSync(path)],
  ['replaced', (path: string) => renameSync(fileOf('other', 'fedcba'), path)],
])('a file that was %s while it was open has changed', (name, change) => {
  const path = fileOf(`${name}.jsonl`, 'abcdef');
  const reader = openBytes({ kind: 'file', path });
  reader.assertUnchanged();
  change(path);
  expect(() => reader.assertUnchanged()).toThrow(expect.objectContaining({ code: 'file-changed' }));
  reader.close();
});
