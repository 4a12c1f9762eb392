// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { HostToSheet, SheetToHost, SheetView } from '../../../../src/webview/sheetProtocol.ts';
import { createSheetPage, type SheetPage } from '../../../../src/webview/client/sheet/sheetPage.ts';
import { englishSheetWords } from '../../../../src/webview/sheetWords.ts';
import { finishedStudy } from './finishedStudy.ts';

vi.mock('@vscode/webview-ui-toolkit', async () => (await import('./plainToolkit.ts')).plainToolkit);

const words: Extract<HostToSheet, { type: 'state' }>['words'] = {
  ...englishSheetWords,
  again: 'Compare again',
};

let root: HTMLElement;
let posted: SheetToHost[];
let page: SheetPage;
const show = (view: SheetView) => {
  const target = ['file:///a.jsonl', 'file:///b.jsonl'];
  page.receive({ type: 'state', target, title: 'a against b', words, view });
};
const press = (label: string) =>
  [...root.querySelectorAll<HTMLElement>('button, vscode-button')]
    .find((button) => (button.getAttribute('aria-label') ?? button.textContent) === label)!
    .click();

beforeEach(() => {
  document.documentElement.lang = 'en';
  root = document.createElement('main');
  document.body.replaceChildren(root);
  posted = [];
  page = createSheetPage(root, (message) => posted.push(message));
});

test('a finished study: verdict as text only, sections with their links, bars with their figures', () => {
  show(finishedStudy);
  expect(root.querySelector('.sheet-verdict')?.textContent).toBe('▲ Shifted: <b>two</b> sources.');
  expect(root.querySelector('.sheet-verdict b')).toBeNull();
  const links = [...root.querySelectorAll('nav a')].map((link) => link.getAttribute('href'));
  expect(links).toEqual(['#levels', '#leakage', '#settings']);
  for (const href of links) expect(root.querySelector(href!)).not.toBeNull();
  const bars = [...root.querySelectorAll<HTMLElement>('.paired-bar')].map((bar) => bar.style.width);
  expect(bars).toEqual(['100.00%', '50.00%']);
  expect(root.querySelector('[role="group"]')?.textContent).toContain('40 (95%: 36–44)');
});

test('the head of a table reaches over the columns that have no label too', () => {
  const rows = [
    { cells: ['Topics', '10'], lines: [] },
    { cells: ['Tokens', '844'], meaning: 'beyond noise', lines: [] },
  ];
  const table = { title: 'Figures', header: ['What', 'Here'], rows };
  show({
    ...finishedStudy,
    sections: [{ id: 'ratio', title: 'Ratio', note: '', tables: [table] }],
  });
  const head = [...root.querySelectorAll('thead tr > *')];
  expect(head.map(({ tagName, textContent }) => tagName + textContent)).toEqual([
    'THWhat',
    'THHere',
    'TD',
  ]);
});

test('a figure with its interval gets more room than a short one', () => {
  const rows = [{ cells: ['MAUVE', '0.97', '0.969 (0.941–0.983)'], lines: [] }];
  const table = { title: 'Shift', header: ['Test', 'p', 'Area'], rows };
  show({
    ...finishedStudy,
    sections: [{ id: 'shift', title: 'Shift', note: '', tables: [table] }],
  });
  const figures = [...root.querySelectorAll('tbody td')];
  expect(figures.map(({ className }) => className)).toEqual(['number', 'number long']);
});

test('lines of both files, both rows, and the copy are asked of the host', () => {
  show(finishedStudy);
  press('A 3: Open line 3 of a.jsonl');
  press('B 1,200: Open line 1,200 of b.jsonl');
  press('Show both rows');
  press('Copy prompt');
  press('Copied');
  press('Write a clean copy…');
  press('Compare again');
  expect(posted).toEqual([
    { type: 'openLine', file: 0, line: 3 },
    { type: 'openLine', file: 1, line: 1200 },
    {
      type: 'compareRows',
      rows: [
        { file: 0, line: 3 },
        { file: 1, line: 1200 },
      ],
    },
    { type: 'copy', text: 'Write rows' },
    { type: 'copy', text: 'Write rows' },
    { type: 'act', id: 'writeCleanCopy' },
    { type: 'again' },
  ]);
});

