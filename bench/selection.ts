import { join } from 'node:path';
import { defaultSettings } from '../src/engine/defaultSettings.ts';
import { runJob } from '../src/engine/runJob.ts';
import { DEFAULT_SELECT_SETTINGS, STRATEGIES } from '../src/engine/select/selection.ts';
import { withSyntheticFiles } from './withSyntheticFiles.ts';

// node bench/run.mjs selection ROWS BYTES_PER_ROW SIZE [STRATEGY…]: choices of SIZE rows by each strategy, two threads.

const [rows = 100_000, bytesPerRow = 500, size = 10_000] = process.argv.slice(2, 5).map(Number);
const asked = process.argv.slice(5);

void withSyntheticFiles({ rows, bytesPerRow }, async (path) => {
  for (const strategy of STRATEGIES.filter((name) => asked.length === 0 || asked.includes(name))) {
    const before = process.cpuUsage();
    const start = performance.now();
    const times = new Map<string, number>();
    const { selection } = await runJob(
      'selectRows',
      {
        source: { kind: 'file', path },
        selection: {},
        settings: defaultSettings,
        threads: 2,
        assetsFolder: join(__dirname, '..', 'media'),
        select: { ...DEFAULT_SELECT_SETTINGS, strategy, size, degree: 50 },
      },
      { onProgress: ({ phase }) => times.set(phase, performance.now() - start) },
    ).result;
    const { user, system } = process.cpuUsage(before);
    const phases = [...times].map(([phase, ms]) => `${phase} ${(ms / 1000).toFixed(1)}`).join(', ');
    console.log(
      `${strategy.padEnd(18)} ${selection.chosen.length} of ${selection.candidates} rows, processor ${((user + system) / 1e6).toFixed(1)} s, wall ${((performance.now() - start) / 1000).toFixed(1)} s; done by: ${phases}`,
    );
  }
});
