import { expect, it, vi } from 'vitest';
import { inspectedResult } from '../../../src/host/inspectedResult.ts';

function open(kind: 'idle' | 'running') {
  const listeners = new Set<() => void>();
  const session = {
    state: { kind: kind as string },
    result: undefined as unknown,
    inspect: vi.fn(() => {
      session.result = 'inspected';
      return Promise.resolve();
    }),
    onDidChange(listener: () => void) {
      listeners.add(listener);
      return { dispose: () => listeners.delete(listener) };
    },
  };
  const enter = (next: string) => {
    session.state = { kind: next };
    for (const listener of listeners) listener();
  };
  return { session, enter, listeners };
}

it('waits for an inspection that runs, and begins no other', async () => {
  const { session, enter, listeners } = open('running');
  const result = inspectedResult(session as never);
  enter('running');
  session.result = 'the running one';
  enter('done');
  expect(await result).toBe('the running one');
  expect(session.inspect).not.toHaveBeenCalled();
  expect(listeners.size).toBe(0);
});

it('gives nothing where it is cancelled', async () => {
  const { session, enter } = open('running');
  const result = inspectedResult(session as never);
  enter('failed');
  expect(await result).toBeUndefined();
});

it('begins an inspection where there is none', async () => {
  const { session } = open('idle');
  expect(await inspectedResult(session as never)).toBe('inspected');
  expect(await inspectedResult(session as never)).toBe('inspected');
  expect(session.inspect).toHaveBeenCalledOnce();
});
