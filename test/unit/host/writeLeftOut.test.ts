import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { writeLeftOut } from '../../../src/host/writeLeftOut.ts';

const person = vi.hoisted(() => ({ target: '', meanwhile: (): void => undefined }));
vi.mock('vscode', () => {
  const uri = (fsPath: string) => ({
    scheme: 'file',
    path: fsPath,
    fsPath,
    with: () => undefined,
    toString: () => `file://${fsPath}`,
  });
  return {
    Uri: { file: uri },
    ProgressLocation: {},
    l10n: { t: (text: string) => text },
    env: { language: 'en' },
    window: {
      showSaveDialog: () => Promise.resolve(uri(person.target)),
      showInformationMessage(text: string) {
        if (!text.startsWith('Keep')) return Promise.resolve(undefined);
        person.meanwhile();
        return Promise.resolve('Write');
      },
      withProgress: (_: unknown, task: (...tools: unknown[]) => unknown) =>
        task({ report: () => undefined }, { onCancellationRequested: () => undefined }),
    },
  };
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-'));
  person.target = join(folder, 'a.clean.jsonl');
  person.meanwhile = () => undefined;
});
afterEach(() => rmSync(folder, { recursive: true }));

const REMOVED = { line: 2, reason: 'exact-duplicate' };

/** Of the threads, the inspection's and the copy's own, what was done with them. */
function write(isStale: () => boolean) {
  const done: string[] = [];
  const told: unknown[] = [];
  const thread = (name: string) => ({
    run(task: string, { manifest }: { manifest: { removed: readonly unknown[] } }) {
      done.push(`${name} ${task}`);
      told.push(...manifest.removed);
      return Promise.resolve({ lines: 2, bytes: 4 });
    },
    close: () => done.push(`${name} closed`),
    another: () => thread('own'),
  });
  const uri = { scheme: 'file', path: '/a.jsonl', fsPath: '/a.jsonl', with: () => undefined };
  const source = {
    uri,
    records: thread('shared'),
    lineStarts: Float64Array.of(0, 2, 4, 6),
    strataVersion: '0',
    bytes: 6,
    isStale,
  };
  const written = writeLeftOut(source as never, [REMOVED]);
  return { written, done, told };
}

it('copies in a thread that no other inspection of the file ends, which writes the manifest too', async () => {
  const { written, done, told } = write(() => false);
  expect(await written).toBe(true);
  expect(done).toEqual(['own copyLines', 'own closed']);
  expect(told).toEqual([REMOVED]);
  expect(readdirSync(folder)).toEqual([]);
});

it('writes nothing where the file is saved while the person is asked', async () => {
  let isStale = false;
  person.meanwhile = () => (isStale = true);
  const { written, done } = write(() => isStale);
  await expect(written).rejects.toMatchObject({ code: 'file-changed' });
  expect(done).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});
