import { beforeEach, expect, it, vi } from 'vitest';
import { AnalysisError } from '../../../src/data/analysisError.ts';
import { selectStudy } from '../../../src/host/select/selectStudy.ts';

const host = vi.hoisted(() => ({
  /** What opening the files gives, in turn. */
  openings: [] as Promise<unknown>[],
  asked: [] as { readonly reference?: unknown }[],
}));
vi.mock('vscode', () => {
  const uriOf = (text: string) => ({ path: text.slice(7), toString: () => text });
  return {
    Uri: { parse: uriOf },
    l10n: { t: (text: string) => text },
    env: { language: 'en' },
    workspace: { onDidChangeTextDocument: () => ({ dispose: () => undefined }) },
  };
});
vi.mock('../../../src/host/watchFile.ts', () => ({
  watchFile: () => ({ remember: () => Promise.resolve(), dispose: () => undefined }),
}));
vi.mock('../../../src/host/compare/compareCommand.ts', () => ({
  askForReference: () => Promise.resolve({ path: '/b.jsonl', toString: () => 'file:///b.jsonl' }),
}));
vi.mock('../../../src/host/select/openToChoose.ts', () => ({
  openToChoose: (asked: { readonly reference?: unknown }) => {
    host.asked.push(asked);
    return host.openings.shift();
  },
}));

const dataset = { path: '/a.jsonl', toString: () => 'file:///a.jsonl' } as never;
const listener = { unpacking: {} };
const openedFiles = () => {
  const choose = vi.fn(() => ({ result: new Promise(() => undefined), cancel: vi.fn() }));
  return { open: { choose }, source: { kind: 'file', path: '/a.jsonl' }, close: vi.fn() };
};
const newStudy = () => {
  const restart = vi.fn(() => Promise.resolve());
  const kind = selectStudy({ assetsFolder: '', fieldChoices: {}, records: {} } as never);
  return kind.create([dataset], { show: vi.fn(), restart });
};

beforeEach(() => {
  host.openings = [];
  host.asked = [];
});

it('keeps the files that it opened with a reference where those before fail late', async () => {
  const study = newStudy();
  let failLate: (error: unknown) => void = () => undefined;
  const before = new Promise((_, reject) => (failLate = reject));
  const opened = openedFiles();
  host.openings = [before, Promise.resolve(opened)];
  const first = Promise.resolve(study.start(listener));
  await study.act?.('choose-reference');
  await study.start(listener);
  failLate(new AnalysisError('cancelled', 'given up'));
  await expect(first).rejects.toThrow('given up');
  await study.start(listener);
  expect(host.asked).toHaveLength(2);
  expect(host.asked[1]?.reference).toHaveProperty('path', '/b.jsonl');
  expect(opened.open.choose).toHaveBeenCalledTimes(2);
});

it('opens the files anew once the thread that held them has died', async () => {
  const study = newStudy();
  const [dead, alive] = [openedFiles(), openedFiles()];
  host.openings = [dead, alive].map((files) => Promise.resolve(files));
  await study.start(listener);
  study.failure?.(new AnalysisError('no-usable-row', 'no row'));
  await study.start(listener);
  expect(dead.open.choose).toHaveBeenCalledTimes(2);
  study.failure?.(new AnalysisError('out-of-memory', 'too large'));
  await study.start(listener);
  expect(alive.open.choose).toHaveBeenCalledTimes(1);
  await vi.waitFor(() => expect(dead.close).toHaveBeenCalled());
});
