import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { CancelFlag } from './cancellation.ts';
import type { OrderedJobEnvironment } from './jobs/job.ts';
import { jobs, type JobName } from './jobs/registry.ts';
import type { SendQuestion } from './requestEmbeddings.ts';
import type { LeadMessage, ToLead } from './runJob.ts';
import { serializeError } from './serializedError.ts';
import { transferList } from './transferList.ts';
import { workerTaskPool } from './workerTaskPool.ts';

// The thread that puts one job in order; its members do the work.

export interface LeadData {
  readonly name: JobName;
  readonly request: unknown;
  readonly cancelFlag: CancelFlag;
}

/** The bundle of member.ts, beside the bundle that this runs in. */
const MEMBER_PATH = join(__dirname, 'member.js');

const { name, request, cancelFlag } = workerData as LeadData;
const send = (message: LeadMessage, moved?: readonly unknown[]) =>
  parentPort!.postMessage(message, moved && transferList(moved));

const answers = new Map<number, (maySend: boolean) => void>();
const waiting: unknown[] = [];
let wake: () => void = () => undefined;
parentPort!.on('message', (message: ToLead) => {
  if (message.type === 'answer') {
    answers.get(message.id)?.(message.maySend);
  } else {
    waiting.push(message.order);
    wake();
  }
});
async function* givenOrders(): AsyncGenerator {
  for (;;) {
    while (waiting.length === 0) await new Promise<void>((resolve) => (wake = resolve));
    yield waiting.shift();
  }
}
function askToSend(question: SendQuestion): Promise<boolean> {
  const id = answers.size;
  return new Promise((resolve) => {
    answers.set(id, resolve);
    send({ type: 'askToSend', id, question });
  });
}

const environment: OrderedJobEnvironment<unknown, unknown> = {
  cancelFlag,
  createPool: workerTaskPool(MEMBER_PATH),
  onProgress: (progress) => send({ type: 'progress', progress }),
  onUpdate: (update, moved) => send({ type: 'update', update }, moved),
  askToSend,
  orders: givenOrders(),
};
const job = jobs[name] as (
  request: unknown,
  environment: OrderedJobEnvironment<unknown, unknown>,
) => Promise<unknown>;

// Within a promise: what a job throws before it waits for anything is its fault too.
void Promise.resolve()
  .then(() => job(request, environment))
  .then(
    (result) => send({ type: 'done', result }, [result]),
    (error: unknown) => send({ type: 'failed', error: serializeError(error) }),
  );
