import { parentPort, workerData } from 'node:worker_threads';
import type { CancelFlag } from './cancellation.ts';
import { inspect } from './inspect.ts';
import type { InspectRequest } from './inspection.ts';
import type { LeadMessage } from './runInspection.ts';
import { serializeError } from './serializedError.ts';
import { createTaskContext, type TaskSetup } from './taskContext.ts';
import { tasks } from './tasks/registry.ts';
import { transferList } from './transferList.ts';
import { workerTaskPool, type TaskReply, type TaskRequest } from './workerTaskPool.ts';

/** The one entry of every thread: the lead puts an inspection in order, its members run the tasks. */
export type WorkerRole =
  | { readonly role: 'lead'; readonly request: InspectRequest; readonly cancelFlag: CancelFlag }
  | { readonly role: 'member'; readonly setup: TaskSetup };

const port = parentPort!;
const role = workerData as WorkerRole;
if (role.role === 'lead') void lead(role);
else member(role.setup);

async function lead({ request, cancelFlag }: Extract<WorkerRole, { role: 'lead' }>): Promise<void> {
  const send = (message: LeadMessage) => port.postMessage(message);
  try {
    const inspection = await inspect(request, {
      cancelFlag,
      createPool: workerTaskPool(__filename),
      onProgress: (progress) => send({ type: 'progress', progress }),
      onPartial: (partial) => send({ type: 'partial', partial }),
    });
    send({ type: 'done', inspection });
  } catch (error) {
    send({ type: 'failed', error: serializeError(error) });
  }
}

function member(setup: TaskSetup): void {
  const context = createTaskContext(setup);
  port.on('message', ({ id, name, params }: TaskRequest) => {
    let reply: TaskReply;
    try {
      const task = tasks[name] as (context: unknown, params: unknown) => unknown;
      reply = { id, ok: true, result: task(context, params) };
    } catch (error) {
      reply = { id, ok: false, error: serializeError(error) };
    }
    port.postMessage(reply, transferList(reply));
  });
}
