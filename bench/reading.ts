import { createReadStream, statSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { openBytes } from '../src/data/byteReader.ts';
import { planFields } from '../src/data/fieldPlan.ts';
import { indexLines } from '../src/data/lineIndex.ts';
import { readRows } from '../src/data/readRows.ts';
import { textViews } from '../src/data/textViews.ts';
import { sampleRecords } from '../src/engine/sampleRecords.ts';
import { withSyntheticFiles } from './withSyntheticFiles.ts';

// Reading and finding fields in one thread, against what a program without it would do: readline and JSON.parse.
// reading ROWS [BYTES_PER_ROW] [RUNS]

const [rows = '200000', bytesPerRow = '500', runs = '5'] = process.argv.slice(2);

void withSyntheticFiles({ rows, bytesPerRow }, async (path) => {
  const megabytes = statSync(path).size / 1e6;
  for (let run = 0; run < Number(runs); run++) {
    const ours = await secondsOf(() => readWithStrata(path));
    const baseline = await secondsOf(() => readWithReadline(path));
    console.log(
      `${megabytes.toFixed(0)} MB: ${(megabytes / ours).toFixed(0)} MB/s; ` +
        `readline and JSON.parse ${(megabytes / baseline).toFixed(0)} MB/s; ratio ${(baseline / ours).toFixed(2)}`,
    );
  }
});

async function secondsOf(work: () => unknown): Promise<number> {
  const startMs = performance.now();
  await work();
  return (performance.now() - startMs) / 1000;
}

function readWithStrata(path: string): number {
  const reader = openBytes({ kind: 'file', path });
  const { lineStarts, lineCount } = indexLines(reader);
  const plan = planFields(sampleRecords(reader, lineStarts, 1), {});
  let units = 0;
  readRows(reader, lineStarts, 0, lineCount, {
    onRow(_line, record) {
      const views = textViews(record, plan);
      units += (views?.instruction?.length ?? 0) + (views?.response?.length ?? 0);
    },
    onError: () => undefined,
    onWarning: () => undefined,
    onBlank: () => undefined,
  });
  reader.close();
  return units;
}

async function readWithReadline(path: string): Promise<number> {
  let units = 0;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const row = JSON.parse(line) as { instruction: string; output: string };
    units += row.instruction.length + row.output.length;
  }
  return units;
}
