// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest';
import { documentContext, writeDocument } from '../../../../src/document/writeDocument.ts';
import { createPage } from '../../../../src/webview/client/page.ts';
import { createStore } from '../../../../src/webview/client/store.ts';
import type { QualityCode } from '../../../../src/metrics/quality/qualityCodes.ts';
import type { PageState } from '../../../../src/webview/pageState.ts';
import type { PageToHost } from '../../../../src/webview/protocol.ts';
import { toDoneView, toFlagSummary, toNextSteps } from '../../../../src/webview/viewModel.ts';
import { flagEntries } from '../../../../src/webview/viewModel/flagEntries.ts';
import { filterFlags } from '../../../../src/webview/viewModel/queryFlags.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';
import { sampleReport } from '../sampleReport.ts';

vi.mock('@vscode/webview-ui-toolkit', async () => (await import('./plainToolkit.ts')).plainToolkit);
vi.mock('../../../../src/webview/client/barChart.ts', () => ({
  barChart: () => ({ destroy: () => undefined }),
  BAR_ROW_HEIGHT_PX: 32,
}));
vi.mock('../../../../src/webview/client/curveChart.ts', () => ({
  curveChart: () => ({ destroy: () => undefined }),
}));

const wording = createWording((english) => english, 'en');
const flags = flagEntries(sampleReport);
const view = toDoneView(sampleReport, flags, { fileName: 'a.jsonl', chosen: {} }, wording);

let root: HTMLElement;
let posted: PageToHost[];
let kept: PageState | undefined;
let page: ReturnType<typeof createPage>;

function open(): void {
  root = document.createElement('main');
  document.body.replaceChildren(root);
  posted = [];
  const keeper = { getState: () => kept, setState: (state: PageState) => void (kept = state) };
  page = createPage(root, (message) => posted.push(message), createStore(keeper));
  page.receive({ type: 'state', target: 'file:///a.jsonl', words: wording.page, view });
}
beforeEach(() => {
  kept = undefined;
  open();
});

const details = () => root.querySelector<HTMLDetailsElement>('.next-steps')!;
const titles = () =>
  [...root.querySelectorAll('.next-steps li strong')].map(({ textContent }) => textContent);
const links = (title: string) => {
  const step = [...root.querySelectorAll('.next-steps li')].find((item) =>
    item.textContent.startsWith(title),
  );
  return [...(step?.querySelectorAll('button') ?? [])];
};

test('the steps are those of a written report, in its order, above the levels', () => {
  const request = { report: sampleReport, inputs: [], withTexts: true, excerpts: new Map() };
  const context = documentContext((english) => english, 'en');
  const written = writeDocument(request, 'md', 'en', context);
  const first = written.indexOf('What to do next');
  const places = titles().map((title) => written.indexOf(title, first));
  expect(titles().length).toBeGreaterThan(2);
  expect(places.every((place) => place > first)).toBe(true);
  expect(places.toSorted((a, b) => a - b)).toEqual(places);
  const cards = root.querySelector('.cards')!;
  expect(details().compareDocumentPosition(cards)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test('copies lead to a clean copy of their kind; what has to be read first leads to its rows only', () => {
  const ofCopies = links('Exact duplicate');
  expect(ofCopies.map(({ textContent }) => textContent)).toEqual([
    'Show these rows',
    'Write a clean copy…',
  ]);
  ofCopies[1]!.click();
  expect(posted.at(-1)).toEqual({ type: 'writeCleanCopy', filter: { kinds: ['exact-duplicate'] } });
  expect(links('Off-distribution').map(({ textContent }) => textContent)).toEqual([
    'Show these rows',
  ]);
});

test('a step shows its rows in the table, whatever was filtered for before', () => {
  kept = { ...kept!, kinds: ['row-error'], text: 'JSON' };
  open();
  links('Exact duplicate')[0]!.click();
  expect(posted.at(-1)).toMatchObject({ type: 'getFlags', filter: { kinds: ['exact-duplicate'] } });
  expect(posted.at(-1)).not.toHaveProperty('filter.text');
  expect(kept).toMatchObject({ kinds: ['exact-duplicate'], text: '' });
});

test('a step of one quality finding shows the rows with that finding, and counts those that are left', () => {
  const finding = (code: QualityCode, lines: readonly number[], rows = lines.length) => ({
    code,
    weight: 'high' as const,
    rows,
    places: lines.map((line) => ({ line })),
  });
  // Of the loops only the first three are listed.
  const quality = [finding('refusal', [5, 7]), finding('repeated-loop', [7, 8, 9], 30)];
  const report = { ...sampleReport, quality };
  const all = flagEntries(report);
  const stepsOf = (shown: typeof flags) =>
    toNextSteps(report, shown, wording).filter(({ reason }) => reason);
  const rowsOf = (reason: string | undefined) =>
    filterFlags(all, { kinds: ['quality'], text: reason ?? '' }, wording).map(({ line }) => line);

  const [loops, refusals] = stepsOf(all);
  expect(loops?.title).toMatch(/\b30\b/);
  expect(rowsOf(loops?.reason)).toEqual([7, 8, 9]);
  expect(rowsOf(refusals?.reason)).toEqual([5, 7]);
  expect(stepsOf(all.filter(({ line }) => line !== 7))).toMatchObject([
    { title: expect.stringMatching(/\b29\b/) as string },
    { title: expect.stringMatching(/\b1\b/) as string },
  ]);
  expect(stepsOf(all.filter(({ line }) => line === 8))).toHaveLength(1);

  page.receive({
    type: 'flagSummary',
    flags: toFlagSummary(report, all, wording),
    nextSteps: [refusals!],
  });
  links(refusals!.title)[0]!.click();
  expect(posted.at(-1)).toMatchObject({
    type: 'getFlags',
    filter: { kinds: ['quality'], text: refusals!.reason },
  });
  const field = root.querySelector<HTMLInputElement>('.filter-bar vscode-text-field')!;
  expect(field.value).toBe(refusals!.reason);
});

test('steps go with the flags, and where none is left that is said', () => {
  const update = (shown: typeof flags) =>
    page.receive({
      type: 'flagSummary',
      flags: toFlagSummary(sampleReport, shown, wording),
      nextSteps: toNextSteps(sampleReport, shown, wording).filter(({ flagKind }) => flagKind),
    });
  update(flags.filter(({ kind }) => kind === 'off-distribution'));
  expect(titles()).toEqual([expect.stringMatching(/^Off-distribution/)]);
  update([]);
  expect(titles()).toEqual([]);
  expect(details().textContent).toContain('Nothing needs mending.');
});

test('closed at first, they stay open once they were opened', () => {
  expect(details().open).toBe(false);
  details().open = true;
  details().dispatchEvent(new Event('toggle'));
  open();
  expect(details().open).toBe(true);
});

test('where no level can be compared with public sets they lead to a comparison', () => {
  const [compare] = links('Levels: Not compared');
  expect(compare?.textContent).toBe('Compare with a reference…');
  compare!.click();
  expect(posted.at(-1)).toEqual({ type: 'levelCommand', command: 'compare' });
});
