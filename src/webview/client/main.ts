import { createExperimentsPage } from './experiments/experimentsPage.ts';
import type { PageName } from '../html.ts';
import { isHostToExperiments } from '../experimentsProtocol.ts';
import type { ExperimentsState, ExperimentsToHost } from '../experimentsProtocol.ts';
import { isHostToPage } from '../protocol.ts';
import type { PageState } from '../pageState.ts';
import type { PageToHost } from '../protocol.ts';
import { createPage } from './page.ts';
import { isHostToSheet } from '../sheetProtocol.ts';
import type { SheetState, SheetToHost } from '../sheetProtocol.ts';
import { createSheetPage } from './sheet/sheetPage.ts';
import { createStore } from './store.ts';
import { onThemeChange } from './theme.ts';

declare function acquireVsCodeApi(): {
  getState(): unknown;
  setState(state: PageState | ExperimentsState | SheetState): void;
  postMessage(message: PageToHost | ExperimentsToHost | SheetToHost): void;
};

const host = acquireVsCodeApi();
const root = document.getElementById('app');
if (!root) throw new Error('The page has no #app element.');
switch (root.dataset['page'] as PageName) {
  case 'dataset':
    showDataset(root);
    break;
  case 'experiments':
    showExperiments(root);
    break;
  case 'sheet':
    showSheet(root);
}
host.postMessage({ type: 'ready' });

function showExperiments(root: HTMLElement): void {
  const page = createExperimentsPage(root, (message) => host.postMessage(message));
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (!isHostToExperiments(event.data)) return;
    host.setState({ target: event.data.target });
    page.receive(event.data);
  });
  onThemeChange(() => page.redraw());
}

function showSheet(root: HTMLElement): void {
  const page = createSheetPage(root, (message) => host.postMessage(message));
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (!isHostToSheet(event.data)) return;
    if (event.data.type === 'state') {
      const { target, settled } = event.data;
      host.setState({ target, ...(settled && { settled }) });
    }
    page.receive(event.data);
  });
  onThemeChange(() => page.redraw());
}

function showDataset(root: HTMLElement): void {
  const store = createStore(host);
  const page = createPage(root, (message) => host.postMessage(message), store);
  window.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (isHostToPage(event.data)) page.receive(event.data);
  });
  onThemeChange(() => page.redraw());

  let frame: number | undefined;
  window.addEventListener('scroll', () => {
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      page.scrolled();
    });
  });
}
