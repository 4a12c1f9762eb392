// @vitest-environment happy-dom
import type { ChartConfiguration } from 'chart.js';
import { beforeEach, expect, test, vi } from 'vitest';
import { readRunTable } from '../../../../../src/data/runTable/readRunTable.ts';
import { shownRuns } from '../../../../../src/data/runTable/shownRuns.ts';
import { analyseRuns } from '../../../../../src/engine/experiments/analyseRuns.ts';
import { createTongue } from '../../../../../src/engine/experiments/createTongue.ts';
import { createExperimentsPage } from '../../../../../src/webview/client/experiments/experimentsPage.ts';
import type { ExperimentsToHost } from '../../../../../src/webview/experimentsProtocol.ts';
import { isHostToExperiments } from '../../../../../src/webview/experimentsProtocol.ts';
import { toExperimentsView } from '../../../../../src/webview/viewModel/experiments/experimentsView.ts';
import { createWording } from '../../../../../src/webview/viewModel/wording.ts';
import { simulatedRuns } from '../../../engine/experiments/simulatedRuns.ts';

vi.mock(
  '@vscode/webview-ui-toolkit',
  async () => (await import('../plainToolkit.ts')).plainToolkit,
);
// A canvas draws nothing here: what the charts are asked to draw is looked at instead.
const { configs } = vi.hoisted(() => ({ configs: [] as ChartConfiguration<'line'>[] }));
vi.mock('../../../../../src/webview/client/chartSetup.ts', () => ({
  Chart: function (_canvas: HTMLCanvasElement, config: ChartConfiguration<'line'>) {
    configs.push(config);
    return { destroy: () => undefined };
  },
  fontOf: () => ({}),
  tooltipOf: () => ({}),
}));

const tongue = createTongue((text) => text, 'en');
const { page: words } = createWording((text) => text, 'en');
const { header, rows } = simulatedRuns({ runs: 24, slopes: { 'meso-instruction': 4 } });

let root: HTMLElement;
let posted: ExperimentsToHost[];
let page: ReturnType<typeof createExperimentsPage>;
beforeEach(() => {
  configs.splice(0);
  root = document.createElement('main');
  document.body.replaceChildren(root);
  posted = [];
  page = createExperimentsPage(root, (message) => posted.push(message));
});

function show(...lines: readonly string[]) {
  const table = readRunTable(lines.join('\n'));
  const analysed = { report: analyseRuns(table), measurable: 2, shown: shownRuns(table) };
  const view = toExperimentsView(analysed, 'strata-runs.csv', tongue);
  const message = { type: 'experiments' as const, target: 'file:///runs.csv', words, view };
  expect(isHostToExperiments(structuredClone(message))).toBe(true);
  page.receive(structuredClone(message));
}
const texts = (selector: string) =>
  [...root.querySelectorAll(selector)].map((found) => found.textContent);

test('shows the verdict first, then a slope alone and together for every level', () => {
  show(header, ...rows);
  expect(root.querySelector('h1')?.textContent).toBe('Experiments: strata-runs.csv');
  expect(texts('.experiment-note')[0]).toMatch(/^Finding: Meso, instruction pays: /);
  expect(texts('.slopes tbody th')).toHaveLength(12);
  expect(root.querySelectorAll('.slope-track')).toHaveLength(12);
  expect(root.querySelectorAll('.slope-together')).toHaveLength(6);
  expect(texts('.slope-told th')).toContain('Meso, instruction');
  expect(texts('.slope-told th').length).toBeLessThan(12);
});

test('a note names a line once, as the link to it', () => {
  show(header, ...rows, rows[0]!.replace(/[^,]*$/, ''));
  const note = [...root.querySelectorAll('.experiment-note')].find(({ textContent }) =>
    textContent.includes('await their score'),
  );
  expect(note?.textContent).toBe(`Note: Runs that await their score: 1 (line ${rows.length + 2}).`);
  note?.querySelector<HTMLElement>('button')?.click();
  expect(posted.at(-1)).toMatchObject({ type: 'openLine', line: rows.length + 2 });
});

test('draws every interval in order on one axis that holds zero', () => {
  show(header, ...rows);
  for (const track of root.querySelectorAll('.slope-track')) {
    const at = (name: string, side: 'left' | 'width') =>
      Number.parseFloat(track.querySelector<HTMLElement>(`.${name}`)!.style[side]);
    const mean = at('slope-mean', 'left');
    const [low68, low95] = [at('slope-68', 'left'), at('slope-95', 'left')];
    expect([
      0,
      low95,
      low68,
      mean,
      low68 + at('slope-68', 'width'),
      low95 + at('slope-95', 'width'),
      100.000001,
    ]).toEqual(
      [
        0,
        low95,
        low68,
        mean,
        low68 + at('slope-68', 'width'),
        low95 + at('slope-95', 'width'),
        100.000001,
      ].toSorted((a, b) => a - b),
    );
    const zero = at('slope-zero', 'left');
    expect(zero).toBeGreaterThanOrEqual(0);
    expect(zero).toBeLessThanOrEqual(100);
  }
});

