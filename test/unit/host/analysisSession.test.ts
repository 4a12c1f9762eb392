import { beforeEach, describe, expect, it, vi } from 'vitest';
import type * as vscode from 'vscode';
import { AnalysisError } from '../../../src/data/analysisError.ts';
import { createAnalysisSession } from '../../../src/host/analysisSession.ts';
import { fileNotes } from '../../../src/host/fileNotes.ts';
import type { SessionChange } from '../../../src/host/sessionState.ts';
import { sampleReport } from '../webview/sampleReport.ts';

const editor = vi.hoisted(() => ({
  remembered: Promise.resolve(),
  clustered: Promise.resolve(),
  unpacked: 0,
  tell: (fate: string): void => void fate,
  tellOfDisk: (fate: string): void => void fate,
  isDirty: false,
}));
vi.mock('vscode', () => ({
  EventEmitter: class {
    listeners: ((value: unknown) => void)[] = [];
    event = (listener: (value: unknown) => void) => this.listeners.push(listener);
    fire = (value: unknown) => this.listeners.forEach((listener) => listener(value));
    dispose = () => (this.listeners = []);
  },
  l10n: { t: (text: string) => text },
  env: { language: 'en' },
  window: { createOutputChannel: () => ({ error: () => undefined }) },
  workspace: {
    getWorkspaceFolder: () => undefined,
    onDidSaveTextDocument: () => ({ dispose: () => undefined }),
  },
}));
vi.mock('../../../src/engine/recordThread.ts', () => ({
  createRecordThread: () => ({
    run: (name: string) =>
      name === 'hashRows' ? Promise.resolve(['17']) : editor.clustered.then(() => ({})),
    close: () => undefined,
  }),
}));
vi.mock('../../../src/host/sourceOf.ts', () => ({
  sourceOf: () => {
    editor.unpacked++;
    const bytes = { kind: 'file', path: '/a.jsonl' };
    return Promise.resolve({ bytes, isUnsaved: false, close: () => undefined });
  },
  openDocument: () => ({ isDirty: editor.isDirty }),
  dirtyFilesWithin: () => [],
}));
vi.mock('../../../src/host/watchFile.ts', () => ({
  watchFile: (_: unknown, tell: typeof editor.tellOfDisk) => {
    editor.tellOfDisk = tell;
    return { remember: () => editor.remembered, dispose: () => undefined };
  },
}));
vi.mock('../../../src/host/watchText.ts', () => ({
  watchText: (...all: unknown[]) => {
    editor.tell = all[3] as typeof editor.tell;
    return { dispose: () => undefined };
  },
}));

const uri = { toString: () => 'file:///a.jsonl' } as vscode.Uri;
const inspection = {
  report: sampleReport,
  duplicates: { fuzzyFloor: 0.5, semanticFloor: 0.5 },
  findingLines: { rowErrors: new Uint32Array(), quality: [] },
  lineStarts: new Float64Array(1),
};

function openSession() {
  let end: { resolve(value: unknown): void; reject(error: Error): void };
  const start = vi.fn(() => ({
    result: new Promise((resolve, reject) => (end = { resolve, reject })),
    map: Promise.resolve(undefined),
    cancel: () => end.reject(new AnalysisError('cancelled', 'Cancelled.')),
  }));
  const session = createAnalysisSession(uri, {
    start,
    settings: () => ({ fields: {}, inspect: {}, faults: [] }),
    chosenFields: () => ({}),
    dismissals: {
      of: () => Promise.resolve([]),
      onDidChange: () => ({ dispose: () => undefined }),
    },
  } as never);
  const changes: SessionChange[] = [];
  session.onDidChange((change) => changes.push(change));
  /** Lets an inspection begin, and end. */
  const inspect = async (outcome: 'well' | 'cancelled' | Error = 'well') => {
    const asked = start.mock.calls.length;
    const done = session.inspect();
    await vi.waitFor(() => expect(start).toHaveBeenCalledTimes(asked + 1));
    if (outcome === 'well') end.resolve(inspection);
    else if (outcome === 'cancelled') session.cancel();
    else end.reject(outcome);
    await done;
  };
  return { session, start, changes, inspect };
}

beforeEach(() => {
  Object.assign(editor, { remembered: Promise.resolve(), unpacked: 0, isDirty: false });
});

