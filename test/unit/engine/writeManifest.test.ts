import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writeManifest } from '../../../src/engine/writeManifest.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'strata-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('writes a manifest beside the file, over one that is there', async () => {
  const target = join(folder, 'a.jsonl');
  await writeManifest(target, { first: 1 });
  const path = await writeManifest(target, { second: 2 });
  expect(readdirSync(folder)).toEqual(['a.jsonl.manifest.json']);
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ second: 2 });
});

it('leaves nothing behind where it cannot take its name, and says why', async () => {
  mkdirSync(join(folder, 'a.jsonl.manifest.json'));
  await expect(writeManifest(join(folder, 'a.jsonl'), {})).rejects.toMatchObject({
    code: 'not-writable',
  });
  expect(readdirSync(folder)).toEqual(['a.jsonl.manifest.json']);
});
