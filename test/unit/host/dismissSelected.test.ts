import { beforeEach, expect, it, vi } from 'vitest';
import type { Dismissal } from '../../../src/host/dismissalFile.ts';
import { registerRowCommands } from '../../../src/host/rowCommands.ts';

type Run = (...args: unknown[]) => Promise<void>;
const commands = vi.hoisted(() => new Map<string, unknown>());
const notes = vi.hoisted(() => ({ asked: 0, meanwhile: (): void => undefined }));
vi.mock('vscode', () => ({
  Disposable: { from: () => undefined },
  Uri: Object.assign(URL, { parse: (text: string) => text }),
  env: { language: 'en' },
  l10n: { t: (text: string) => text },
  commands: { registerCommand: (name: string, run: unknown) => commands.set(name, run) },
  window: {
    showQuickPick: ([first]: readonly unknown[]) => {
      notes.meanwhile();
      return Promise.resolve(first);
    },
    showInputBox: () => {
      notes.asked++;
      notes.meanwhile();
      return Promise.resolve('fine');
    },
  },
}));

const flag = (kind: string, ...lines: number[]) => ({
  type: 'flag',
  isDismissed: false,
  entry: { id: `${kind}-${lines[0]}`, kind, lines },
});
const cluster = flag('exact-duplicate', 1, 2);
const broken = flag('row-error', 7);
const lineOfCluster = { type: 'line', entry: cluster.entry, line: 2 };

let closeRecords: () => void;
let inspectAnew: () => void;
const added: Dismissal[] = [];
const removed: Pick<Dismissal, 'row' | 'kind'>[] = [];
const run = (command: string, ...args: unknown[]) => (commands.get(command) as Run)(...args);
beforeEach(() => {
  added.length = removed.length = notes.asked = 0;
  let isClosed = false;
  notes.meanwhile = () => undefined;
  closeRecords = () => (isClosed = true);
  const records = {
    run: (_: string, { lines }: { lines: number[] }) =>
      isClosed
        ? Promise.reject(new Error('closed'))
        : Promise.resolve(lines.map((line) => `hash ${line}`)),
  };
  const flags = [broken.entry, { ...broken.entry, id: 'quality-7', kind: 'quality' }];
  const result = { records, flags: [] as unknown[], flaggedLines: { at: () => flags } };
  const session = { uri: {}, result };
  inspectAnew = () => {
    const moved = { run: () => Promise.resolve(['hash of another row']) };
    session.result = { ...result, records: moved };
  };
  registerRowCommands({
    sessions: { get: () => session },
    flaggedRows: { uri: {} },
    panels: {},
    dismissals: {
      add: (_: unknown, all: Dismissal[]) => Promise.resolve(void added.push(...all)),
      remove: (_: unknown, all: Dismissal[]) => Promise.resolve(void removed.push(...all)),
    },
  } as never);
});

const rows = [
  { row: 'hash 1', kind: 'exact-duplicate' },
  { row: 'hash 2', kind: 'exact-duplicate' },
  { row: 'hash 7', kind: 'row-error' },
];

it('dismisses every selected flag of the tree once, with one note', async () => {
  await run('strata.dismissFlag', broken, [cluster, broken, lineOfCluster]);
  expect(notes.asked).toBe(1);
  expect(added).toEqual(rows.map((row) => ({ ...row, note: 'fine' })));
});

it('takes every selected one back', async () => {
  await run('strata.restoreFlag', cluster, [cluster, broken]);
  expect(removed).toEqual(rows);
});

it('dismisses the flag that was right-clicked where it is not one of several', async () => {
  await run('strata.dismissFlag', broken, undefined);
  expect(added).toEqual([{ ...rows[2], note: 'fine' }]);
});

it('dismisses the rows that the person saw where the file is inspected anew while they write the note', async () => {
  notes.meanwhile = () => closeRecords();
  await run('strata.dismissFlag', broken, undefined);
  expect(added).toEqual([{ ...rows[2], note: 'fine' }]);
});

it('dismisses the row that the person saw where the file is inspected anew while they choose which of its flags', async () => {
  notes.meanwhile = () => inspectAnew();
  await run('strata.dismissFlag', 'file:///a.jsonl', 7);
  expect(added.map(({ row }) => row)).toEqual(['hash 7']);
});
