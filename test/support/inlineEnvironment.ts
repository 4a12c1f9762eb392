import { createCancelFlag } from '../../src/engine/cancellation.ts';
import { createWarmTaskPool } from './warmTaskPool.ts';

/** What a job that runs in the calling thread is given: nobody listens, nothing is sent, nothing is cancelled. */
export const inlineEnvironment = () => ({
  cancelFlag: createCancelFlag(),
  createPool: createWarmTaskPool,
  onProgress: () => undefined,
  onUpdate: () => undefined,
  askToSend: () => Promise.resolve(false),
});
