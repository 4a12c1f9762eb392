import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { createCancelFlag } from '../src/engine/cancellation.ts';
import type { LineRange } from '../src/engine/chunks.ts';
import { defaultSettings } from '../src/engine/defaultSettings.ts';
import { forEachRow } from '../src/engine/forEachRow.ts';
import { inOrder } from '../src/engine/inOrder.ts';
import { withDataset, type OpenDataset } from '../src/engine/openDataset.ts';
import { serveTasks } from '../src/engine/serveTasks.ts';
import { sharedColumnBuilder } from '../src/engine/sharedColumn.ts';
import type { TaskContext } from '../src/engine/taskContext.ts';
import { CONTAINMENT } from '../src/engine/tasks/joinDuplicates.ts';
import { workerTaskPools } from '../src/engine/workerTaskPools.ts';
import { containedRows } from '../src/metrics/flags/containedRows.ts';
import { distinctSets } from '../src/metrics/flags/distinctSets.ts';
import { fuzzyJoin } from '../src/metrics/flags/fuzzyJoin.ts';
import { SIMILARITY_FLOOR } from '../src/metrics/flags/similarPairsToFloor.ts';
import { createShingler } from '../src/metrics/text/shingles.ts';
import { createTokenBuffer } from '../src/metrics/text/tokenBuffer.ts';
import { tokenColumnBuilder, type TokenColumn } from '../src/metrics/text/tokenColumn.ts';
import { withSyntheticFiles } from './withSyntheticFiles.ts';

// The exact join alone, from bytes to pairs, and the search for contained rows, in the engine's threads. An inspection does
// the same, and more with each row that it reads: nearDuplicates ROWS [BYTES_PER_ROW] [SHINGLE_TOKENS] [THRESHOLD] [THREADS]

interface ShingleParams extends LineRange {
  readonly shingleTokens: number;
}

interface JoinParams {
  readonly shingles: TokenColumn;
  readonly threshold: number;
}

const tasks = {
  shingleRows(context: TaskContext, { shingleTokens, ...range }: ShingleParams): TokenColumn {
    const tokens = createTokenBuffer();
    const shingler = createShingler(shingleTokens);
    const column = tokenColumnBuilder();
    forEachRow(context, range, ({ instruction, response }) => {
      for (const text of [instruction, response]) {
        tokens.read(text ?? '');
        shingler.add(tokens);
      }
      shingler.endRow(column.pushAll);
      column.endRow();
    });
    return column.build();
  },
  joinRows({ isCancelled }: TaskContext, { shingles, threshold }: JoinParams): string {
    const { first, equalSets } = fuzzyJoin(shingles, threshold, { isCancelled });
    return `${first.length} pairs, ${equalSets.length} groups of equal sets`;
  },
  findContained({ isCancelled }: TaskContext, { shingles, threshold }: JoinParams): string {
    const sets = distinctSets(shingles, Math.min(SIMILARITY_FLOOR, threshold));
    const startMs = performance.now();
    const { rows } = containedRows(sets, { ...CONTAINMENT, isCancelled });
    // An inspection joins the sets before: they are at hand.
    return `${rows.length} contained rows, looked for in ${msSince(startMs)}`;
  },
};

if (!isMainThread) serveTasks(tasks);
else void main();

async function main(): Promise<void> {
  const [rows = '50000', bytesPerRow = '370', ...rest] = process.argv.slice(2);
  const [shingleTokens = 5, threshold = 0.8, threads = 2] = rest.map(Number);
  await withSyntheticFiles({ rows, bytesPerRow }, async (path) => {
    console.log(
      `${rows} rows, ${(statSync(path).size / 1e6).toFixed(1)} MB, Jaccard ≥ ${threshold} on ` +
        `${shingleTokens}-token shingles, ${threads} threads`,
    );
    const startMs = performance.now();
    const request = {
      source: { kind: 'file', path },
      selection: {},
      settings: defaultSettings,
      threads,
      assetsFolder: join(__dirname, '..', 'media'),
    } as const;
    const environment = {
      cancelFlag: createCancelFlag(),
      createPool: workerTaskPools(__filename),
      onProgress: () => undefined,
    };
    await withDataset(request, environment, async (dataset) => {
      const run: RunTask = (name, params) => dataset.tasks.run(name as never, params as never);
      console.log(`lines found in ${msSince(startMs)}`);
      const shingles = await shingleAll(dataset, run, shingleTokens);
      console.log(`read and shingled after ${msSince(startMs)}, ${processorTime()}`);
      const found = await run('joinRows', { shingles, threshold });
      console.log(`joined after ${msSince(startMs)}, ${processorTime()}: ${found}`);
      console.log(peakMemory());
      console.log(await run('findContained', { shingles, threshold }));
    });
    console.log(peakMemory());
  });
}

type Tasks = typeof tasks;
type RunTask = <Name extends keyof Tasks>(
  name: Name,
  params: Parameters<Tasks[Name]>[1],
) => Promise<ReturnType<Tasks[Name]>>;

async function shingleAll(
  { index, chunks }: OpenDataset,
  run: RunTask,
  shingleTokens: number,
): Promise<TokenColumn> {
  const shingles = sharedColumnBuilder(index.lineCount);
  const join = inOrder(shingles.add);
  await Promise.all(
    chunks.map(async (range, chunk) => {
      join(chunk, await run('shingleRows', { ...range, shingleTokens }));
    }),
  );
  return shingles.build();
}

function msSince(startMs: number): string {
  return `${(performance.now() - startMs).toFixed(0)} ms`;
}

/** Of all threads since the start of the process. */
function processorTime(): string {
  const { user, system } = process.cpuUsage();
  return `processor time ${((user + system) / 1e6).toFixed(1)} s`;
}

function peakMemory(): string {
  return `peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`;
}
