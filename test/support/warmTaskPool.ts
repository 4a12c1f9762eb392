import { createTaskContext, createThreadTools } from '../../src/engine/taskContext.ts';
import { inlineTaskPools } from './inlineTaskPool.ts';

const tools = createThreadTools();

/**
 * A pool that runs every task in the calling thread, with tools that all such pools have in common: of a small file most of
 * the time would go into making them. Each is made of the one built-in table or model, and gives
 * the same whatever it was used for before.
 */
export const createWarmTaskPool = inlineTaskPools((setup) => createTaskContext(setup, tools));
