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
