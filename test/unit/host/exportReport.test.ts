import { linkSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exportReport } from '../../../src/host/exportReport.ts';

const asked = vi.hoisted(() => ({ target: undefined as unknown, written: 0 }));
vi.mock('vscode', () => ({
  l10n: { t: (text: string) => text },
  Uri: { joinPath: ({ path }: { path: string }, name: string) => uri(`${path}/${name}`) },
  window: {
    showQuickPick: (choices: readonly object[]) => Promise.resolve(choices[0]),
    showSaveDialog: () => Promise.resolve(asked.target),
  },
  workspace: { fs: { writeFile: () => (asked.written += 1) } },
}));

const uri = (path: string, scheme = 'file') => ({
  ...{ scheme, path, fsPath: path },
  with: (change: { path: string }) => uri(change.path, scheme),
  toString: () => `${scheme}://${path}`,
});

let folder: string;
const at = (name: string) => join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-'));
  writeFileSync(at('rows.json'), '[]');
  symlinkSync(at('rows.json'), at('linked.json'));
  linkSync(at('rows.json'), at('same.json'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const resultOf = (parts?: readonly { path: string }[]) => ({
  report: { file: { parts } },
  flags: [],
});

/** Exports the report of a data set to a file. */
function save(dataset: object, target: object, parts?: readonly { path: string }[]) {
  asked.target = target;
  const session = { uri: dataset, result: resultOf(parts), state: { kind: 'idle' } };
  return exportReport(session as never, {} as never);
}

describe('the export of a report', () => {
  it.each(['rows.json', 'linked.json', 'same.json'])('never goes over %s', async (name) => {
    await expect(save(uri(at('rows.json')), uri(at(name)))).rejects.toThrow('never overwritten');
    expect(asked.written).toBe(0);
  });

  it('goes over no file of a folder, and over nothing that is on no disk', async () => {
    const parts = [{ path: 'rows.json', inFolder: true }];
    await expect(save(uri(folder), uri(at('same.json')), parts)).rejects.toThrow(
      'never overwritten',
    );
    const remote = uri('/far/rows.json', 'vscode-vfs');
    await expect(save(remote, uri('/far/rows.json', 'vscode-vfs'))).rejects.toThrow(
      'never overwritten',
    );
    expect(asked.written).toBe(0);
  });

  it('is of the file as it was inspected last, also where that was while the person was asked', async () => {
    const session = { uri: uri(folder), result: resultOf(), state: { kind: 'idle' } };
    asked.target = uri(at('same.json'));
    const exporting = exportReport(session as never, {} as never);
    session.result = resultOf([{ path: 'rows.json', inFolder: true } as never]);
    await expect(exporting).rejects.toThrow('never overwritten');
    expect(asked.written).toBe(0);
  });
});
