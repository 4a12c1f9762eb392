import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBytes } from '../src/data/byteReader.ts';
import { indexLines } from '../src/data/lineIndex.ts';
import { readRows } from '../src/data/readRows.ts';
import { containedRows } from '../src/metrics/flags/containedRows.ts';
import { distinctSets } from '../src/metrics/flags/distinctSets.ts';
import { fuzzyJoin } from '../src/metrics/flags/fuzzyJoin.ts';
import { createShingler } from '../src/metrics/text/shingles.ts';
import { createTokenBuffer } from '../src/metrics/text/tokenBuffer.ts';
import { tokenColumnBuilder, type TokenColumn } from '../src/metrics/text/tokenColumn.ts';
import { writeSyntheticFile } from './writeSyntheticFile.ts';

// The exact join in one thread, from bytes to pairs, and the search for contained rows:
// nearDuplicates ROWS [BYTES_PER_ROW] [SHINGLE_TOKENS] [THRESHOLD]

const [rows = '50000', bytesPerRow = '370', shingleTokens = '5', threshold = '0.8'] =
  process.argv.slice(2);

if (process.argv[2] === '--write') {
  const [path, rowCount, size] = process.argv.slice(3);
  void writeSyntheticFile(path!, Number(rowCount), Number(size));
} else main();

function main(): void {
  const folder = mkdtempSync(join(tmpdir(), 'strata-bench-'));
  const path = join(folder, 'rows.jsonl');
  try {
    // In a process of its own: what making the rows costs is not the join's.
    execFileSync(process.execPath, [__filename, '--write', path, rows, bytesPerRow]);
    console.log(
      `${rows} rows, ${(statSync(path).size / 1e6).toFixed(1)} MB, Jaccard ≥ ${threshold} on ${shingleTokens}-token shingles`,
    );
    const shingles = timed('read and shingled', () => readShingles(path));
    const { first, equalSets } = timed('joined', () => fuzzyJoin(shingles, Number(threshold)));
    console.log(`${first.length} pairs, ${equalSets.length} groups of equal sets, ${peakMemory()}`);
    const distinct = distinctSets(shingles, Math.min(0.5, Number(threshold)));
    const contained = timed('looked for contained rows', () =>
      containedRows(distinct, { threshold: 0.9, minSize: 8 }),
    );
    console.log(`${contained.rows.length} contained rows, ${peakMemory()}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readShingles(path: string): TokenColumn {
  const reader = openBytes({ kind: 'file', path });
  const { lineStarts, lineCount } = indexLines(reader);
  const column = tokenColumnBuilder();
  const shingler = createShingler(Number(shingleTokens));
  const tokens = createTokenBuffer();
  readRows(reader, lineStarts, 0, lineCount, {
    onRow: (_, record) => {
      for (const text of [record['instruction'], record['output']]) {
        if (typeof text !== 'string') continue;
        tokens.read(text);
        shingler.add(tokens);
      }
      shingler.pushRow(column);
      column.endRow();
    },
    onError: () => undefined,
    onWarning: () => undefined,
    onBlank: () => undefined,
  });
  reader.close();
  return column.build();
}

function timed<Result>(name: string, work: () => Result): Result {
  const startMs = performance.now();
  const cpuAtStart = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(cpuAtStart);
  console.log(
    `${name} in ${(performance.now() - startMs).toFixed(0)} ms, processor time ${((user + system) / 1000).toFixed(0)} ms`,
  );
  return result;
}

function peakMemory(): string {
  return `peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`;
}
