import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { askForCopy } from '../../../src/host/askForCopy.ts';

const asked = vi.hoisted(() => ({ target: undefined as unknown }));
vi.mock('vscode', () => ({
  l10n: { t: (text: string) => text },
  Uri: {
    file: (path: string) => uri(path),
    joinPath: ({ path }: { path: string }, name: string) => uri(`${path}/${name}`),
  },
  window: { showSaveDialog: () => Promise.resolve(asked.target) },
}));

const uri = (path: string) => ({
  ...{ scheme: 'file', path, fsPath: path },
  with: (change: { path: string }) => uri(change.path),
  toString: () => `file://${path}`,
});

let folder: string;
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-'));
  for (const name of ['rows.jsonl', 'real.jsonl']) writeFileSync(at(name), '{}');
});
afterAll(() => rmSync(folder, { recursive: true }));

const ask = (name: string) => {
  asked.target = uri(at(name));
  return askForCopy(
    { uri: uri(at('rows.jsonl')) as never },
    {
      title: '',
      suffix: '.clean',
      others: [
        { uri: uri(folder) as never, parts: [{ path: 'real.jsonl', inFolder: true }] as never },
      ],
    },
  );
};

it.each(['rows.jsonl', 'real.jsonl'])('never goes over what is read: %s', async (name) => {
  await expect(ask(name)).rejects.toThrow('never overwritten');
});

it('goes where nothing is read', async () => {
  expect((await ask('new.jsonl'))?.path).toBe(at('new.jsonl'));
});
