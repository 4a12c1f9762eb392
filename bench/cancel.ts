import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { defaultSettings } from '../src/engine/defaultSettings.ts';
import { runInspection } from '../src/engine/runInspection.ts';
import { withSyntheticFiles } from './withSyntheticFiles.ts';

// How soon a cancelled inspection of a synthetic file says so, and when the last of its threads is gone, at moments spread
// over as long as a whole one takes. Linux only. cancel [ROWS] [BYTES_PER_ROW] [MOMENTS]

const [rows = '50000', bytesPerRow = '500', moments = '8'] = process.argv.slice(2);

const threads = (): number => readdirSync('/proc/self/task').length;

void withSyntheticFiles({ rows, bytesPerRow }, async (path) => {
  const startMs = performance.now();
  await inspect(path).result;
  const wholeMs = performance.now() - startMs;
  // Without a count: Node itself starts threads that stay.
  await cancelledAfter(path, 500, Infinity);
  await sleep(2_000);
  const idle = threads();
  for (let moment = 1; moment <= Number(moments); moment++) {
    const afterMs = (wholeMs * moment) / (Number(moments) + 1);
    const times = await cancelledAfter(path, afterMs, idle);
    console.log(
      times
        ? `cancelled after ${afterMs.toFixed(0)} ms: said after ${times.saidMs.toFixed(0)} ms, threads gone after ${times.goneMs.toFixed(0)} ms`
        : `done before ${afterMs.toFixed(0)} ms`,
    );
  }
});

function inspect(path: string) {
  return runInspection(
    {
      source: { kind: 'file', path },
      selection: {},
      settings: defaultSettings,
      threads: 2,
      assetsFolder: join(__dirname, '..', 'media'),
    },
    {},
  );
}

/** Undefined where the inspection ended before that. */
async function cancelledAfter(path: string, afterMs: number, idleThreads: number) {
  const running = inspect(path);
  const cancelledAt = running.result.then(
    () => undefined,
    () => performance.now(),
  );
  await sleep(afterMs);
  const startMs = performance.now();
  running.cancel();
  const saidAt = await cancelledAt;
  if (saidAt === undefined) return undefined;
  while (threads() > idleThreads) await sleep(5);
  return { saidMs: saidAt - startMs, goneMs: performance.now() - startMs };
}
