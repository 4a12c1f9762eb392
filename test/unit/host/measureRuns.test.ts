import type * as vscode from 'vscode';
import { beforeEach, expect, test, vi } from 'vitest';
import { AnalysisError } from '../../../src/data/analysisError.ts';
import type { MeasureRunsUpdate } from '../../../src/engine/jobs/measureRunFiles.ts';
import { measureRuns } from '../../../src/host/experiments/measureRuns.ts';

const told = vi.hoisted(() => ({
  said: [] as string[],
  updates: [] as unknown[],
  fault: undefined as Error | undefined,
}));
vi.mock('vscode', () => {
  const say = (text: string) => Promise.resolve(void told.said.push(text));
  return {
    l10n: { t: (text: string, ...parts: string[]) => text.replace('{0}', parts[0] ?? '') },
    env: { language: 'en' },
    ProgressLocation: { Notification: 15 },
    Uri: { joinPath: ({ path }: vscode.Uri, part: string) => ({ fsPath: `${path}/${part}` }) },
    window: {
      showInformationMessage: say,
      showWarningMessage: say,
      withProgress: (_: unknown, task: (progress: unknown, token: unknown) => Promise<void>) =>
        task({ report: () => undefined }, { onCancellationRequested: () => undefined }),
    },
  };
});
vi.mock('../../../src/host/experiments/readTableText.ts', () => ({
  readTableText: () => Promise.resolve('data,score\n'),
}));
vi.mock('../../../src/host/settings.ts', () => ({ readSettings: () => ({}) }));
vi.mock('../../../src/engine/runJob.ts', () => ({
  runJob: (_: string, __: unknown, tell: { onUpdate: (update: MeasureRunsUpdate) => void }) => {
    for (const update of told.updates) tell.onUpdate(update as MeasureRunsUpdate);
    return {
      result: told.fault ? Promise.reject(told.fault) : Promise.resolve(),
      cancel: () => undefined,
    };
  },
}));

const table = { scheme: 'file', path: '/data/runs.csv' } as vscode.Uri;
const measure = () => measureRuns(table, { path: '/extension' } as vscode.Uri);

beforeEach(() => {
  told.said = [];
  told.updates = [];
  told.fault = undefined;
});

test('where no data set of a table can be measured, that is said', async () => {
  await measure();
  expect(told.said).toHaveLength(1);
  expect(told.said[0]).toContain('no run of runs.csv is left to measure');
});

test('a data set that cannot be measured is told by itself', async () => {
  const error = { code: 'empty-file', message: 'it holds no rows' };
  told.updates = [{ line: 2, data: 'a.jsonl', path: '/data/a.jsonl', error }];
  await measure();
  expect(told.said).toHaveLength(1);
  expect(told.said[0]).toContain('a.jsonl');
});

test('nothing is said of runs that the person stopped', async () => {
  told.fault = new AnalysisError('cancelled', 'Cancelled');
  await measure();
  expect(told.said).toEqual([]);
});
