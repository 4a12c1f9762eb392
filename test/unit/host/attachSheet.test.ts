import { expect, it, vi } from 'vitest';
import { AnalysisError } from '../../../src/data/analysisError.ts';
import { attachSheet } from '../../../src/host/sheet/attachSheet.ts';
import type { SheetSection } from '../../../src/webview/sheetProtocol.ts';

vi.mock('vscode', () => ({
  l10n: { t: (text: string) => text },
  env: { language: 'en' },
  window: { createOutputChannel: () => ({ error: () => undefined }) },
}));
vi.mock('../../../src/host/attachPage.ts', () => ({
  attachPage: () => ({ isReady: true, post: () => undefined, dispose: () => undefined }),
}));

const section = { id: 'one', title: 'One' } as SheetSection;
const cancelled = new AnalysisError('cancelled', 'Cancelled.');

/** A study whose runs end as they are told to. */
function openStudy(onStart: (show: (sections: SheetSection[]) => void) => void = () => undefined) {
  const ends: (Error | undefined)[] = [];
  const kind = {
    create: (_uris: unknown, sheet: { show(change: { sections: SheetSection[] }): void }) => ({
      title: 'Study',
      again: 'Again',
      phaseWord: () => 'Reading',
      start() {
        onStart((sections) => sheet.show({ sections }));
        const end = ends.shift();
        const result = end ? Promise.reject(end) : Promise.resolve({});
        return Promise.resolve({ result, cancel: () => undefined });
      },
      finish: () => ({
        status: { kind: 'done', verdict: 'Fine.', detail: '', isConcern: false },
        files: [],
        sections: [section],
      }),
      dispose: () => undefined,
    }),
  };
  const sheet = attachSheet({} as never, kind as never, [], {} as never);
  const run = async (end?: Error) => {
    ends.push(end);
    await sheet.run();
    return sheet.view.status;
  };
  return { run };
}

it('says of what a run leaves that came to nothing whether it is of the run before', async () => {
  const { run } = openStudy();
  const failed = { kind: 'failed', message: 'Cancelled.' };
  expect(await run(cancelled)).toEqual(failed);
  expect(await run()).toMatchObject({ kind: 'done' });
  expect(await run(cancelled)).toEqual({ ...failed, isOlderBelow: true });
  expect(await run(cancelled)).toEqual({ ...failed, isOlderBelow: true });
});

it('does not say so where a study shows a form, or what it finds as it comes', async () => {
  const { run } = openStudy((show) => show([section]));
  await run();
  expect(await run(cancelled)).toEqual({ kind: 'failed', message: 'Cancelled.' });
});

it('keeps a result that comes too late from the study, which is at another run or closed by then', async () => {
  const finished: string[] = [];
  const runs: ((result: string) => void)[] = [];
  const kind = {
    create: () => ({
      phaseWord: () => 'Reading',
      start: () => {
        const result = new Promise((resolve) => runs.push(resolve));
        return Promise.resolve({ result, cancel: () => undefined });
      },
      finish(result: string) {
        finished.push(result);
        return { status: { kind: 'done' }, files: [], sections: [] };
      },
      dispose: () => undefined,
    }),
  };
  const sheet = attachSheet({} as never, kind as never, [], {} as never);
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const first = sheet.run();
  await settled();
  const second = sheet.run();
  await settled();
  runs[0]?.('of the first run');
  runs[1]?.('of the second');
  await Promise.all([first, second]);
  expect(finished).toEqual(['of the second']);
  const third = sheet.run();
  await settled();
  sheet.dispose();
  runs[2]?.('of a closed sheet');
  await third;
  expect(finished).toEqual(['of the second']);
  void sheet.run();
  await settled();
  expect(runs).toHaveLength(3);
});
