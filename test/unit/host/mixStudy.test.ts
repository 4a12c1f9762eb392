import { expect, it, vi } from 'vitest';
import { mixStudy } from '../../../src/host/mix/mixStudy.ts';
import type { MixState } from '../../../src/webview/viewModel/mix/mixState.ts';

const host = vi.hoisted(() => ({
  receive: undefined as ((update: unknown) => void) | undefined,
  /** Ends the reading of rows, in the order in which they were asked for. */
  reads: [] as (() => void)[],
}));
vi.mock('vscode', () => ({ l10n: { t: (text: string) => text }, env: { language: 'en' } }));
vi.mock('../../../src/host/settings.ts', () => ({ readSettings: () => ({}) }));
vi.mock('../../../src/host/filesOfRun.ts', () => ({
  createFilesOfRun: () => ({
    open: () => Promise.resolve([{ file: {} }, { file: {} }]),
    close: () => undefined,
  }),
}));
vi.mock('../../../src/engine/runJob.ts', () => ({
  runJob: (_name: string, _request: unknown, listener: { onUpdate(update: unknown): void }) => {
    host.receive = (update) => listener.onUpdate(update);
    return {};
  },
}));
vi.mock('../../../src/data/readExcerpts.ts', () => ({
  readExcerpts: (_file: unknown, lines: readonly number[]) =>
    new Promise((resolve) => host.reads.push(() => resolve(lines.map(String)))),
}));
vi.mock('../../../src/webview/viewModel/mix/mixView.ts', () => ({
  mixStatus: () => ({}),
  toMixView: (state: unknown) => ({ state }),
}));

const uri = (name: string) => ({ path: name, toString: () => name }) as never;
const frame = { plan: { size: 4, ratios: [0, 50, 100] }, curves: { all: {}, close: {} } };
const mixed = {
  lines: { generated: Uint32Array.of(0, 1, 2, 3), real: Uint32Array.of(10, 11, 12, 13) },
  mixing: { ...frame, curves: { all: { points: [] }, close: { uncompared: {} } } },
  files: { dataset: {}, reference: {} },
};
const answerAll = async () => {
  for (let quiet = 0; quiet < 10; quiet++) {
    host.reads.shift()?.();
    await Promise.resolve();
  }
};

it.each([
  ['another ratio', 'ratio', '100', 'generated 1 2 3 4'],
  ['another field', 'field', 'response', 'generated 1, real 11 12 13'],
])('shows the rows of the mixture where %s is chosen while they are read', async (...chosen) => {
  const [, id, value, expected] = chosen;
  const views: MixState[] = [];
  const show = ({ state }: { readonly state?: MixState }) => state && views.push(state);
  const kind = mixStudy({ assetsFolder: '', onMixed: () => undefined } as never);
  const study = kind.create([uri('/a.jsonl'), uri('/b.jsonl')], {
    show,
    restart: vi.fn(),
  } as never);
  await study.start({ unpacking: {} });
  host.receive?.({ type: 'frame', frame });
  const finishing = Promise.resolve(study.finish(mixed as never)).then((view) =>
    show(view as never),
  );
  study.set?.(id, value);
  await answerAll();
  await finishing;
  await answerAll();
  const { samples, ...last } = views.at(-1)!;
  expect(`${last[id as 'ratio' | 'field']}`).toBe(value);
  const said = (['generated', 'real'] as const).flatMap((name, file) => {
    const lines = samples.filter((row) => row.file === file).map(({ line }) => line);
    return lines.length > 0 ? `${name} ${lines.join(' ')}` : [];
  });
  expect(said.join(', ')).toBe(expected);
});