test('a running study shows how far it is and can be cancelled; a failed one says why', () => {
  show({
    status: { kind: 'running', phase: 'Reading the data set', fraction: 0.25 },
    files: [],
    sections: [],
  });
  expect(root.querySelector('progress')?.getAttribute('value')).toBe('25');
  expect(root.querySelector('[role="status"]')?.textContent).toContain('25% done');
  press('Cancel');
  const message = 'Reference: b.jsonl is empty.';
  show({ status: { kind: 'failed', message }, files: [], sections: [] });
  expect(root.querySelector('[role="alert"]')?.textContent).toContain('b.jsonl is empty');
  press('Compare again');
  expect(posted).toEqual([{ type: 'cancel' }, { type: 'again' }]);
});

test('what stands below a run that came to nothing is said to be of the run before', () => {
  const told = () => root.querySelector('[role="alert"]')?.textContent;
  const status = { kind: 'failed', message: 'Cancelled.' } as const;
  show({ ...finishedStudy, status });
  expect(told()).not.toContain('the run before');
  show({ ...finishedStudy, status: { ...status, isOlderBelow: true } });
  expect(told()).toContain('What stands below is of the run before.');
});

test('the button that stops a study stays from step to step, and its focus goes on to what comes then', () => {
  const running = (fraction: number): SheetView => ({
    status: { kind: 'running', phase: 'Reading', fraction },
    files: [],
    sections: [],
  });
  const stop = () => root.querySelector<HTMLElement>('vscode-button')!;
  show(running(0.25));
  const first = stop();
  first.setAttribute('tabindex', '0');
  first.focus();
  show(running(0.5));
  expect(stop()).toBe(first);
  expect(document.activeElement).toBe(first);
  expect(root.querySelector('progress')?.getAttribute('value')).toBe('50');
  show({ status: { kind: 'failed', message: 'Cancelled' }, files: [], sections: [] });
  expect(document.activeElement).toBe(root.querySelector('[role="alert"]'));
  show(running(0));
  expect(stop()).not.toBe(first);
});

test('controls say what they are set to, and a fault stands as text', () => {
  show(finishedStudy);
  const slider = root.querySelector<HTMLInputElement>('input[type="range"]')!;
  slider.value = '55';
  slider.dispatchEvent(new Event('input'));
  expect(root.querySelector('output')?.textContent).toBe('55%');
  expect(posted).toEqual([]);
  slider.dispatchEvent(new Event('change'));
  const field = root.querySelector<HTMLInputElement>('input[type="text"]')!;
  field.value = '1-9';
  field.dispatchEvent(new Event('change'));
  expect(posted).toEqual([
    { type: 'set', id: 'degree', value: '55' },
    { type: 'set', id: 'keep', value: '1-9' },
  ]);
  expect(root.querySelector('.sheet-fault')?.textContent).toBe('Not a <line>.');
});

test('what a message does not change stays, the rest is made anew', () => {
  show(finishedStudy);
  const shown = ['#levels', '#leakage', '#leakage table'];
  const [levels, leakage, table] = shown.map((id) => root.querySelector(id));
  const sections = finishedStudy.sections.map((section) =>
    section.id === 'leakage' ? { ...section, note: 'Three rows.' } : section,
  );
  show({ ...finishedStudy, sections });
  expect(root.querySelector('#levels')).toBe(levels);
  expect(root.querySelector('#leakage')).toBe(leakage);
  expect(root.querySelector('#leakage table')).toBe(table);
  expect(root.querySelector('#leakage')?.textContent).toContain('Three rows.');
  show({ ...finishedStudy, sections: finishedStudy.sections.slice(0, 1) });
  expect([...root.querySelectorAll('section')].map(({ id }) => id)).toEqual(['levels']);
});

