// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import type {
  ComparePageToHost,
  CompareView,
  HostToComparePage,
} from '../../../../src/webview/compareProtocol.ts';
import { createComparePage } from '../../../../src/webview/client/compare/comparePage.ts';

const words: HostToComparePage['words'] = {
  cancel: 'Cancel',
  compareAgain: 'Compare again',
  sections: 'Sections',
  lines: 'Lines',
  openLine: {
    dataset: 'Open line {0} of the data set',
    reference: 'Open line {0} of the reference',
  },
  compareRows: 'Show both rows',
  progress: '{0} % done',
};
const done: CompareView = {
  kind: 'done',
  verdict: 'Shifted: <b>two</b> sources.',
  detail: '10 rows against 20 rows.',
  isShifted: true,
  files: ['Data set: a.jsonl', 'Reference: b.jsonl'],
  sections: [
    {
      id: 'levels',
      title: 'Diversity',
      note: 'At equal rows.',
      bars: [
        {
          label: 'Macro',
          bars: [
            { label: 'Data set', share: 1, low: 0.9, high: 1.1, text: '40 (95 %: 36–44)' },
            { label: 'Reference', share: 0.5, low: 0.4, high: 0.6, text: '20 (95 %: 16–24)' },
          ],
          note: 'The data set is more diverse.',
          differs: true,
        },
      ],
      tables: [],
    },
    {
      id: 'leakage',
      title: 'Leakage',
      note: 'Two rows.',
      bars: [],
      tables: [
        {
          title: 'Repeated rows',
          header: ['Match', 'Similarity', 'Lines'],
          rows: [
            {
              cells: ['equal', '1.00'],
              lines: [
                { in: 'dataset', line: 3 },
                { in: 'reference', line: 1200 },
              ],
            },
          ],
          canCompareRows: true,
        },
      ],
      action: { type: 'writeCleanCopy', label: 'Write a clean copy…' },
    },
  ],
};

let root: HTMLElement;
let posted: ComparePageToHost[];
const show = (view: CompareView) => {
  const page = createComparePage(root, (message) => posted.push(message));
  const target = { dataset: 'file:///a.jsonl', reference: 'file:///b.jsonl' };
  page.receive({ type: 'state', target, title: 'a against b', words, view });
};
const press = (label: string) =>
  [...root.querySelectorAll('button')]
    .find((button) => (button.getAttribute('aria-label') ?? button.textContent) === label)!
    .click();

beforeEach(() => {
  document.documentElement.lang = 'en';
  root = document.createElement('main');
  document.body.replaceChildren(root);
  posted = [];
});

test('a finished comparison: verdict as text only, sections with their links, bars with their figures', () => {
  show(done);
  expect(root.querySelector('.compare-verdict')?.textContent).toBe(
    '▲ Shifted: <b>two</b> sources.',
  );
  expect(root.querySelector('.compare-verdict b')).toBeNull();
  const links = [...root.querySelectorAll('nav a')].map((link) => link.getAttribute('href'));
  expect(links).toEqual(['#levels', '#leakage']);
  for (const href of links) expect(root.querySelector(href!)).not.toBeNull();
  const bars = [...root.querySelectorAll<HTMLElement>('.paired-bar')].map((bar) => bar.style.width);
  expect(bars).toEqual(['100.00%', '50.00%']);
  expect(root.querySelector('[role="group"]')?.textContent).toContain('40 (95 %: 36–44)');
});

test('lines of both files, both rows, and the copy are asked of the host', () => {
  show(done);
  press('Open line 3 of the data set');
  press('Open line 1,200 of the reference');
  press('Show both rows');
  press('Write a clean copy…');
  press('Compare again');
  expect(posted).toEqual([
    { type: 'openLine', in: 'dataset', line: 3 },
    { type: 'openLine', in: 'reference', line: 1200 },
    { type: 'compareRows', line: 3, referenceLine: 1200 },
    { type: 'writeCleanCopy' },
    { type: 'compareAgain' },
  ]);
});

test('a running comparison shows how far it is and can be cancelled; a failed one says why', () => {
  show({ kind: 'running', phase: 'Reading the data set', fraction: 0.25 });
  expect(root.querySelector('progress')?.getAttribute('value')).toBe('25');
  expect(root.querySelector('[role="status"]')?.textContent).toContain('25 % done');
  press('Cancel');
  show({ kind: 'failed', message: 'Reference: b.jsonl is empty.' });
  expect(root.querySelector('[role="alert"]')?.textContent).toContain('b.jsonl is empty');
  press('Compare again');
  expect(posted).toEqual([{ type: 'cancel' }, { type: 'compareAgain' }]);
});