test('has a chart of the score against each level and against size, with a table behind each', async () => {
  show(header, ...rows);
  const figures = root.querySelectorAll('.relations figure');
  expect(figures).toHaveLength(7);
  expect(root.querySelectorAll('.relations canvas[role=img][aria-label]')).toHaveLength(7);
  await new Promise((done) => requestAnimationFrame(done));
  expect(configs).toHaveLength(7);
  expect(configs[0]!.data.datasets[0]!.data).toHaveLength(24);
  expect(configs[6]!.options!.scales!['x']).toMatchObject({ type: 'logarithmic' });
  const details = figures[0]!.querySelector('details')!;
  details.dispatchEvent(new Event('toggle'));
  expect(details.querySelectorAll('tbody tr')).toHaveLength(24);
  details.querySelector<HTMLButtonElement>('tbody button')?.click();
  expect(posted).toEqual([{ type: 'openLine', line: 2, preserveFocus: false }]);
});

test('a dot opens the line of its run', async () => {
  show(header, ...rows);
  await new Promise((done) => requestAnimationFrame(done));
  const click = configs[0]!.options!.onClick as unknown as (event: unknown, hits: unknown) => void;
  click({}, [{ datasetIndex: 1, index: 3 }]);
  expect(posted).toEqual([]);
  click({}, [{ datasetIndex: 0, index: 3 }]);
  expect(posted).toEqual([{ type: 'openLine', line: 5, preserveFocus: false }]);
});

test('says why there is no slope, and links the lines at fault', () => {
  show('data,macro-instruction,score', 'a,1,good', 'b,2,3', 'c,3,');
  expect(texts('.experiment-warning').join()).toContain('such as “good”, in line 2');
  expect(texts('.slopes tbody td.muted')).toEqual(['too few runs: 1 of 3']);
  expect(root.querySelectorAll('.relations')).toHaveLength(0);
});

test('shows the error of a table that cannot be read, and nothing else', () => {
  show('score,score', '1,2');
  expect(texts('.experiment-error')).toHaveLength(1);
  expect(root.querySelectorAll('.card')).toHaveLength(0);
});

test('text of the table stays text', () => {
  show(header, ...rows.map((row) => row.replace('run-', '<img src=x onerror=alert(1)>')));
  for (const details of root.querySelectorAll('details')) {
    details.dispatchEvent(new Event('toggle'));
  }
  expect(root.querySelector('img')).toBeNull();
  expect(root.textContent).toContain('<img src=x');
});

test('shows a sample of ten thousand runs, and says so', () => {
  const many = simulatedRuns({ runs: 1500, slopes: {} });
  show(many.header, ...many.rows);
  expect(texts('.relations figure')[0]).toContain('1,000 of 1,500 runs shown');
});

test('asks to add the inspected data set, to plan the next runs, to measure data sets, and to open the table', () => {
  show(header, ...rows);
  for (const button of root.querySelectorAll<HTMLElement>('.actions vscode-button')) button.click();
  expect(posted).toEqual([
    { type: 'openLine', line: 1, preserveFocus: false },
    { type: 'addInspection' },
    { type: 'measureRuns' },
    { type: 'planRuns' },
  ]);
});

test('a cell is said once it is settled, and what is typed stays while the same table is shown', () => {
  show('data,score', 'a,1', 'b,');
  const cell = () => root.querySelector<HTMLInputElement>('#cell-3-1')!;
  expect(cell().getAttribute('aria-label')).toBe('score, line 3');
  const before = cell();
  before.focus();
  before.value = ' 2.5 ';
  show('data,score', 'a,1', 'b,');
  expect(cell()).toBe(before);
  before.dispatchEvent(new Event('change'));
  expect(posted).toEqual([{ type: 'setCell', line: 3, place: 1, was: '', value: '2.5' }]);
  show('data,score', 'a,1', 'b,2.5');
  expect(cell().value).toBe('2.5');
  expect(document.activeElement).toBe(cell());
});

test('a run is added by the name of its data set', () => {
  show('data,score');
  const field = root.querySelector<HTMLInputElement>('#added-run')!;
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  field.value = ' c.jsonl ';
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter' }));
  expect(posted).toEqual([{ type: 'addRun', data: 'c.jsonl' }]);
  expect(field.value).toBe('');
  show('name,score', 'a,1');
  expect(root.querySelector('#added-run')).toBeNull();
});
