import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { OrderedJobEnvironment } from './jobs/job.ts';
import { jobs } from './jobs/registry.ts';
import type { SendQuestion } from './requestEmbeddings.ts';
import type { JobStart, LeadMessage, ToLead } from './runJob.ts';
import { serializeError } from './serializedError.ts';
import { transferList } from './transferList.ts';
import { workerTaskPools } from './workerTaskPools.ts';

// The thread that puts jobs in order, one after another; its members do the work.

/** The bundle of member.ts, beside the bundle that this runs in. */
const createPool = workerTaskPools(join(__dirname, 'member.js'), { keepsThreads: true });

let listener: JobListener | undefined;
parentPort!.on('message', (message: ToLead) => {
  switch (message.type) {
    case 'start':
      listener = startJob(message);
      break;
    case 'answer':
      listener!.onAnswer(message.id, message.maySend);
      break;
    case 'order':
      listener!.onOrder(message.order);
  }
});

/** What a job is told while it runs. */
interface JobListener {
  onAnswer(id: number, maySend: boolean): void;
  onOrder(order: unknown): void;
}

function startJob({ name, request, cancelFlag }: JobStart): JobListener {
  let hasEnded = false;
  const send = (message: LeadMessage, moved?: readonly unknown[]) => {
    // The next job is not told of this one.
    if (!hasEnded) parentPort!.postMessage(message, moved && transferList(moved));
  };
  const answers = new Map<number, (maySend: boolean) => void>();
  const waiting: unknown[] = [];
  let wake: () => void = () => undefined;
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
    createPool,
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
    )
    .finally(() => (hasEnded = true));
  return {
    onAnswer: (id, maySend) => answers.get(id)?.(maySend),
    onOrder(order) {
      waiting.push(order);
      wake();
    },
  };
}