describe('the map of a section', () => {
  const grouping = (id: string, names: readonly string[], groupOfPoint: Uint8Array) => ({
    id,
    label: id,
    groups: names.map((name) => ({ name, count: 2, shareText: '50%', isRest: false })),
    groupOfPoint,
  });
  const mapOf = () => ({
    kind: 'shown' as const,
    lines: Uint32Array.of(3, 1200, 9),
    files: Uint8Array.of(0, 1, 1),
    positions: Float32Array.of(-1, -1, 0, 0, 1, 1),
    groupings: [
      grouping('file', ['A · a.jsonl', '<i>B</i>'], Uint8Array.of(0, 1, 1)),
      grouping('topic', ['refunds'], Uint8Array.of(0, 0, 0)),
    ],
    notes: ['Trust it little.'],
    explained: [
      { label: 'Map', explanation: { means: 'Rows.', meansNot: 'Axes.', whatToDo: 'Look.' } },
    ],
  });
  const withMap = (map: SheetView['sections'][number]['map']): SheetView => ({
    ...finishedStudy,
    sections: [{ id: 'map', title: 'Map', note: '', ...(map && { map }) }],
  });

  test('says that it is being laid out, or that there is none', () => {
    show(withMap({ kind: 'pending' }));
    expect(root.querySelector('#map [role="status"]')?.textContent).toBe(
      englishSheetWords.mapPending,
    );
    show(withMap({ kind: 'none' }));
    expect(root.querySelector('#map [role="status"]')?.textContent).toBe(
      englishSheetWords.mapMissing,
    );
  });

  test('counts the chosen rows of each file and goes through them in the right file', () => {
    show(withMap(mapOf()));
    const names = [...root.querySelectorAll('.legend-text')].map((name) => name.textContent);
    expect(names).toEqual(['A · a.jsonl', '<i>B</i>']);
    expect(root.querySelector('.legend-text i')).toBeNull();
    expect(root.querySelector('.explained button.info')?.getAttribute('aria-label')).toBe(
      'What does “Map” mean?',
    );
    root.querySelectorAll<HTMLElement>('.legend-name')[1]!.click();
    const selection = () => root.querySelector('.map-selection [role=status]')?.textContent;
    expect(selection()).toBe('Rows selected: 2 · A: 0 · B: 2');
    press('Show these rows');
    press('Next row of the selection');
    expect(posted).toEqual([
      { type: 'openLine', file: 1, line: 1200, preserveFocus: true },
      { type: 'openLine', file: 1, line: 9, preserveFocus: true },
    ]);
    expect(root.querySelector('.row-steps [role=status]')?.textContent).toBe('B line 9, 2 of 2');
    press('Clear selection');
    expect(root.querySelector<HTMLElement>('.map-selection')!.hidden).toBe(true);
  });

  test('stays while its points do, also when only the status changes, and keeps its colours', () => {
    show(withMap(mapOf()));
    const canvas = root.querySelector('canvas')!;
    const colours = root.querySelector<HTMLElement & { value: string }>('vscode-dropdown')!;
    colours.value = 'topic';
    colours.dispatchEvent(new Event('change'));
    show(withMap(mapOf()));
    page.receive({
      type: 'status',
      status: { kind: 'running', phase: 'Reading', fraction: 0.5 },
    });
    expect(root.querySelector('progress')?.getAttribute('value')).toBe('50');
    expect(root.querySelector('canvas')).toBe(canvas);
    const other = { ...mapOf(), positions: Float32Array.of(-1, -1, 0, 0.5, 1, 1) };
    show(withMap(other));
    expect(root.querySelector('canvas')).not.toBe(canvas);
    expect(root.querySelector('.legend-text')?.textContent).toBe('refunds');
  });
});

test('steps say in words whether they are done, mark the next one, and take it', () => {
  const step = { text: 'Why.', isDone: false, isNext: false, state: 'To do', actions: [] };
  const steps = [
    { ...step, title: 'One', isDone: true, state: 'Done', evidence: 'It is <b>there</b>.' },
    { ...step, title: 'Two', isNext: true, actions: [{ id: 'go two', label: 'Take it' }] },
  ];
  show({ ...finishedStudy, sections: [{ id: 'steps', title: 'Steps', note: '', steps }] });
  const items = [...root.querySelectorAll('ol.sheet-steps > li')];
  expect(items.map((item) => item.querySelector('.step-state')?.textContent)).toEqual([
    '✓ Done · It is <b>there</b>.',
    '○ To do',
  ]);
  expect(items.map((item) => item.getAttribute('aria-current'))).toEqual([null, 'step']);
  press('Take it');
  expect(posted).toEqual([{ type: 'act', id: 'go two' }]);
});
