import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { stopListening } from './stopListening.ts';
import { THREAD_LIMITS } from './threadLimits.ts';

/** The bundle of lead.ts, beside the bundle that this runs in. */
const LEAD_PATH = join(__dirname, 'lead.js');

/** How long a lead rests, with its members, before it is ended. */
const REST_MS = 60_000;

interface RestingLead {
  readonly worker: Worker;
  readonly alarm: ReturnType<typeof setTimeout>;
}

let resting: RestingLead | undefined;

/** A lead for one job: the one that rests, where there is one, since it and its members have compiled what jobs run. */
export function takeLead(): Worker {
  const worker = stopResting();
  if (!worker) return new Worker(LEAD_PATH, { resourceLimits: THREAD_LIMITS });
  stopListening(worker);
  worker.ref();
  return worker;
}

/** For a lead whose job is done: another job may take it for a while, then it is ended. */
export function letLeadRest(worker: Worker): void {
  endResting();
  stopListening(worker);
  worker
    .on('error', () => undefined)
    .on('exit', () => {
      if (resting?.worker === worker) stopResting();
    });
  // A program that has nothing else to do is not kept waiting for it.
  worker.unref();
  resting = { worker, alarm: setTimeout(endResting, REST_MS).unref() };
}

function endResting(): void {
  void stopResting()?.terminate();
}

function stopResting(): Worker | undefined {
  if (!resting) return undefined;
  const { worker, alarm } = resting;
  resting = undefined;
  clearTimeout(alarm);
  return worker;
}
