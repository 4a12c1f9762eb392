import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { runJob } from '../../../src/engine/runJob.ts';

const lead = vi.hoisted(() => ({ current: undefined as unknown }));
vi.mock('../../../src/engine/leadThreads.ts', () => ({ takeLead: () => lead.current }));

it('sends nothing where asking whether it may fails', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  const told: unknown[] = [];
  const worker = Object.assign(new EventEmitter(), {
    postMessage: (message: unknown) => told.push(message),
    terminate: () => undefined,
  });
  lead.current = worker;
  const job = runJob('inspectFile', {} as never, {
    askToSend: () => Promise.reject(new Error('no window')),
  });
  worker.emit('message', { type: 'askToSend', id: 3, question: {} });
  await vi.waitFor(() => expect(told).toContainEqual({ type: 'answer', id: 3, maySend: false }));
  // Node tells of rejections after its microtasks.
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
  worker.emit('exit', 1);
  await expect(job.result).rejects.toMatchObject({ code: 'worker-died' });
});
