// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { placeKeeper } from '../../../../src/webview/client/placeKeeper.ts';
import { createStore } from '../../../../src/webview/client/store.ts';

const WINDOW_PX = 800;

/** Heights of what stands in the page, from the top; nothing is laid out here. */
let heights: Record<string, number>;
let scrollY: number;
let kept: unknown;
let resized: () => void;

const pageHeight = () => Object.values(heights).reduce((sum, height) => sum + height, 0);
const highest = () => Math.max(0, pageHeight() - WINDOW_PX);
const topOf = (id: string) => {
  const names = Object.keys(heights);
  return names.slice(0, names.indexOf(id)).reduce((sum, name) => sum + heights[name]!, 0);
};
const sectionsOf = (...ids: readonly string[]) =>
  ids.map((id) => {
    const element = document.createElement('section');
    element.getBoundingClientRect = () => new DOMRect(0, topOf(id) - scrollY, 100, heights[id]);
    return { id, element };
  });

beforeEach(() => {
  kept = undefined;
  scrollY = 0;
  vi.useFakeTimers();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(listener: () => void) {
        resized = listener;
      }
      observe() {}
    },
  );
  vi.spyOn(window, 'scrollY', 'get').mockImplementation(() => scrollY);
  vi.spyOn(document.documentElement, 'scrollHeight', 'get').mockImplementation(pageHeight);
  window.scrollTo = ((options: ScrollToOptions) => {
    scrollY = Math.min(highest(), Math.max(0, options.top ?? 0));
  }) as typeof window.scrollTo;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function load() {
  const keeper = { getState: () => kept, setState: (state: unknown) => void (kept = state) };
  const store = createStore(keeper);
  store.setTarget('file:///a.jsonl');
  return placeKeeper(document.createElement('main'), store);
}

const DONE = { head: 300, levels: 3000, map: 700, flags: 1200 };
const done = () => sectionsOf('levels', 'map', 'flags');

/** The parts have these heights now, as the browser tells the page. */
function become(changed: Record<string, number>, place: ReturnType<typeof load>): void {
  heights = changed;
  const before = scrollY;
  scrollY = Math.min(scrollY, highest());
  if (scrollY !== before) place.scrolled();
  resized();
}

function readTo(top: number, place: ReturnType<typeof load>): void {
  scrollY = top;
  place.scrolled();
  vi.runAllTimers();
}

test('a shorter page in between does not lose the place, whatever its heights are then', () => {
  heights = DONE;
  const place = load();
  place.settle(done());
  readTo(4100, place);
  place.leave();
  become({ head: 300, cards: 100 }, place);
  place.settle(sectionsOf('cards'));
  expect(scrollY).toBe(0);
  place.scrolled();
  vi.runAllTimers();
  become({ head: 300, cards: 2000 }, place);
  place.leave();
  heights = { ...DONE, levels: 3050 };
  place.settle(done());
  expect(scrollY - topOf('flags')).toBe(100);
});

test('the place is gone to once there is room for it, after the page was loaded again', () => {
  heights = DONE;
  const before = load();
  before.settle(done());
  readTo(4200, before);
  heights = { ...DONE, map: 100, flags: 400 };
  scrollY = 0;
  const place = load();
  place.settle(done());
  become({ ...DONE, map: 100 }, place);
  become(DONE, place);
  expect(scrollY).toBe(4200);
});

test('who scrolls in the meantime is not called back', () => {
  heights = { ...DONE, map: 100 };
  const place = load();
  place.settle(done());
  readTo(500, place);
  become(DONE, place);
  expect(scrollY).toBe(500);
  place.leave();
  place.settle(done());
  expect(scrollY).toBe(500);
});

test('what was scrolled last is kept, though the page is made anew at once', () => {
  heights = DONE;
  const place = load();
  place.settle(done());
  scrollY = 350;
  place.scrolled();
  place.leave();
  heights = { ...DONE, head: 400 };
  place.settle(done());
  expect(scrollY).toBe(450);
});
