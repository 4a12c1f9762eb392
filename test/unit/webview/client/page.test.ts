// @vitest-environment happy-dom
import { rowError } from '../../../../src/data/rowError.ts';
import { sentence } from '../../../../src/data/sentence.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { PageToHost, PanelView } from '../../../../src/webview/protocol.ts';
import { createPage } from '../../../../src/webview/client/page.ts';
import { createStore } from '../../../../src/webview/client/store.ts';
import { toFlagRow } from '../../../../src/webview/viewModel/flagRow.ts';
import { toDoneView, toFailedView, toRunningView } from '../../../../src/webview/viewModel.ts';
import { flagEntries } from '../../../../src/webview/viewModel/flagEntries.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';
import { sampleReport } from '../sampleReport.ts';

vi.mock('@vscode/webview-ui-toolkit', async () => (await import('./plainToolkit.ts')).plainToolkit);
// A canvas draws nothing here: the charts are looked at in a browser.
vi.mock('../../../../src/webview/client/barChart.ts', () => ({
  barChart: () => ({ destroy: () => undefined }),
  BAR_ROW_HEIGHT_PX: 32,
}));
vi.mock('../../../../src/webview/client/curveChart.ts', () => ({
  curveChart: () => ({ destroy: () => undefined }),
}));

const wording = createWording((english) => english, 'en');
const host = { fileName: '<script>a</script>.jsonl', chosen: {} };
const flags = flagEntries(sampleReport);

let root: HTMLElement;
let posted: PageToHost[];
let page: ReturnType<typeof createPage>;
beforeEach(() => {
  root = document.createElement('main');
  document.body.replaceChildren(root);
  posted = [];
  let kept: unknown;
  const keeper = { getState: () => kept, setState: (state: unknown) => void (kept = state) };
  page = createPage(root, (message) => posted.push(message), createStore(keeper));
});

const show = (view: PanelView) =>
  page.receive({ type: 'state', target: 'file:///a.jsonl', words: wording.page, view });

