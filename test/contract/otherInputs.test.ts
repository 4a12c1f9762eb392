import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isMeasured, type Report } from '../../src/engine/report.ts';
import type { Selection } from '../../src/engine/select/selection.ts';
import { cli, spawnStrata, strata } from '../support/strata.ts';
import { writeParquet } from '../support/writeParquet.ts';

const texts = Array.from(
  { length: 60 },
  (_, at) =>
    `Please explain item ${at} of list ${at % 7} to ${['a child', 'a judge', 'me'][at % 3]!}.`,
);
texts[41] = texts[7]!;
const jsonLines = texts.map((text) => `${JSON.stringify({ text })}\n`);
const hillOf = ({ micro: { whole } }: Report['levels']) => isMeasured(whole) && whole.hill;
const csv = `text\n${texts.map((text) => `"${text}"\n`).join('')}`;

describe('the terminal program on other formats', () => {
  let folder: string;
  /** Where the program unpacks: nothing may stay in it. */
  let temporary: string;
  const path = (name: string) => join(folder, name);
  const inspect = async (name: string) => {
    const { status, stdout, stderr } = await strata('inspect', path(name), '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    return JSON.parse(stdout) as Report;
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'strata-test-'));
    temporary = mkdtempSync(join(tmpdir(), 'strata-test-'));
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary);
    mkdirSync(path('shards'));
    writeFileSync(path('plain.jsonl'), jsonLines.join(''));
    writeFileSync(path('table.csv'), csv);
    writeFileSync(path('table.csv.gz'), gzipSync(csv));
    writeFileSync(
      path('array.json'),
      `[\n${texts.map((text) => JSON.stringify({ text })).join(',\n')}\n]`,
    );
    writeFileSync(
      path('rows.parquet'),
      writeParquet([{ name: 'text', type: 'STRING', data: texts }]),
    );
    writeFileSync(path('shards/part-2.jsonl'), jsonLines.slice(0, 40).join(''));
    writeFileSync(path('shards/part-10.jsonl'), jsonLines.slice(40).join(''));
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
    rmSync(temporary, { recursive: true });
  });

  it('inspects them to the same levels, and leaves nothing behind', { tags: 'slow' }, async () => {
    const { levels } = await inspect('plain.jsonl');
    const duplicates: Record<string, unknown> = {};
    for (const name of ['table.csv', 'table.csv.gz', 'array.json', 'rows.parquet', 'shards']) {
      const report = await inspect(name);
      expect(report.levels.micro.whole, name).toMatchObject({ hill: hillOf(levels) });
      expect(report.file.rows).toBe(texts.length);
      duplicates[name] = report.nearDuplicates.exactClusters[0]?.lines;
    }
    expect(duplicates).toEqual({
      'table.csv': [9, 43],
      'table.csv.gz': [9, 43],
      'array.json': [9, 43],
      'rows.parquet': [8, 42],
      shards: [8, 42],
    });
    expect(readdirSync(temporary)).toEqual([]);
  });

  it(
    'names shard and line for a person, and in the forms for pipelines',
    { tags: 'slow' },
    async () => {
      const { stdout } = await strata('inspect', path('shards'));
      expect(stdout).toContain('part-2.jsonl (jsonl) has lines 1 to 40, which are its lines');
      expect(stdout).toContain(
        'lines 8 (part-2.jsonl:8), 42 (part-10.jsonl:2), keep 8 (part-2.jsonl:8)',
      );
      expect(spawnStrata(['inspect', path('rows.parquet')]).stdout).toContain(
        'parquet · its records, counted from 1',
      );
      const config = path('strata.json');
      writeFileSync(config, '{"checks":{"file.rows":{"min":1}}}');
      const inShards = ['check', path('shards'), '--config', config];
      const github = await strata(...inShards, '--format', 'github');
      expect(github).toMatchObject({ status: 0, stderr: '' });
      expect(github.stdout).toMatch(
        /::warning file=[^,]*part-2\.jsonl,line=8,title=exact-duplicate/u,
      );
      const inParquet = ['check', path('rows.parquet'), '--config', config];
      const sarif = await strata(...inParquet, '--format', 'sarif');
      const log = JSON.parse(sarif.stdout) as {
        runs: { results: { ruleId: string; locations: object[] }[] }[];
      };
      const found = log.runs[0]!.results.find(({ ruleId }) => ruleId === 'exact-duplicate');
      expect(found?.locations[0]).not.toHaveProperty('physicalLocation.region');
      expect(readdirSync(temporary)).toEqual([]);
    },
  );

  it('chooses from them, and writes JSON lines of the records', { tags: 'slow' }, async () => {
    const target = path('chosen.jsonl');
    const words = ['select', path('table.csv.gz'), '--size', '9', '--by', 'random', '--json'];
    const { status, stdout } = await strata(...words, '--out', target);
    expect(status).toBe(0);
    const { chosen } = JSON.parse(stdout) as Selection;
    const expected = chosen.map(({ line }) => jsonLines[line - 2]!).join('');
    expect(readFileSync(target, 'utf8')).toBe(expected);
    const over = await strata(
      'select',
      path('shards'),
      '--size',
      '9',
      '--by',
      'random',
      '--out',
      path('shards/part-2.jsonl'),
    );
    expect(over).toMatchObject({ status: 2 });
    expect(over.stderr).toContain('never overwritten');
    expect(readFileSync(path('shards/part-2.jsonl'), 'utf8')).toBe(jsonLines.slice(0, 40).join(''));
  });

  it('compares, tracks and thins them', { tags: 'slow' }, async () => {
    const compared = await strata('compare', path('shards'), path('rows.parquet'), '--json');
    expect(compared).toMatchObject({ status: 0, stderr: '' });
    expect(JSON.parse(compared.stdout)).toMatchObject({
      leakage: { rows: { dataset: 60 } },
      dataset: { file: { parts: [{ path: 'part-2.jsonl' }, { path: 'part-10.jsonl' }] } },
      reference: { file: { parts: [{ format: 'parquet' }] } },
    });
    const tracked = spawnStrata(['track', path('array.json'), path('table.csv'), '--json']);
    expect(tracked.status).toBe(0);
    const thin = await strata('thin', path('table.csv'), '--json');
    expect(thin).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('writes a report with the hash of each file', { tags: 'slow' }, async () => {
    const target = path('report.json');
    const words = ['inspect', path('shards'), '--json', '--report', target];
    expect((await strata(...words)).status).toBe(0);
    const { inputs } = JSON.parse(readFileSync(target, 'utf8')) as {
      inputs: { path: string; sha256: string }[];
    };
    expect(inputs.map((input) => input.path)).toEqual([
      `${path('shards')}/part-2.jsonl`,
      `${path('shards')}/part-10.jsonl`,
    ]);
    for (const { sha256 } of inputs) expect(sha256).toMatch(/^[\da-f]{64}$/u);
  });

  it('ends with one sentence where a file cannot be read', async () => {
    writeFileSync(path('cut.jsonl.gz'), gzipSync(csv).subarray(0, 40));
    const { status, stderr } = await strata('inspect', path('cut.jsonl.gz'));
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^strata: .*cut\.jsonl\.gz is cut off: its gzip data end too early\.\n$/u,
    );
    expect(readdirSync(temporary)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('removes what it unpacked when it is ended', async () => {
    writeFileSync(path('long.csv'), `text\n${csv.slice(5).repeat(3_000)}`);
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const) {
      const child = spawn(process.execPath, [cli, 'inspect', path('long.csv')], {
        stdio: 'ignore',
      });
      while (readdirSync(temporary).length === 0) await new Promise((next) => setTimeout(next, 20));
      child.kill(signal);
      const ended = await new Promise<number | null>((resolve) => child.once('exit', resolve));
      expect(ended).toBe(code);
      expect(readdirSync(temporary)).toEqual([]);
    }
  });

  it.skipIf(process.platform === 'win32')(
    'removes what it unpacked when it is interrupted while nobody reads on',
    { tags: 'slow' },
    async () => {
      // What is said of so many broken rows is more than a pipe holds.
      writeFileSync(path('printed.csv'), csv + 'too,many\n'.repeat(1_500));
      const child = spawn(process.execPath, [cli, 'inspect', path('printed.csv'), '--json'], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      await once(child.stdout, 'readable');
      child.kill('SIGINT');
      const [status] = (await once(child, 'exit')) as [number | null];
      expect(status).toBe(130);
      expect(readdirSync(temporary)).toEqual([]);
    },
  );
});
