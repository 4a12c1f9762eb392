import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { sha256 } from '../../../src/data/sha256.ts';
import { memorySource } from '../../support/inspectInline.ts';

const folder = mkdtempSync(join(tmpdir(), 'strata-'));
afterAll(() => rmSync(folder, { recursive: true }));

// FIPS 180-4 examples: the empty message, one block and two blocks.
test.each([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('hashes %j, from memory and from a file', async (text, digest) => {
  const path = join(folder, 'input');
  writeFileSync(path, text);
  const expected = { sha256: digest, bytes: text.length };
  expect(await sha256(memorySource(text))).toEqual(expected);
  expect(await sha256({ kind: 'file', path })).toEqual(expected);
});

test('a file that is not there rejects', async () => {
  await expect(sha256({ kind: 'file', path: join(folder, 'none') })).rejects.toThrow(/ENOENT/u);
});
