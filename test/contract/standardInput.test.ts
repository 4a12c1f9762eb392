import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Report } from '../../src/engine/report.ts';
import { cli, strata, strataOn } from '../support/strata.ts';

const jsonLines = Array.from(
  { length: 40 },
  (_, at) => `${JSON.stringify({ text: `Please explain item ${at % 31} of list ${at % 7}.` })}\n`,
).join('');

describe('the terminal program on its standard input', () => {
  let folder: string;
  /** Where it is spooled: nothing may stay in it. */
  let temporary: string;
  const path = (name: string) => join(folder, name);
  /** In pieces that end anywhere. */
  const piped = (bytes: Buffer) =>
    Readable.from([bytes.subarray(0, 7), bytes.subarray(7, 100), bytes.subarray(100)]);
  const pipedLines = () => piped(Buffer.from(jsonLines));

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'strata-test-'));
    temporary = mkdtempSync(join(tmpdir(), 'strata-test-'));
    for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary);
    writeFileSync(path('rows.jsonl'), jsonLines);
  });
  afterAll(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
    rmSync(temporary, { recursive: true });
  });

  it('inspects what is piped into it as it does the file', { tags: 'slow' }, async () => {
    const ofFile = await strata('inspect', path('rows.jsonl'), '--json');
    const { status, stdout, stderr } = await strataOn(pipedLines(), 'inspect', '-', '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const { file, ...report } = JSON.parse(stdout) as Report;
    const { file: named, ...expected } = JSON.parse(ofFile.stdout) as Report;
    expect(report).toEqual(expected);
    expect(file).toEqual({ ...named, path: 'standard input' });
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('names it in both languages', async () => {
    const english = await strataOn(pipedLines(), 'inspect', '-');
    expect(english.stdout).toMatch(/^standard input\n40 rows/u);
    const japanese = await strataOn(pipedLines(), 'inspect', '-', '--language', 'ja');
    expect(japanese.stdout).toMatch(/^標準入力\n/u);
  });

  it('writes reports of it, with excerpts of its rows', async () => {
    const target = path('report.html');
    const words = ['--report', target, '--with-texts'];
    const { status } = await strataOn(pipedLines(), 'inspect', '-', ...words);
    expect(status).toBe(0);
    const report = readFileSync(target, 'utf8');
    expect(report).toContain('Please explain item ');
    expect(report).not.toContain(temporary);
  });

  it('unpacks it where it is compressed', async () => {
    const target = path('packed.html');
    const words = ['inspect', '-', '--json', '--report', target];
    const { status, stdout } = await strataOn(piped(gzipSync(jsonLines)), ...words);
    expect(status).toBe(0);
    expect((JSON.parse(stdout) as Report).file).toMatchObject({ path: 'standard input', rows: 40 });
    expect(readFileSync(target, 'utf8')).toContain('standard input');
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('compares it with a file, and holds its figures to limits', { tags: 'slow' }, async () => {
    const compared = await strataOn(pipedLines(), 'compare', '-', path('rows.jsonl'), '--json');
    expect(compared.status).toBe(0);
    expect(JSON.parse(compared.stdout)).toMatchObject({
      dataset: { file: { path: 'standard input' } },
    });
    writeFileSync(path('strata.json'), '{"checks": {"file.rows": {"min": 41}}}');
    const config = ['--config', path('strata.json'), '--format', 'json'];
    const checked = await strataOn(pipedLines(), 'check', '-', ...config);
    expect(checked.status).toBe(1);
    expect(JSON.parse(checked.stdout)).toMatchObject({ file: 'standard input' });
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('says in one sentence why it cannot be read, and leaves nothing behind', async () => {
    const terminal = Object.assign(Readable.from([]), { isTTY: true });
    const broken = Readable.from(
      (function* () {
        yield Buffer.from(jsonLines);
        throw Object.assign(new Error('read EIO'), { code: 'EIO', syscall: 'read' });
      })(),
    );
    for (const [input, said] of [
      [terminal, /^strata: Standard input is a terminal: pipe JSON lines .*\nRun strata inspect/u],
      [Readable.from([]), /^strata: standard input is empty: it holds no rows\.\n$/u],
      [broken, /^strata: standard input could not be read \(.+\)\.\n$/u],
      [piped(Buffer.from('no JSON\n'.repeat(30))), /^strata: The file has no usable row\./u],
    ] as const) {
      const { status, stderr } = await strataOn(input, 'inspect', '-');
      expect(status).toBe(2);
      expect(stderr).toMatch(said);
    }
    expect(readdirSync(temporary)).toEqual([]);
  });

  it.skipIf(process.platform === 'win32')('says where there is no room for it', async () => {
    vi.stubEnv('TMPDIR', path('none'));
    const { status, stderr } = await strataOn(pipedLines(), 'inspect', '-');
    vi.stubEnv('TMPDIR', temporary);
    expect({ status, stderr }).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/^strata: The rows could not be unpacked/u) as string,
    });
  });

  it.skipIf(process.platform === 'win32')('removes it when it is ended meanwhile', async () => {
    for (const [signal, code] of [
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const) {
      const child = spawn(process.execPath, [cli, 'inspect', '-'], {
        stdio: ['pipe', 'ignore', 'ignore'],
      });
      child.stdin.write(jsonLines);
      while (readdirSync(temporary).length === 0) await new Promise((next) => setTimeout(next, 20));
      child.kill(signal);
      expect(await once(child, 'exit')).toEqual([code, null]);
      expect(readdirSync(temporary)).toEqual([]);
    }
  });
});
