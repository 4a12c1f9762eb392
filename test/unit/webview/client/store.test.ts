import { expect, test } from 'vitest';
import { isPageState } from '../../../../src/webview/pageState.ts';
import { createStore } from '../../../../src/webview/client/store.ts';

function keeper(kept: unknown) {
  return { kept, getState: () => kept, setState: (state: unknown) => void (kept = state) };
}

test('what is remembered is kept for the same file', () => {
  const kept = keeper(undefined);
  const store = createStore(kept);
  store.setTarget('file:///a');
  store.remember({ text: 'refund' });
  const again = createStore(kept);
  again.setTarget('file:///a');
  expect(again.state().text).toBe('refund');
});

test('another file starts anew', () => {
  const store = createStore(keeper(undefined));
  store.setTarget('file:///a');
  store.remember({ text: 'refund' });
  store.setTarget('file:///b');
  expect(store.state()).toMatchObject({ target: 'file:///b', text: '' });
});

test('the same file under another name goes on, and is kept under it', () => {
  const kept = keeper(undefined);
  const store = createStore(kept);
  store.setTarget('file:///a');
  store.remember({ text: 'refund' });
  const moved = createStore(kept);
  moved.setTarget('file:///b', 'file:///a');
  expect(moved.state()).toMatchObject({ target: 'file:///b', text: 'refund' });
  expect(kept.getState()).toMatchObject({ target: 'file:///b' });
});

test('a kept state that is not one is ignored', () => {
  const store = createStore(keeper({ target: 3 }));
  expect(isPageState(store.state())).toBe(true);
});
