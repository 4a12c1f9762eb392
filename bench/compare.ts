import { join } from 'node:path';
import { defaultSettings } from '../src/engine/defaultSettings.ts';
import { runJob } from '../src/engine/runJob.ts';
import { withSyntheticFiles } from './withSyntheticFiles.ts';

// Two synthetic files of one source compared, map included: compare [ROWS] [BYTES_PER_ROW] [RUNS] [THREADS]

const [rows = '10000', bytesPerRow = '500', runs = '3', threads = '2'] = process.argv.slice(2);

const fileAt = (path: string) => ({ source: { kind: 'file', path }, selection: {} }) as const;

void withSyntheticFiles({ rows, bytesPerRow, seeds: [1, 2] }, async (dataset, reference) => {
  for (let run = 0; run < Number(runs); run++) await compareOnce(dataset, reference);
});

async function compareOnce(dataset: string, reference: string): Promise<void> {
  const startMs = performance.now();
  const cpuAtStart = process.cpuUsage();
  const { result } = runJob(
    'compareFiles',
    {
      dataset: fileAt(dataset),
      reference: fileAt(reference),
      settings: defaultSettings,
      threads: Number(threads),
      assetsFolder: join(__dirname, '..', 'media'),
      withMap: true,
    },
    {},
  );
  const { comparison } = await result;
  const cpu = process.cpuUsage(cpuAtStart);
  console.log(
    `${comparison.verdict.code}; ${((performance.now() - startMs) / 1000).toFixed(1)} s, ` +
      `processor time ${((cpu.user + cpu.system) / 1e6).toFixed(1)} s, ` +
      `peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`,
  );
}
