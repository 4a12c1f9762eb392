import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { CancelFlag } from './cancellation.ts';
import { inspect } from './inspect.ts';
import type { InspectRequest } from './inspection.ts';
import type { SendQuestion } from './requestEmbeddings.ts';
import type { LeadAnswer, LeadMessage } from './runInspection.ts';
import { serializeError } from './serializedError.ts';
import { transferList } from './transferList.ts';
import { workerTaskPool } from './workerTaskPool.ts';

// The thread that puts one inspection in order; its members do the work.

export interface LeadData {
  readonly request: InspectRequest;
  readonly cancelFlag: CancelFlag;
}

/** The bundle of member.ts, beside the bundle that this runs in. */
const MEMBER_PATH = join(__dirname, 'member.js');

const { request, cancelFlag } = workerData as LeadData;
const send = (message: LeadMessage) => parentPort!.postMessage(message);

function askToSend(question: SendQuestion): Promise<boolean> {
  const answered = new Promise<boolean>((resolve) => {
    parentPort!.once('message', (answer: LeadAnswer) => resolve(answer.maySend));
  });
  send({ type: 'askToSend', question });
  return answered;
}

inspect(request, {
  cancelFlag,
  createPool: workerTaskPool(MEMBER_PATH),
  onProgress: (progress) => send({ type: 'progress', progress }),
  onPartial: (partial) => send({ type: 'partial', partial }),
  askToSend,
  onInspection: (inspection) => {
    // Moved, so that the caller's thread copies no columns: nothing here reads them again.
    const moved = transferList([inspection.duplicates, inspection.rows]);
    parentPort!.postMessage({ type: 'done', inspection } satisfies LeadMessage, moved);
  },
  onMap: (map) => send({ type: 'map', map }),
}).then(
  () => send({ type: 'ended' }),
  (error: unknown) => send({ type: 'failed', error: serializeError(error) }),
);
