import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ResourceLimits } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TaskSetup } from '../../../src/engine/taskContext.ts';
import { urgently, type CreateTaskPool, type TaskPool } from '../../../src/engine/taskPool.ts';
import type { TaskName } from '../../../src/engine/tasks/registry.ts';
import { workerTaskPools } from '../../../src/engine/workerTaskPools.ts';

/**
 * Answers every task with the setup, the thread that ran it, how many it ran before, and what it may take of memory; the kind
 * `joinDuplicates` never, `countTerms` by ending itself. Told to rest, it takes a while to set `closed` of the setup.
 */
const MEMBER = `
  const { parentPort, resourceLimits, threadId } = require('node:worker_threads');
  let before = 0;
  let setup = 'none';
  parentPort.on('message', (message) => {
    if (message.type === 'begin') setup = message.setup;
    else if (message.type === 'rest') {
      const { closed = [] } = setup;
      setup = 'rested';
      setTimeout(() => {
        closed[0] = 1;
        parentPort.postMessage('at rest');
      }, 20);
    }
    else if (message.request.name === 'countTerms') process.exit(3);
    else if (message.request.name !== 'joinDuplicates')
      parentPort.postMessage({
        id: message.request.id,
        ok: true,
        result: { setup, threadId, before: before++, resourceLimits },
      });
  });
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
  workerTaskPools(join(folder, 'member.js'))(...words);
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

describe('workerTaskPools', () => {
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

  describe('that keep threads', () => {
    let createKept: CreateTaskPool;
    beforeEach(() => {
      createKept = workerTaskPools(join(folder, 'member.js'), { keepsThreads: true });
    });
    const other = { plan: 'of another data set' } as unknown as TaskSetup;
    const runIn = async (given: TaskSetup | Promise<TaskSetup>, threads = 1) => {
      const kept = createKept(given, threads);
      const answers = await Promise.all([run('featureChunk', kept), run('mesoChunk', kept)]);
      await kept.close();
      return answers;
    };

    it('give them to the next pool, with what that one works on', async () => {
      const [first] = await runIn(setup, 2);
      const next = await runIn(Promise.resolve(other), 2);
      expect(new Set(next.map(({ before }) => before))).toEqual(new Set([1]));
      expect(next.map((answer) => answer.setup)).toEqual([other, other]);
      expect(next.map(({ threadId }) => threadId)).toContain(first.threadId);
    });

    it('start no more of them than the pool may have', async () => {
      await runIn(setup, 2);
      const next = await runIn(other);
      expect(next.map(({ before }) => before)).toEqual([1, 2]);
    });

    it('give each to one pool at a time', async () => {
      await runIn(setup);
      const [one, two] = [createKept(setup, 1), createKept(other, 1)];
      const answers = await Promise.all([run('featureChunk', one), run('featureChunk', two)]);
      expect(answers.map((answer) => answer.setup)).toEqual([setup, other]);
      expect(answers[0].threadId).not.toBe(answers[1].threadId);
      await Promise.all([one.close(), two.close()]);
    });

    it('end those that are at a task when their pool closes', async () => {
      const [{ threadId }] = await runIn(setup);
      const kept = createKept(setup, 1);
      void run('joinDuplicates', kept);
      await kept.close();
      expect((await runIn(other))[0].threadId).not.toBe(threadId);
    });

    it('are closed once each thread has closed what it had open', async () => {
      const closed = new Int32Array(new SharedArrayBuffer(4));
      await runIn({ closed } as unknown as TaskSetup);
      expect(closed[0]).toBe(1);
    });

    it('ask nothing of them for a pool that is closed', async () => {
      const kept = createKept(setup, 1);
      await run('featureChunk', kept);
      await kept.close();
      void run('featureChunk', kept);
      expect(await runIn(other)).toMatchObject([{ before: 1 }, { before: 2 }]);
    });

    it('give them nothing of a pool that is closed before it is known what it works on', async () => {
      await runIn(other);
      let begin: (setup: TaskSetup) => void = () => undefined;
      const kept = createKept(new Promise((resolve) => (begin = resolve)), 1, 1);
      await kept.close();
      const next = createKept(other, 1);
      const first = run('featureChunk', next);
      begin(setup);
      await first;
      expect(await run('mesoChunk', next)).toMatchObject({ setup: other, before: 3 });
      await next.close();
    });

    it('keep none of a pool of which one died', async () => {
      const kept = createKept(setup, 2);
      const both = await Promise.all([run('featureChunk', kept), run('mesoChunk', kept)]);
      await expect(run('countTerms', kept)).rejects.toThrow(/ended/);
      await kept.close();
      const next = await runIn(other, 2);
      for (const { threadId } of both) {
        expect(next.map((answer) => answer.threadId)).not.toContain(threadId);
      }
    });
  });
});
