import { parentPort } from 'node:worker_threads';
import { serializeError } from './serializedError.ts';
import { createTaskContext, createThreadTools, type TaskContext } from './taskContext.ts';
import { transferList } from './transferList.ts';
import type { AtRest, TaskReply, TaskRequest, ToMember } from './workerTaskPools.ts';

/** Runs tasks in this thread, one after another, for the pools that it belongs to, one after another. */
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
  const tools = createThreadTools();
  let context: TaskContext | undefined;
  port.on('message', (message: ToMember) => {
    switch (message.type) {
      case 'begin':
        context = createTaskContext(message.setup, tools);
        break;
      case 'run':
        void run(context!, message.request);
        break;
      case 'rest':
        context?.close();
        context = undefined;
        port.postMessage('at rest' satisfies AtRest);
    }
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
