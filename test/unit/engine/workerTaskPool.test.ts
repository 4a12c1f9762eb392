import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResourceLimits } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TaskSetup } from '../../../src/engine/taskContext.ts';
import { urgently, type CreateTaskPool, type TaskPool } from '../../../src/engine/taskPool.ts';
import type { TaskName } from '../../../src/engine/tasks/registry.ts';
import { workerTaskPool } from '../../../src/engine/workerTaskPool.ts';

/** Answers every task with the setup, the thread that ran it, how many it ran before, and what it may take of memory. */
const MEMBER = `
  const { parentPort, resourceLimits, threadId } = require('node:worker_threads');
  let before = 0;
  parentPort.once('message', (setup) =>
    parentPort.on('message', ({ id }) =>
      parentPort.postMessage({
        id,
        ok: true,
        result: { setup, threadId, before: before++, resourceLimits },
      })));
`;

interface Answer {
  readonly setup: unknown;
  readonly threadId: number;
  readonly before: number;
  readonly resourceLimits: ResourceLimits;
}

let folder: string;
let pool: TaskPool;

const createPool = (...words: Parameters<CreateTaskPool>) =>
  workerTaskPool(join(folder, 'member.js'))(...words);
const setup = { plan: 'of the test' } as unknown as TaskSetup;

const run = (name: TaskName, from: Pick<TaskPool, 'run'> = pool) =>
  from.run(name, {} as never) as unknown as Promise<Answer>;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-pool-'));
  writeFileSync(join(folder, 'member.js'), MEMBER);
  pool = createPool(setup, 1);
});

afterEach(async () => {
  await pool.close();
  rmSync(folder, { recursive: true });
});

describe('workerTaskPool', () => {
  it('gives each thread what the tasks work on', async () => {
    expect((await run('readChunk')).setup).toEqual(setup);
  });

  it.each([0, 1])(
    'with %i threads started before, lets tasks wait for the setup',
    async (awaited) => {
      let begin: (setup: TaskSetup) => void = () => undefined;
      const later = createPool(new Promise((resolve) => (begin = resolve)), 1, awaited);
      const answer = run('readChunk', later);
      begin(setup);
      expect(await answer).toMatchObject({ setup, before: 0 });
      await later.close();
    },
  );

  it('closes where there is no setup after all', async () => {
    const fruitless = createPool(Promise.reject(new Error('vanished')), 2, 2);
    await expect(fruitless.close()).resolves.toBeUndefined();
  });

  it('leaves the last tasks of a kind that needs tables to the thread that is at it', async () => {
    const two = createPool(setup, 2);
    const [first, other, ...rest] = await Promise.all([
      run('featureChunk', two),
      run('mesoChunk', two),
      run('featureChunk', two),
      run('featureChunk', two),
    ]);
    expect(other.threadId).not.toBe(first.threadId);
    expect(rest.map(({ threadId }) => threadId)).toEqual([first.threadId, first.threadId]);
    await two.close();
  });

  it('puts urgent tasks before those that wait', async () => {
    const [, waiting, urgent] = await Promise.all([
      run('readChunk'),
      run('readChunk'),
      run('measureMicroFields', urgently(pool)),
    ]);
    expect([waiting.before, urgent.before]).toEqual([2, 1]);
  });

  it('leaves the old objects of a thread as much room as the engine does', async () => {
    const { resourceLimits } = await run('readChunk');
    expect(resourceLimits.maxYoungGenerationSizeMb).toBe(24);
    expect(resourceLimits.maxOldGenerationSizeMb).toBeGreaterThan(1_000);
  });
});
