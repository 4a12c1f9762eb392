import type { Worker } from 'node:worker_threads';

/** Whoever listened to a thread is told nothing more of it, so that others can take it. */
export function stopListening(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
}