describe('an inspection that comes to nothing', () => {
  it.each(['cancelled', new AnalysisError('not-readable', 'It cannot be read.')] as const)(
    'makes the findings before it fit the file no better: %s',
    async (outcome) => {
      const { session, inspect } = openSession();
      await inspect();
      editor.tell('edited');
      expect(session.fate).toBe('edited');
      await inspect(outcome);
      expect(session.state.kind).toBe(outcome === 'cancelled' ? 'done' : 'failed');
      expect(session.fate).toBe('edited');
      expect(session.result).toBeDefined();
      await inspect();
      expect(session.fate).toBe('unchanged');
    },
  );

  it('leaves findings that fit as they are', async () => {
    const { session, inspect } = openSession();
    await inspect();
    await inspect('cancelled');
    expect(session.fate).toBe('unchanged');
  });
});

describe('an inspection that is cancelled', () => {
  it('shows again what the one before has found, and says so until there is another', async () => {
    const { session, inspect } = openSession();
    await inspect();
    const { result } = session;
    await inspect('cancelled');
    expect(session.state).toEqual({ kind: 'done', result, isNewerCancelled: true });
    expect(fileNotes(session)).toEqual([expect.stringMatching('the figures of the one before')]);
    await session.setThresholds({ near: 0.8, semantic: 0.9 });
    expect(fileNotes(session)).toHaveLength(1);
    await inspect();
    expect(fileNotes(session)).toEqual([]);
  });

  it('does not leave a map of the rows waited for that it took over', async () => {
    const { session, inspect, start } = openSession();
    const answer = start.getMockImplementation()!;
    start.mockImplementation(() => ({ ...answer(), map: new Promise(() => undefined) }));
    await inspect();
    expect(session.map).toBe('pending');
    await inspect('cancelled');
    expect(session.map).toBeUndefined();
  });

  it('has failed where there was none before, or the file is closed', async () => {
    const { session, inspect } = openSession();
    await inspect('cancelled');
    expect(session.state).toMatchObject({ kind: 'failed', code: 'cancelled' });
    await inspect();
    const ended = session.inspect();
    session.dispose();
    await ended;
    expect(session.state).toMatchObject({ kind: 'failed', code: 'cancelled' });
  });
});

it('takes a file for unchanged that is as it was read after all, but for what its editor holds', async () => {
  const { session, inspect } = openSession();
  await inspect();
  editor.tellOfDisk('deleted');
  expect(session.fate).toBe('deleted');
  editor.tellOfDisk('unchanged');
  expect(session.fate).toBe('unchanged');
  editor.tell('edited');
  editor.tellOfDisk('unchanged');
  expect(session.fate).toBe('edited');
  editor.tellOfDisk('changed-on-disk');
  editor.isDirty = true;
  editor.tellOfDisk('unchanged');
  expect(session.fate).toBe('edited');
});

it('is not begun where the person cancels before the file is opened', async () => {
  const { session, start } = openSession();
  const done = session.inspect();
  session.cancel();
  await done;
  expect(editor.unpacked).toBe(0);
  expect(start).not.toHaveBeenCalled();
});

it('goes on with an inspection that is begun while duplicates are told at other thresholds', async () => {
  const { session, start, inspect } = openSession();
  await inspect();
  let tell: () => void = () => undefined;
  editor.clustered = new Promise((resolve) => (tell = resolve));
  const told = session.setThresholds({ near: 1, semantic: 1 });
  const ended = inspect(new AnalysisError('not-readable', 'It cannot be read.'));
  await vi.waitFor(() => expect(start).toHaveBeenCalledTimes(2));
  const states: string[] = [];
  session.onDidChange(() => states.push(session.state.kind));
  tell();
  await told;
  await ended;
  expect(states).not.toContain('done');
  expect(session.state.kind).toBe('failed');
});

describe('a session that is closed', () => {
  it('says that its inspection has ended', async () => {
    const { session, start, changes } = openSession();
    void session.inspect();
    await vi.waitFor(() => expect(start).toHaveBeenCalled());
    changes.length = 0;
    session.dispose();
    expect(session.state.kind).toBe('failed');
    expect(changes).toEqual(['state']);
  });

  it('begins no other', async () => {
    const { session, start } = openSession();
    session.dispose();
    await session.inspect();
    expect(start).not.toHaveBeenCalled();
    expect(session.state.kind).toBe('idle');
  });
});
