import { parentPort } from 'node:worker_threads';
import { serializeError } from './serializedError.ts';
import { createTaskContext, type TaskContext, type TaskSetup } from './taskContext.ts';
import { transferList } from './transferList.ts';
import type { TaskReply, TaskRequest } from './workerTaskPool.ts';

/** Runs tasks in this thread, one after another, for the pool that started it. Its first message is what they work on. */
export function serveTasks(
  tasks: Readonly<Record<string, (context: TaskContext, params: never) => unknown>>,
): void {
  moveFirstBuffer();
  const port = parentPort!;
  const run = async (context: TaskContext, { id, name, params }: TaskRequest) => {
    let reply: TaskReply;
    try {
      reply = { id, ok: true, result: await tasks[name]!(context, params as never) };
    } catch (error) {
      reply = { id, ok: false, error: serializeError(error) };
    }
    port.postMessage(reply, transferList(reply));
  };
  port.once('message', (setup: TaskSetup) => {
    const context = createTaskContext(setup);
    port.on('message', (request: TaskRequest) => void run(context, request));
  });
}

/**
 * V8 compiles what reads typed arrays as if no buffer were ever moved to another thread, and throws all such code away when
 * the first one is. The first result would do that: it is done before anything is compiled.
 */
function moveFirstBuffer(): void {
  const buffer = new ArrayBuffer(1);
  structuredClone(buffer, { transfer: [buffer] });
}