describe('the page', () => {
  test('shows a finished report: head, three levels, and asks for the first flagged rows', () => {
    show(toDoneView(sampleReport, flags, host, wording));
    expect(root.querySelector('h1')?.textContent).toBe(host.fileName);
    expect([...root.querySelectorAll('.card h2')].map((title) => title.textContent)).toEqual([
      'Macro: meanings',
      'Meso: tasks',
      'Micro: wording',
    ]);
    expect(posted.map(({ type }) => type)).toEqual(['getFlags']);
  });

  test('lists the quality findings, each opening into lines that can be gone to', () => {
    show(toDoneView(sampleReport, flags, host, wording));
    expect(root.querySelector('.findings summary')?.textContent).toBe('RefusalImportant1');
    expect(root.querySelector('.finding-place')).toBeNull();
    const details = root.querySelector<HTMLDetailsElement>('.findings details');
    details?.dispatchEvent(new Event('toggle'));
    const place = root.querySelector<HTMLButtonElement>('.finding-place');
    expect(place?.textContent).toBe('31I’m sorry, but I can’t help with that.');
    place?.click();
    expect(posted.at(-1)).toEqual({ type: 'openLine', line: 31, preserveFocus: false });
  });

  test('says that there is no quality finding', () => {
    show(toDoneView({ ...sampleReport, quality: [] }, flags, host, wording));
    expect(root.querySelector('.quality')?.textContent).toContain('No quality finding.');
  });

  test('says of the flagged rows how many lines each kind has, and in how many entries', () => {
    show(toDoneView(sampleReport, flags, host, wording));
    const boxes = [...root.querySelectorAll('.kinds vscode-checkbox')];
    expect(boxes.map((box) => box.textContent)).toEqual([
      'Exact duplicate 3 (clusters: 1)',
      'Near-duplicate 8 (clusters: 2)',
      'Off-distribution 2',
      'Quality finding 1',
      'Row error 3',
    ]);
    expect(root.querySelector('.kinds')?.textContent).toContain(
      'Nothing found of: Contained, Same meaning, Template, Preference pair.',
    );
    const asked = posted.at(-1);
    const requestId = asked?.type === 'getFlags' ? asked.requestId : 0;
    page.receive({ type: 'flags', requestId, total: 4, lines: 12, offset: 0, rows: [] });
    expect(root.querySelector('.filter-bar [role=status]')?.textContent).toBe(
      'Entries shown: 4 of 9, lines: 12',
    );
  });

  test('offers to select the lines that the table shows, and a copy without them', () => {
    show(toDoneView(sampleReport, flags, host, wording));
    const actions = root.querySelector<HTMLElement>('.flag-actions')!;
    const [, ...others] = root.querySelectorAll<HTMLInputElement>('.kinds vscode-checkbox');
    for (const box of others) {
      box.checked = false;
      box.dispatchEvent(new Event('change'));
    }
    const asked = posted.at(-1);
    const requestId = asked?.type === 'getFlags' ? asked.requestId : 0;
    expect(actions.hidden).toBe(false);
    for (const action of actions.querySelectorAll<HTMLElement>('vscode-button')) action.click();
    // Kinds of which there is none have no box.
    const absent = ['contained', 'semantic-duplicate', 'template', 'preference-pair'];
    const filter = { kinds: ['exact-duplicate', ...absent] };
    expect(posted.slice(-2)).toEqual([
      { type: 'selectLines', filter },
      { type: 'writeCleanCopy', filter },
    ]);
    page.receive({ type: 'flags', requestId, total: 0, lines: 0, offset: 0, rows: [] });
    expect(actions.hidden).toBe(true);
  });

  test('who dismisses a flag goes on with the row that is now in its place, with the same keys', () => {
    const rows = flags.map((entry) => toFlagRow(entry, 'an excerpt', wording));
    const answer = () => {
      const asked = posted.findLast((message) => message.type === 'getFlags');
      const requestId = asked?.type === 'getFlags' ? asked.requestId : 0;
      page.receive({
        type: 'flags',
        requestId,
        total: rows.length,
        lines: rows.length,
        offset: 0,
        rows,
      });
    };
    const active = () => root.querySelector<HTMLElement>('.flag-body [tabindex="0"]')!;
    show(toDoneView(sampleReport, flags, host, wording));
    answer();
    active().dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }));
    const [, second] = rows;
    expect(active().textContent).toContain(second!.reason);
    // The question for a note takes the focus out of the page.
    root.querySelector<HTMLElement>('.flag-detail vscode-button:last-child')!.click();
    active().blur();
    show(toDoneView(sampleReport, flags, host, wording));
    // The file of dismissals is written, and then seen to have changed.
    show(toDoneView(sampleReport, flags, host, wording));
    expect(document.activeElement).toBe(document.body);
    rows.splice(1, 1);
    answer();
    expect(active().textContent).toContain(rows[1]!.reason);
    expect(document.activeElement).toBe(active());
  });

  test('who thinks better of dismissing a flag and goes elsewhere is not taken back to the table', () => {
    const rows = flags.map((entry) => toFlagRow(entry, 'an excerpt', wording));
    show(toDoneView(sampleReport, flags, host, wording));
    const asked = posted.findLast((message) => message.type === 'getFlags');
    const requestId = asked?.type === 'getFlags' ? asked.requestId : 0;
    const answer = { offset: 0, total: rows.length, lines: rows.length, rows };
    page.receive({ type: 'flags', requestId, ...answer });
    const row = root.querySelector<HTMLElement>('.flag-body [tabindex="0"]')!;
    row.focus();
    root.querySelector<HTMLElement>('.flag-detail vscode-button:last-child')!.click();
    // The question for a note takes the focus, and gives it back when it is closed.
    row.blur();
    row.focus();
    row.blur();
    show(toDoneView(sampleReport, flags, host, wording));
    const again = posted.findLast((message) => message.type === 'getFlags');
    page.receive({
      type: 'flags',
      requestId: again?.type === 'getFlags' ? again.requestId : 0,
      ...answer,
    });
    expect(document.activeElement).toBe(document.body);
  });

  test('keeps the map, which is sent once, when the state comes again', () => {
    const done = toDoneView(sampleReport, flags, host, wording);
    show(done);
    expect(root.querySelector('.map canvas')).toBeNull();
    const group = { name: '<b>refunds</b>', count: 2, shareText: '100%', isRest: false };
    const topic = {
      id: 'topic',
      label: 'Topic',
      groups: [group],
      groupOfPoint: Uint8Array.of(0, 0),
    } as const;
    const lines = Uint32Array.of(3, 9);
    const positions = Float32Array.of(-1, -1, 1, 1);
    page.receive({
      type: 'map',
      map: { kind: 'shown', lines, positions, groupings: [topic], notes: [], explained: [] },
    });
    show(done);
    expect(root.querySelector('.map canvas')).not.toBeNull();
    expect(root.querySelector('.map .legend-text')?.textContent).toBe('<b>refunds</b>');
    root.querySelector<HTMLButtonElement>('.map .legend-name')?.click();
    expect(root.querySelector('.map-selection [role=status]')?.textContent).toBe(
      'Rows selected: 2',
    );
    root.querySelector<HTMLElement>('.map-selection > vscode-button')?.click();
    expect(posted.at(-1)).toEqual({ type: 'measureSelection', points: '3,9' });
  });

  test('has no box for the groups of a map that shows none', () => {
    show(toDoneView(sampleReport, flags, host, wording));
    const lines = Uint32Array.of(3);
    const positions = Float32Array.of(0, 0);
    page.receive({
      type: 'map',
      map: { kind: 'shown', lines, positions, groupings: [], notes: [], explained: [] },
    });
    expect(root.querySelector<HTMLElement>('.map-legend')?.hidden).toBe(true);
    expect(root.querySelector<HTMLElement>('.map-tool')?.hidden).toBe(true);
  });

  test('makes no element of what is in the data', () => {
    const name = '<img src=x onerror=alert(1)><script>alert(1)</script>';
    const fields = { ...sampleReport.fields, instruction: name };
    show(toDoneView({ ...sampleReport, fields }, flags, { ...host, fileName: name }, wording));
    expect(root.querySelectorAll('script, img')).toHaveLength(0);
    expect(root.textContent).toContain(name);
  });

  test('shows how far the inspection is, and sends the cancel', () => {
    show(toRunningView({ phase: 'index', fraction: 0 }, undefined, host, wording));
    page.receive({ type: 'progress', fraction: 0.426, phase: 'Counting tokens' });
    const bar = root.querySelector('[role=progressbar]');
    expect(bar?.getAttribute('aria-valuenow')).toBe('42');
    root.querySelector<HTMLElement>('.progress vscode-button')?.click();
    expect(posted).toEqual([{ type: 'cancel' }]);
  });

  test('puts partial results in place while it runs', () => {
    const { file, fields, levels } = sampleReport;
    const partial = { file, fields, levels: { micro: levels.micro }, sampled: [] };
    show(toRunningView({ phase: 'index', fraction: 0 }, undefined, host, wording));
    expect(root.querySelectorAll('.headline')).toHaveLength(0);
    const view = toRunningView({ phase: 'macro', fraction: 0.5 }, partial, host, wording);
    page.receive({ type: 'partial', head: view.head!, levels: view.levels! });
    expect(root.querySelectorAll('.headline')).toHaveLength(1);
  });

  test('says what went wrong and offers what helps', () => {
    const failure = { code: 'empty-file', message: 'The file has 0 bytes.' } as const;
    show(toFailedView(failure, 'a.jsonl', wording));
    expect(root.querySelector('[role=alert]')?.textContent).toContain('The file has 0 bytes.');
    root.querySelector<HTMLElement>('.status vscode-button')?.click();
    expect(posted).toEqual([{ type: 'inspectAgain' }]);
  });

  test('says of what the person stopped that it is no fault, and keeps the focus', () => {
    show(toRunningView({ phase: 'index', fraction: 0 }, undefined, host, wording));
    const stop = root.querySelector<HTMLElement>('.progress vscode-button')!;
    stop.setAttribute('tabindex', '0');
    stop.focus();
    const failure = { code: 'cancelled', message: 'You cancelled the inspection.' } as const;
    show(toFailedView(failure, 'a.jsonl', wording));
    expect(document.activeElement).toBe(root.querySelector('.status h2'));
    expect(root.querySelector('.status h2 .icon-info')).not.toBeNull();
    expect(root.querySelector('.icon-row-error')).toBeNull();
  });

  test('keeps the focus where what was found before is shown again', () => {
    show(toRunningView({ phase: 'index', fraction: 0 }, undefined, host, wording));
    const stop = root.querySelector<HTMLElement>('.progress vscode-button')!;
    stop.setAttribute('tabindex', '0');
    stop.focus();
    show(toDoneView(sampleReport, flags, host, wording));
    expect(document.activeElement).toBe(root.querySelector('h1'));
  });

  test('lists the lines of a file of broken ones, and opens them', async () => {
    const message = 'The file has no usable row.';
    const broken = { rowErrorCount: 1, rowErrors: [rowError(4, 'no-text', sentence('Cut.'))] };
    show(toFailedView({ code: 'no-usable-row', message, broken }, 'a.jsonl', wording));
    await vi.waitFor(() => expect(root.querySelector('td .link')).toBeTruthy());
    root.querySelector<HTMLElement>('td .link')?.click();
    expect(posted).toEqual([{ type: 'openLine', line: 4, preserveFocus: false }]);
  });

  test('sends the fields that were chosen', () => {
    const chosen = { response: 'output' };
    show(toDoneView(sampleReport, flags, { ...host, chosen }, wording));
    root.querySelector<HTMLElement>('.field-choices vscode-button')?.click();
    expect(posted.at(-1)).toEqual({ type: 'chooseFields', response: 'output' });
  });
});
