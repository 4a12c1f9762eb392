import { beforeEach, expect, it, vi } from 'vitest';
import type { InputPart } from '../../../src/data/inputs/inputPart.ts';
import type { RowToCompare } from '../../../src/host/compare/comparedRecords.ts';
import { compareStudy } from '../../../src/host/compare/compareStudy.ts';
import type { FileToRead } from '../../../src/host/fileToRead.ts';
import { mixStudy } from '../../../src/host/mix/mixStudy.ts';
import { thinStudy } from '../../../src/host/thin/thinStudy.ts';

const unpacking = vi.hoisted(() => ({ waiting: [] as ((files: unknown) => void)[] }));
vi.mock('vscode', () => ({
  l10n: { t: (text: string) => text },
  env: { language: 'en' },
  workspace: {},
}));
vi.mock('../../../src/host/fileToRead.ts', () => ({
  filesToRead: () => new Promise((resolve) => unpacking.waiting.push(resolve)),
}));
vi.mock('../../../src/host/settings.ts', () => ({ readSettings: () => ({}) }));
vi.mock('../../../src/engine/runJob.ts', () => ({
  runJob: () => ({ result: new Promise(() => undefined), cancel: () => undefined }),
}));

beforeEach(() => (unpacking.waiting = []));

const uris = ['/a.csv', '/b.csv'].map((path) => ({ path })) as never;
const studies = {
  compare: () => compareStudy({} as never).create(uris, {} as never),
  mix: () => mixStudy({} as never).create(uris, {} as never),
  thin: () => thinStudy({} as never).create(uris, {} as never),
};
const twoFiles = (closed: string[], run: string): FileToRead[] =>
  ['a', 'b'].map((name) => ({ file: {} as never, close: () => closed.push(run + name) }));

it.each(Object.keys(studies) as (keyof typeof studies)[])(
  '%s: what was unpacked for a run is removed where another was begun meanwhile, and that one keeps its own',
  async (name) => {
    const closed: string[] = [];
    const study = studies[name]();
    const first = study.start({ unpacking: {} });
    const second = study.start({ unpacking: {} });
    unpacking.waiting[1]!(twoFiles(closed, 'second '));
    await second;
    unpacking.waiting[0]!(twoFiles(closed, 'first '));
    await Promise.allSettled([first]);
    expect(closed).toEqual(['first a', 'first b']);
    study.dispose();
    expect(closed.slice(2)).toEqual(['second a', 'second b']);
  },
);

it.each(['mix', 'thin'] as const)(
  '%s: tells of which files a folder is made, so that a line of it opens in one of them',
  async (name) => {
    const parts: readonly InputPart[] = [];
    const source = { kind: 'converted', parts };
    const study = studies[name]();
    const started = study.start({ unpacking: {} });
    const file = { file: { source }, close: () => undefined };
    unpacking.waiting[0]!([file, file]);
    await started;
    expect(study.partsOf?.(1)).toBe(parts);
  },
);

it('thin: a row without a line in an editor is shown as a record, of the data set as of the reference', async () => {
  const shown: [string, number][] = [];
  const show = ({ uri, line }: RowToCompare) => Promise.resolve(shown.push([uri.path, line]));
  const study = thinStudy({ records: { show } } as never).create(uris, {} as never);
  const started = study.start({ unpacking: {} });
  const file = { file: { source: { kind: 'converted', parts: [] } }, close: () => undefined };
  unpacking.waiting[0]!([file, file]);
  await started;
  await study.showRow?.({ file: 0, line: 7 });
  expect(shown).toEqual([]);
  const read = { lineStarts: new Float64Array(0), plan: {} };
  await study.finish({ file: { rows: 9 }, places: [], read: [read, read] } as never);
  for (const at of [0, 1]) await study.showRow?.({ file: at, line: 7 });
  expect(shown).toEqual([
    ['/a.csv', 7],
    ['/b.csv', 7],
  ]);
});
