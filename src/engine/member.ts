import { parentPort, workerData } from 'node:worker_threads';
import { serializeError } from './serializedError.ts';
import { createTaskContext, type TaskSetup } from './taskContext.ts';
import { tasks } from './tasks/registry.ts';
import { transferList } from './transferList.ts';
import type { TaskReply, TaskRequest } from './workerTaskPool.ts';

// A thread that runs tasks, one after another, for the lead of an inspection.

const port = parentPort!;
const context = createTaskContext(workerData as TaskSetup);

const run = async ({ id, name, params }: TaskRequest) => {
  let reply: TaskReply;
  try {
    const task = tasks[name] as (context: unknown, params: unknown) => unknown;
    reply = { id, ok: true, result: await task(context, params) };
  } catch (error) {
    reply = { id, ok: false, error: serializeError(error) };
  }
  port.postMessage(reply, transferList(reply));
};
port.on('message', (request: TaskRequest) => void run(request));
