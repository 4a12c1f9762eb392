import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../../../media/embedding/', import.meta.url);
const lines = readFileSync(new URL('SHA256SUMS', folder), 'utf8').trim().split('\n');
const expected = Object.fromEntries(
  lines.map((line) => [line.slice(66), line.slice(0, 64)] as const),
);

test('every table file has a hash in SHA256SUMS', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.bin'));
  expect(files.sort()).toEqual(Object.keys(expected).sort());
});

test.each(Object.entries(expected))('%s is the file that the script made', (name, hash) => {
  const bytes = readFileSync(new URL(name, folder));
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
});

test('the tables take less than 28 MB', () => {
  const sizes = readdirSync(folder).map((name) => readFileSync(new URL(name, folder)).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(28_000_000);
});
