import { isHostToPage } from '../protocol.ts';
import type { PageToHost } from '../protocol.ts';
import { createPage } from './page.ts';
import { createStore } from './store.ts';
import type { StateKeeper } from './store.ts';
import { onThemeChange } from './theme.ts';

declare function acquireVsCodeApi(): StateKeeper & { postMessage(message: PageToHost): void };

const SCROLL_PAUSE_MS = 150;

const host = acquireVsCodeApi();
const store = createStore(host);
const root = document.getElementById('app');
if (!root) throw new Error('The page has no #app element.');
const page = createPage(root, (message) => host.postMessage(message), store);

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (isHostToPage(event.data)) page.receive(event.data);
});
onThemeChange(() => page.redraw());

let scrolling: ReturnType<typeof setTimeout> | undefined;
let frame: number | undefined;
window.addEventListener('scroll', () => {
  frame ??= requestAnimationFrame(() => {
    frame = undefined;
    page.scrolled();
  });
  clearTimeout(scrolling);
  scrolling = setTimeout(() => {
    store.remember({ scrollTop: Math.round(window.scrollY) });
  }, SCROLL_PAUSE_MS);
});

host.postMessage({ type: 'ready' });
