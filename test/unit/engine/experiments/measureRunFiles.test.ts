import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { defaultSettings } from '../../../../src/engine/defaultSettings.ts';
import {
  measureRunFiles,
  type MeasureRunsUpdate,
} from '../../../../src/engine/jobs/measureRunFiles.ts';
import { inlineEnvironment } from '../../../support/inlineEnvironment.ts';

const rows = Array.from({ length: 30 }, (_, row) => ({
  instruction: `Describe number ${row} of the ${row % 2 ? 'birds' : 'ships'} in a sentence.`,
  output: `It is number ${row}, and it is seen from the ${row % 3 ? 'shore' : 'hill'}.`,
}));
const jsonLines = rows.map((row) => `${JSON.stringify(row)}\n`);
const csv = ['instruction,output', ...rows.map((row) => `"${row.instruction}","${row.output}"`)];

let folder: string;
let updates: MeasureRunsUpdate[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strata-test-'));
  writeFileSync(join(folder, 'plain.jsonl'), jsonLines.join(''));
  writeFileSync(join(folder, 'table.csv'), csv.join('\n'));
  writeFileSync(join(folder, 'packed.jsonl.gz'), gzipSync(jsonLines.join('')));
  writeFileSync(join(folder, 'cut.jsonl.gz'), gzipSync(jsonLines.join('')).subarray(0, 60));
  mkdirSync(join(folder, 'shards'));
  writeFileSync(join(folder, 'shards', 'a.jsonl'), jsonLines.slice(0, 12).join(''));
  writeFileSync(join(folder, 'shards', 'b.jsonl'), jsonLines.slice(12).join(''));
  updates = [];
  const names = ['plain.jsonl', 'table.csv', 'packed.jsonl.gz', 'shards', 'cut.jsonl.gz', 'gone'];
  await measureRunFiles(
    {
      text: ['data,score', ...names.map((name) => `${name},1`)].join('\n'),
      folder,
      selection: {},
      settings: defaultSettings,
      threads: 1,
      assetsFolder: fileURLToPath(new URL('../../../../media', import.meta.url)),
    },
    { ...inlineEnvironment(), onUpdate: (update: MeasureRunsUpdate) => updates.push(update) },
  );
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const cellsOf = (name: string) => {
  const update = updates.find(({ data }) => data === name);
  return update && 'measured' in update ? update.measured.run.cells : undefined;
};

it.each(['table.csv', 'packed.jsonl.gz', 'shards'])('%s has the figures of its records', (name) => {
  const plain = cellsOf('plain.jsonl');
  expect(plain?.['micro-response']).toMatch(/^\d/);
  expect(cellsOf(name)).toEqual(plain);
});

it('says what is wrong with a data set, and measures the others', () => {
  const wrong = updates.flatMap((update) => ('error' in update ? [update] : []));
  expect(wrong).toMatchObject([{ data: 'cut.jsonl.gz', line: 6 }]);
  expect(updates).toHaveLength(5);
});
