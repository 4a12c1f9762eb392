// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { FigureId } from '../../../../src/glossary/figures.ts';
import { barChart } from '../../../../src/webview/client/barChart.ts';
import { redrawCharts } from '../../../../src/webview/client/charts.ts';
import { levelCards } from '../../../../src/webview/client/levelCards.ts';
import { createStore } from '../../../../src/webview/client/store.ts';
import type { PageContext } from '../../../../src/webview/client/pageContext.ts';
import type {
  LevelFieldView,
  MeasuredField,
  VerdictView,
} from '../../../../src/webview/protocol.ts';
import { toLevelCards } from '../../../../src/webview/viewModel/levelCards.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';
import { sampleReport } from '../sampleReport.ts';

vi.mock('@vscode/webview-ui-toolkit', async () => (await import('./plainToolkit.ts')).plainToolkit);
// A canvas draws nothing here: the charts are looked at in a browser.
const { destroy } = vi.hoisted(() => ({ destroy: vi.fn() }));
vi.mock('../../../../src/webview/client/barChart.ts', () => ({
  barChart: vi.fn(() => ({ destroy })),
  BAR_ROW_HEIGHT_PX: 32,
}));
vi.mock('../../../../src/webview/client/curveChart.ts', () => ({
  curveChart: () => ({ destroy }),
}));
vi.mock('../../../../src/webview/client/growthChart.ts', () => ({
  growthChart: () => ({ destroy }),
}));
vi.mock('../../../../src/webview/client/ringsChart.ts', () => ({
  ringsChart: () => ({ destroy }),
}));

/** What `expect.stringMatching` is for the compiler. */
const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);

const wording = createWording((english) => english, 'en');
const views = toLevelCards(sampleReport.levels, [], wording);
const pending = toLevelCards({ micro: sampleReport.levels.micro }, [], wording);

let kept: unknown;
beforeEach(() => {
  kept = undefined;
});

/** The cards of a page that was just loaded: what was kept before is known to it. */
function load(more: Partial<PageContext> = {}) {
  const keeper = { getState: () => kept, setState: (state: unknown) => void (kept = state) };
  const store = createStore(keeper);
  store.setTarget('file:///a.jsonl');
  const cards = levelCards({
    words: wording.page,
    post: () => undefined,
    state: store.state,
    remember: store.remember,
    ...more,
  });
  document.body.replaceChildren(cards.element);
  return { cards, state: store.state };
}

const LEVELS = { macro: 0, meso: 1, micro: 2 };
const card = (level: keyof typeof LEVELS) =>
  document.querySelectorAll<HTMLElement>('.card')[LEVELS[level]]!;
const view = (level: keyof typeof LEVELS, field: MeasuredField) =>
  card(level).querySelector<HTMLElement>(`#level-${level}-${field}-view`)!;
const pressed = (root: HTMLElement) =>
  [...root.querySelectorAll('.segment')]
    .filter((button) => button.getAttribute('aria-pressed') === 'true')
    .map((button) => button.textContent);
const chart = (root: HTMLElement) => root.querySelector('.chart')?.className;
const chooseGrowth = (root: HTMLElement) =>
  root.querySelectorAll<HTMLElement>('.segment')[1]!.click();
const details = (root: HTMLElement) =>
  root.querySelector<HTMLDetailsElement>('details.more-figures')!;
const setOpen = (root: HTMLElement, open: boolean) => {
  details(root).open = open;
  details(root).dispatchEvent(new Event('toggle'));
};
const selectTab = (level: keyof typeof LEVELS, field: MeasuredField) => {
  const panels = card(level).querySelector('vscode-panels') as HTMLElement & { activeid: string };
  panels.activeid = `level-${level}-${field}`;
  panels.dispatchEvent(new Event('change'));
};

test('what is said of a level and what it lists has an (i) of its own', () => {
  load().cards.show(views);
  const { meso } = sampleReport.levels;
  const field = 'unmeasured' in meso.instruction ? 'response' : 'instruction';
  const infosOf = (within: string) =>
    [...view('meso', field).querySelectorAll(`${within} button.info`)].map((info) =>
      info.getAttribute('aria-label'),
    );
  const named = (...ids: readonly FigureId[]) =>
    ids.map((id) => `What does “${wording.figures[id].label}” mean?`);
  expect(infosOf('.verdict')).toEqual(named('standing'));
  expect(infosOf('.standing')).toEqual(named('largest', 'unseenKinds', 'rareKinds'));
  expect(infosOf('details.chart-table')).toEqual(named('balance', 'balance', 'npmi'));
});

