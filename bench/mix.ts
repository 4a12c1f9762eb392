import { join } from 'node:path';
import { defaultSettings } from '../src/engine/defaultSettings.ts';
import { runJob } from '../src/engine/runJob.ts';
import { withSyntheticFiles } from './withSyntheticFiles.ts';

// Mixtures of two files at 11 ratios, 5 draws each, any generated rows and close ones:
// mix [ROWS] [BYTES_PER_ROW] [RUNS] [THREADS]: two synthetic files of one source
// mix GENERATED REAL [RUNS] [THREADS]: two files

const [first = '10000', second = '500', runs = '3', threads = '2'] = process.argv.slice(2);

const fileAt = (path: string) => ({ source: { kind: 'file', path }, selection: {} }) as const;

if (Number(first) > 0) {
  void withSyntheticFiles({ rows: first, bytesPerRow: second, seeds: [1, 2] }, measure);
} else void measure(first, second);

async function measure(generated: string, real: string): Promise<void> {
  for (let run = 0; run < Number(runs); run++) await mixOnce(generated, real);
}

async function mixOnce(generated: string, real: string): Promise<void> {
  const startMs = performance.now();
  const cpuAtStart = process.cpuUsage();
  const seconds = () => ((performance.now() - startMs) / 1000).toFixed(1);
  let firstPoint: string | undefined;
  const phases = new Map<string, string>();
  const { result } = runJob(
    'exploreMix',
    {
      dataset: fileAt(generated),
      reference: fileAt(real),
      settings: defaultSettings,
      threads: Number(threads),
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
