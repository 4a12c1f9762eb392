import { win32 } from 'node:path';
import { expect, it } from 'vitest';
import { seenFromTable } from '../../../src/host/experiments/seenFromTable.ts';

const address = (path: string, authority = '', scheme = 'file') => ({
  scheme,
  authority,
  path,
  toString: () => `${scheme}://${authority}${path}`,
});

it.each([
  ['/c:/runs/t.csv', '/c:/data/a.jsonl', '../data/a.jsonl', 'c:\\data\\a.jsonl'],
  ['/C:/runs/t.csv', '/c:/runs/a.jsonl', 'a.jsonl', 'c:\\runs\\a.jsonl'],
  ['/c:/runs/t.csv', '/D:/data/a.jsonl', 'd:/data/a.jsonl', 'd:\\data\\a.jsonl'],
])('of a table at %s names %s so that Windows finds it', (table, data, seen, found) => {
  expect(seenFromTable(address(table), address(data))).toBe(seen);
  expect(win32.resolve('c:\\runs', seen)).toBe(found);
});

it('names a data set on another computer', () => {
  const shared = address('/share/a.jsonl', 'server');
  const seen = seenFromTable(address('/c:/runs/t.csv'), shared);
  expect(win32.resolve('c:\\runs', seen)).toBe('\\\\server\\share\\a.jsonl');
  expect(seenFromTable(address('/share/runs/t.csv', 'server'), shared)).toBe('../a.jsonl');
});

it('gives the address where table and data set are in different file systems', () => {
  const data = address('/a.jsonl', 'git', 'memfs');
  expect(seenFromTable(address('/runs/t.csv'), data)).toBe('memfs://git/a.jsonl');
  expect(seenFromTable(address('/runs/t.csv', 'git', 'memfs'), data)).toBe('../a.jsonl');
});

it('names a folder that is called like a drive by the way to it', () => {
  expect(seenFromTable(address('/runs/t.csv'), address('/c/a.jsonl'))).toBe('../c/a.jsonl');
});
