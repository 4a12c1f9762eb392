import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defaultSettings } from '../src/engine/defaultSettings.ts';
import { runJob } from '../src/engine/runJob.ts';
import { writeSyntheticFile } from './writeSyntheticFile.ts';

// Mixtures of two files at 11 ratios, 5 draws each, any generated rows and close ones:
// mix [ROWS] [BYTES_PER_ROW] [RUNS] [THREADS]: two synthetic files of one source; mix GENERATED REAL [RUNS] [THREADS]: two files

if (process.argv[2] === '--write') void write();
else void main();

async function write(): Promise<void> {
  const [path, rowCount, size, seed] = process.argv.slice(3);
  await writeSyntheticFile(path!, Number(rowCount), Number(size), Number(seed));
}

async function main(): Promise<void> {
  const [first = '10000', second = '500', runs = '3', threads = '2'] = process.argv.slice(2);
  const folder = mkdtempSync(join(tmpdir(), 'strata-bench-'));
  const synthetic = (seed: number) => {
    const path = join(folder, `${seed}.jsonl`);
    execFileSync(process.execPath, [__filename, '--write', path, first, second, `${seed}`]);
    return path;
  };
  try {
    const isSynthetic = Number(first) > 0;
    const [generated, real] = isSynthetic ? [synthetic(1), synthetic(2)] : [first, second];
    const fileOf = (path: string) => ({ source: { kind: 'file' as const, path }, selection: {} });
    for (let run = 0; run < Number(runs); run++)
      await measure(fileOf(generated), fileOf(real), Number(threads));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type File = Parameters<typeof runJob<'exploreMix'>>[1]['dataset'];

async function measure(dataset: File, reference: File, threads: number): Promise<void> {
  const startMs = performance.now();
  const cpuAtStart = process.cpuUsage();
  const seconds = () => ((performance.now() - startMs) / 1000).toFixed(1);
  let firstPoint: string | undefined;
  const phases = new Map<string, string>();
  const { result } = runJob(
    'exploreMix',
    {
      dataset,
      reference,
      settings: defaultSettings,
      threads,
      assetsFolder: join(__dirname, '..', 'media'),
    },
    {
      onProgress: ({ phase }) => phases.set(phase, seconds()),
      onUpdate: ({ type }) => {
        if (type === 'point') firstPoint ??= seconds();
      },
    },
  );
  const { mixing } = await result;
  const cpu = process.cpuUsage(cpuAtStart);
  console.log(
    `${mixing.plan.size} rows a mixture, ${mixing.curves.all.verdict.code}; ${seconds()} s, first point after ${firstPoint} s, ` +
      `processor time ${((cpu.user + cpu.system) / 1e6).toFixed(1)} s, ` +
      `peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB; ` +
      Array.from(phases, ([phase, end]) => `${phase} until ${end} s`).join(', '),
  );
}
