import { beforeEach, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import type { Dismissal } from '../../../src/host/dismissalFile.ts';
import { createShownFindings } from '../../../src/host/shownFindings.ts';
import { sampleReport } from '../webview/sampleReport.ts';

const records = vi.hoisted(() => ({
  /** What the thread is asked for, in turn: each goes on when it is told to. */
  asked: [] as { readonly name: string; readonly goOn: () => void }[],
  waitsFor: new Set<string>(),
}));
vi.mock('vscode', () => ({
  l10n: { t: (text: string) => text },
  window: { createOutputChannel: () => ({ error: () => undefined }) },
  workspace: { getWorkspaceFolder: () => ({ uri: 'file:///' }) },
}));
vi.mock('../../../src/engine/recordThread.ts', () => ({
  createRecordThread: () => ({
    async run(name: string, { lines = [] }: { readonly lines?: readonly number[] }) {
      await new Promise<void>((goOn) => {
        records.asked.push({ name, goOn });
        if (!records.waitsFor.has(name)) goOn();
      });
      return name === 'hashRows' ? lines.map(String) : { fuzzyClusters: [] };
    },
    close: () => undefined,
  }),
}));

const uri = { toString: () => 'file:///a.jsonl' } as vscode.Uri;
const found = (closed = vi.fn()) =>
  ({
    inspection: {
      report: sampleReport,
      duplicates: { fuzzyFloor: 0.5, semanticFloor: 0.5 },
      findingLines: { rowErrors: new Uint32Array(), quality: [] },
    },
    source: { bytes: { kind: 'file', path: '/a.jsonl' }, isUnsaved: false, close: closed },
  }) as never;
const never = () => false;
const BROKEN = { row: '17', kind: 'row-error' };

function open() {
  let dismissals: readonly Dismissal[] = [];
  let tell: (folder: unknown) => void = () => undefined;
  const changes: string[] = [];
  const findings = createShownFindings(
    uri,
    {
      assetsFolder: '',
      dismissals: {
        of: () => Promise.resolve(dismissals),
        onDidChange: (listener: typeof tell) => {
          tell = listener;
          return { dispose: () => undefined };
        },
      },
    } as never,
    (change) => changes.push(change),
  );
  function dismiss(...all: readonly Dismissal[]): void {
    dismissals = all;
    tell({ uri: 'file:///' });
  }
  const shown = () => ({
    near: findings.result?.flags.some(({ kind }) => kind === 'near-duplicate'),
    dismissed: findings.result?.dismissed.map(({ line }) => line),
  });
  return { findings, dismiss, shown, changes };
}
const asked = (name: string) =>
  vi.waitFor(() => {
    const found = records.asked.find((one) => one.name === name);
    if (!found) throw new Error(`${name} was not asked for`);
    records.asked.splice(records.asked.indexOf(found), 1);
    return found;
  });

beforeEach(() => {
  records.asked = [];
  records.waitsFor.clear();
});

it('tells what is dismissed while duplicates are told at other thresholds, whichever is done first', async () => {
  records.waitsFor.add('clusterDuplicates');
  for (const first of ['thresholds', 'dismissal'] as const) {
    const { findings, dismiss, shown, changes } = open();
    await findings.show(found(), never);
    expect(shown()).toEqual({ near: true, dismissed: [] });
    const done = findings.setThresholds({ near: 1, semantic: 1 });
    const earlier = await asked('clusterDuplicates');
    dismiss(BROKEN);
    const later = await asked('clusterDuplicates');
    const [one, other] = first === 'thresholds' ? [earlier, later] : [later, earlier];
    one.goOn();
    await new Promise((resolve) => setTimeout(resolve, 20));
    other.goOn();
    await done;
    await vi.waitFor(() => expect(shown()).toEqual({ near: false, dismissed: [17] }));
    // The notes of the file say how many are dismissed.
    expect(changes).toEqual(['state']);
  }
});

it('shows what is dismissed while the flags of an inspection are parted', async () => {
  const { findings, dismiss, shown } = open();
  dismiss({ row: '120', kind: 'row-error' });
  records.waitsFor.add('hashRows');
  const done = findings.show(found(), never);
  const hashing = await asked('hashRows');
  dismiss(BROKEN);
  records.waitsFor.clear();
  hashing.goOn();
  await done;
  expect(shown().dismissed).toEqual([17]);
});

it('drops the duplicates at other thresholds of findings that are gone', async () => {
  const { findings, shown, changes } = open();
  const close = vi.fn();
  await findings.show(found(close), never);
  records.waitsFor.add('clusterDuplicates');
  const done = findings.setThresholds({ near: 1, semantic: 1 });
  const clustering = await asked('clusterDuplicates');
  await findings.show(found(), never);
  expect(close).toHaveBeenCalledOnce();
  clustering.goOn();
  await done;
  expect(shown().near).toBe(true);
  expect(changes).toEqual([]);
});

it('shows nothing of an inspection that is stale by then', async () => {
  const { findings } = open();
  const close = vi.fn();
  expect(await findings.show(found(close), () => true)).toBeUndefined();
  expect(findings.result).toBeUndefined();
  // Whoever opened it closes it.
  expect(close).not.toHaveBeenCalled();
});
