import { isHostToComparePage, type ComparePageToHost } from '../../compareProtocol.ts';
import { createComparePage } from './comparePage.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: ComparePageToHost): void;
  setState(state: unknown): void;
};

const host = acquireVsCodeApi();
const root = document.getElementById('app');
if (!root) throw new Error('The page has no #app element.');
const page = createComparePage(root, (message) => host.postMessage(message));

window.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (!isHostToComparePage(event.data)) return;
  host.setState({ target: event.data.target });
  page.receive(event.data);
});

host.postMessage({ type: 'ready' });
