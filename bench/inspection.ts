import { statSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { defaultSettings } from '../src/engine/defaultSettings.ts';
import { runInspection } from '../src/engine/runInspection.ts';
import { withSyntheticFiles } from './withSyntheticFiles.ts';

// Whole inspections of synthetic files: when the first level is there, when all three are (with intervals), when the report
// is, how much memory the process takes at most, and for how long the calling thread (the extension host's, in the editor)
// was ever blocked.
// inspection ROWS [BYTES_PER_ROW] [RUNS] [THREADS]

const [rows = '50000', bytesPerRow = '500', runs = '5', threads = '2'] = process.argv.slice(2);

void withSyntheticFiles({ rows, bytesPerRow }, async (path) => {
  const megabytes = statSync(path).size / 1e6;
  console.log(
    `${rows} rows, ${megabytes.toFixed(1)} MB, ${threads} threads; Node ${process.version}, ` +
      `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown processor'}`,
  );
  for (let run = 0; run < Number(runs); run++) await inspectOnce(path);
});

async function inspectOnce(path: string): Promise<void> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const startMs = performance.now();
  const cpuAtStart = process.cpuUsage();
  let firstLevelMs: number | undefined;
  let levelsMs: number | undefined;
  delay.enable();
  const { result, map } = runInspection(
    {
      source: { kind: 'file', path },
      selection: {},
      settings: defaultSettings,
      threads: Number(threads),
      assetsFolder: join(__dirname, '..', 'media'),
      withMap: true,
    },
    {
      onPartial({ levels }) {
        const sinceStartMs = performance.now() - startMs;
        firstLevelMs ??= sinceStartMs;
        if (levels.micro && levels.meso && levels.macro) levelsMs ??= sinceStartMs;
      },
    },
  );
  const { timings } = await result;
  const totalMs = performance.now() - startMs;
  delay.disable();
  const cpu = process.cpuUsage(cpuAtStart);
  const phases = timings.map(({ phase, durationMs }) => `${phase} ${durationMs.toFixed(0)}`);
  const peakMiB = process.resourceUsage().maxRSS / 1024;
  // The map comes after the report; the next run is to begin where nothing else is under way.
  await map;
  const mapMs = performance.now() - startMs - totalMs;
  console.log(
    `first level ${firstLevelMs?.toFixed(0) ?? '–'} ms, all levels ${levelsMs?.toFixed(0) ?? '–'} ms, report ${totalMs.toFixed(0)} ms, ` +
      `processor time ${((cpu.user + cpu.system) / 1e6).toFixed(1)} s, peak memory ${peakMiB.toFixed(0)} MiB, ` +
      `caller blocked at most ${(delay.max / 1e6).toFixed(0)} ms; map ${mapMs.toFixed(0)} ms after the report; ${phases.join(', ')}`,
  );
}
