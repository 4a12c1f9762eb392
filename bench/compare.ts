import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultSettings } from '../src/engine/defaultSettings.ts';
import { runJob } from '../src/engine/runJob.ts';
import { writeSyntheticFile } from './writeSyntheticFile.ts';

// Two synthetic files of one source compared, map included: compare [ROWS] [BYTES_PER_ROW] [RUNS] [THREADS]

const [rows = '10000', bytesPerRow = '500', runs = '3', threads = '2'] = process.argv.slice(2);

if (process.argv[2] === '--write') void write();
else void main();

async function write(): Promise<void> {
  const [path, rowCount, size, seed] = process.argv.slice(3);
  await writeSyntheticFile(path!, Number(rowCount), Number(size), Number(seed));
}

async function main(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'strata-bench-'));
  const fileOf = (seed: number) => {
    const path = join(folder, `${seed}.jsonl`);
    execFileSync(process.execPath, [__filename, '--write', path, rows, bytesPerRow, `${seed}`]);
    return { source: { kind: 'file' as const, path }, selection: {} };
  };
  try {
    const files = { dataset: fileOf(1), reference: fileOf(2) };
    for (let run = 0; run < Number(runs); run++) {
      const startMs = performance.now();
      const cpuAtStart = process.cpuUsage();
      const { result } = runJob(
        'compareFiles',
        {
          ...files,
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
  } finally {
    rmSync(folder, { recursive: true });
  }
}
