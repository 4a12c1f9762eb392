import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaultSettings } from '../src/engine/defaultSettings.ts';
import { runInspection } from '../src/engine/runInspection.ts';
import { withSyntheticFiles } from './withSyntheticFiles.ts';

// How soon a cancelled inspection of a synthetic file says so, and when the last of its threads is gone, at moments spread
// over the inspection. Linux only. cancel [ROWS] [BYTES_PER_ROW] [MOMENTS] [LAST_MOMENT_MS]

const [rows = '50000', bytesPerRow = '500', moments = '8', lastMs = '12000'] =
  process.argv.slice(2);

const threads = (): number => readdirSync('/proc/self/task').length;

void withSyntheticFiles({ rows, bytesPerRow }, async (path) => {
  // First without a count: Node itself starts threads that stay.
  await cancelledAfter(path, 500, Infinity);
  await sleep(2_000);
  const idle = threads();
  for (let moment = 1; moment <= Number(moments); moment++) {
    const afterMs = (moment * Number(lastMs)) / Number(moments);
    const { saidMs, goneMs } = await cancelledAfter(path, afterMs, idle);
    console.log(
      `cancelled after ${afterMs.toFixed(0)} ms: said after ${saidMs.toFixed(0)} ms, threads gone after ${goneMs.toFixed(0)} ms`,
    );
  }
});

async function cancelledAfter(path: string, afterMs: number, idleThreads: number) {
  const running = runInspection(
    {
      source: { kind: 'file', path },
      selection: {},
      settings: defaultSettings,
      threads: 2,
      assetsFolder: join(__dirname, '..', 'media'),
    },
    {},
  );
  const ended = running.result.then(
    () => {
      throw new Error(`done before ${afterMs} ms`);
    },
    () => performance.now(),
  );
  await sleep(afterMs);
  const startMs = performance.now();
  running.cancel();
  const saidMs = (await ended) - startMs;
  while (threads() > idleThreads) await sleep(5);
  return { saidMs, goneMs: performance.now() - startMs };
}