describe('the verdict of a level', () => {
  const withVerdict = (more: Partial<VerdictView>) =>
    views.map((level) => {
      const shown = level.fields.instruction as Extract<LevelFieldView, { kind: 'measured' }>;
      const instruction = { ...shown, verdict: { ...shown.verdict, ...more } };
      return { ...level, fields: { ...level.fields, instruction } };
    });
  const verdict = () => view('macro', 'instruction').querySelector<HTMLElement>('.verdict')!;

  test('says in a word how it stands, what that means and does not, and what to do', () => {
    load().cards.show(
      withVerdict({
        ...{ standing: 'narrow', word: 'Narrow', means: 'Below most.', meansNot: 'A fault.' },
        whatToDo: 'Take another source.',
      }),
    );
    expect(verdict().className).toBe('verdict verdict-narrow');
    expect(verdict().querySelector('.verdict-word')?.textContent).toBe('▼ Narrow ');
    expect([...verdict().querySelectorAll('dl > div')].map((part) => part.textContent)).toEqual([
      'Means Below most.',
      'Does not mean A fault.',
      matching(/^What to do Take another source\./),
    ]);
  });

  test('of a level that is not compared says nothing that this does not mean', () => {
    load().cards.show(views);
    expect(verdict().querySelector('.verdict-word')?.textContent).toBe('– Not compared ');
    expect(verdict().textContent).not.toContain('Does not mean');
  });

  test.each([
    ['thin', 'Where to add rows'],
    ['selectSubset', 'Select a subset…'],
  ] as const)('leads to the command %s', (action, label) => {
    const post = vi.fn();
    load({ post }).cards.show(withVerdict({ action }));
    const link = verdict().querySelector<HTMLElement>('button.link')!;
    expect(link.textContent).toBe(label);
    link.click();
    expect(post).toHaveBeenCalledExactlyOnceWith({ type: 'levelCommand', command: action });
  });

  test('leads to a clean copy without the rows that repeat others, where these go first', () => {
    const post = vi.fn();
    const copiesFirst = 'Copies first.';
    load({ post }).cards.show(withVerdict({ action: 'selectSubset', copiesFirst }));
    const links = [...verdict().querySelectorAll<HTMLElement>('button.link')];
    expect(links.map(({ textContent }) => textContent)).toEqual([
      'Select a subset…',
      'Write a clean copy…',
    ]);
    expect(verdict().textContent).toContain(copiesFirst);
    links[1]!.click();
    expect(post).toHaveBeenCalledExactlyOnceWith({
      type: 'writeCleanCopy',
      filter: { kinds: ['exact-duplicate'] },
    });
  });

  test('leads to the recurring wording within the page', () => {
    const post = vi.fn();
    load({ post }).cards.show(withVerdict({ action: 'wording' }));
    const section = document.createElement('section');
    section.id = 'wording';
    section.tabIndex = -1;
    document.body.append(section);
    verdict().querySelector<HTMLElement>('button.link')!.click();
    expect(document.activeElement).toBe(section);
    expect(post).not.toHaveBeenCalled();
  });
});

describe('the charts', () => {
  const nextFrame = () => new Promise(requestAnimationFrame);
  beforeEach(async () => {
    document.body.replaceChildren();
    await nextFrame();
    redrawCharts();
    vi.clearAllMocks();
  });

  test('are drawn anew when the theme changes', async () => {
    load().cards.show(views);
    await nextFrame();
    const bars = vi.mocked(barChart).mock.calls.length;
    expect(bars).toBeGreaterThan(0);
    redrawCharts();
    expect(barChart).toHaveBeenCalledTimes(2 * bars);
  });

  test('are let go of once another is chosen in their place', async () => {
    load().cards.show(views);
    await nextFrame();
    chooseGrowth(view('macro', 'instruction'));
    expect(destroy).toHaveBeenCalledTimes(1);
  });
});

describe('what a person chose in a card', () => {
  test('is the chart of kinds and no further figures at first', () => {
    load().cards.show(views);
    const macro = view('macro', 'instruction');
    expect([pressed(macro), chart(macro)]).toEqual([['Kinds'], 'chart chart-bars']);
    expect(details(macro).open).toBe(false);
  });

  test('is shown at once, and of this level only', () => {
    const { cards, state } = load();
    cards.show(views);
    chooseGrowth(view('macro', 'instruction'));
    setOpen(view('macro', 'instruction'), true);
    const macro = view('macro', 'instruction');
    expect([pressed(macro), chart(macro)]).toEqual([['Growth with rows'], 'chart chart-growth']);
    expect(pressed(view('meso', 'instruction'))).toEqual(['Kinds']);
    expect(state()).toMatchObject({ charts: { macro: 'growth' }, openFigures: ['macro'] });
  });

  test('holds in the other tabs of the level, those already made too', () => {
    load().cards.show(views);
    selectTab('macro', 'response');
    selectTab('macro', 'instruction');
    chooseGrowth(view('macro', 'instruction'));
    setOpen(view('macro', 'instruction'), true);
    for (const field of ['response', 'whole'] as const) {
      selectTab('macro', field);
      expect(pressed(view('macro', field))).toEqual(['Growth with rows']);
      expect(details(view('macro', field)).open).toBe(true);
    }
    setOpen(view('macro', 'whole'), false);
    selectTab('macro', 'response');
    expect(details(view('macro', 'response')).open).toBe(false);
  });

  test('is kept when the card is made anew, and when the page is loaded again', () => {
    const { cards } = load();
    cards.show(pending);
    chooseGrowth(view('micro', 'response'));
    setOpen(view('micro', 'response'), true);
    const old = card('micro');
    cards.show(
      toLevelCards(
        sampleReport.levels,
        [],
        createWording((english) => english, 'de'),
      ),
    );
    expect(card('micro')).not.toBe(old);
    const growing = () => [
      pressed(view('micro', 'response')),
      details(view('micro', 'response')).open,
    ];
    expect(growing()).toEqual([['Growth with rows'], true]);
    load().cards.show(views);
    expect(growing()).toEqual([['Growth with rows'], true]);
  });

  test('is not undone by a card that has been replaced', () => {
    const { cards, state } = load();
    cards.show(views);
    const macro = view('macro', 'instruction');
    setOpen(macro, true);
    load().cards.show(views);
    setOpen(macro, false);
    expect(state().openFigures).toEqual(['macro']);
  });
});
