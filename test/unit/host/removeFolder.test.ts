import type * as Fs from 'node:fs';
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { openInput } from '../../../src/engine/openInput.ts';
import { removeFolder } from '../../../src/engine/removeFolder.ts';

const system = vi.hoisted(() => ({ isBusy: true }));
vi.mock('node:fs', async (importOriginal) => {
  const fs = await importOriginal<typeof Fs>();
  // As Windows does while a thread has a file of the folder open.
  const rmSync: typeof fs.rmSync = (...words) => {
    if (system.isBusy) throw Object.assign(new Error('EBUSY: resource busy'), { code: 'EBUSY' });
    fs.rmSync(...words);
  };
  return { ...fs, rmSync };
});

beforeEach(() => {
  system.isBusy = true;
});

it.each([true, false])(
  'removes a folder, also where it is not let at first: %s',
  async (isBusy) => {
    system.isBusy = isBusy;
    const folder = mkdtempSync(join(tmpdir(), 'strata-'));
    writeFileSync(join(folder, 'rows.jsonl'), '{}');
    removeFolder(folder);
    await vi.waitFor(() => expect(existsSync(folder)).toBe(false));
    removeFolder(folder);
  },
);

it('lets go of what was unpacked where its file is still open', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'strata-'));
  writeFileSync(join(folder, 'a.csv'), 'text\nA\n');
  let unpacked = '';
  const runJob = (_: string, request: { readonly folder: string }) => {
    unpacked = request.folder;
    return { result: Promise.resolve({}), cancel: () => undefined };
  };
  const input = { kind: 'file', path: join(folder, 'a.csv') } as const;
  const opening = openInput(input, () => undefined, { runJob } as never);
  await opening.result;
  expect(existsSync(unpacked)).toBe(true);
  opening.close();
  await vi.waitFor(() => expect(existsSync(unpacked)).toBe(false));
  removeFolder(folder);
});
