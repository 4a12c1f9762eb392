import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/engine/report.ts';
import { cli, example, root, spawnStrata, strata } from '../support/strata.ts';

const small = join(root, 'test/fixtures/workspace/support.jsonl');

describe('the terminal program', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'strata-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('says of every line of a file of broken ones what is wrong', async () => {
    const path = join(folder, 'broken.jsonl');
    writeFileSync(path, '{"text": }\n\n[1]\n{"text": ""}\n');
    const { status, stdout, stderr } = await strata('inspect', path, '--json');
    expect(status).toBe(2);
    const places = [...stderr.matchAll(/^ +line (\d+)/gm)].map(([, line]) => Number(line));
    expect(places).toEqual([1, 3, 4]);
    const { error } = JSON.parse(stdout) as { error: Record<string, unknown> };
    expect(error).toMatchObject({
      code: 'no-usable-row',
      rowErrorCount: 3,
      rowErrors: [
        { line: 1, column: 10, code: 'invalid-json' },
        { line: 3, code: 'not-an-object' },
        { line: 4, code: 'no-text' },
      ],
    });
  });

  it(
    'ends with its own status, and writes its files, where nobody reads what it prints',
    { tags: 'slow' },
    async () => {
      const config = join(folder, 'limits.json');
      writeFileSync(config, '{"checks": {"file.rows": {"min": 1000000}}}');
      const report = join(folder, 'unread.md');
      const statusOf = async (...words: readonly string[]) => {
        const child = spawn(process.execPath, [cli, ...words], {
          stdio: ['ignore', 'pipe', 'ignore'],
        });
        child.stdout.destroy();
        const [status] = (await once(child, 'exit')) as [number];
        return status;
      };
      expect(await statusOf('check', small, '--config', config)).toBe(1);
      expect(await statusOf('inspect', small, '--report', report)).toBe(0);
      expect(readFileSync(report, 'utf8')).toMatch(/^# /);
    },
  );

  const utf16 = Buffer.from('\ufeff{"text":"a"}\n', 'utf16le');
  it.each([
    ['blank lines', ' \n\n', 'no-usable-row'],
    ['one array', '[{"text":"a"},{"text":"b"}]', 'no-usable-row'],
    ['line ends of CR alone', '{"text":"a"}\r{"text":"b"}\r', 'no-usable-row'],
    ['nothing', '', 'empty-file'],
    ['a byte-order mark', '\ufeff', 'empty-file'],
    ['UTF-16', utf16, 'utf-16'],
    ['no JSON under its name', 'hello', 'unusable-input', 'fault.json'],
    ['no file', undefined, 'file-not-found'],
  ])('prints as JSON what is wrong with %s', async (_, content, code, name = 'fault.jsonl') => {
    const path = join(folder, name);
    rmSync(path, { force: true });
    if (content !== undefined) writeFileSync(path, content);
    const { status, stdout, stderr } = await strata('inspect', path, '--json');
    expect(status).toBe(2);
    const { error } = JSON.parse(stdout) as { error: { code: string; message: string } };
    expect(error).toEqual({ code, message: expect.any(String) as string });
    expect(stderr).toBe(`strata: ${error.message}\n`);
    expect(readFileSync(join(root, 'docs/report.md'), 'utf8')).toContain(`\`${code}\``);
  });

  it(
    'gives the same bytes for the same file, whatever the number of threads',
    { tags: 'slow' },
    async () => {
      const words = ['inspect', example, '--json'];
      const { status, stdout } = spawnStrata([...words, '--threads', '3']);
      expect(status).toBe(0);
      expect(stdout).toBe((await strata(...words)).stdout);
    },
  );

  it(
    'gives the same report for many chunks on any number of threads',
    { tags: 'slow' },
    async () => {
      const path = join(folder, 'long.jsonl');
      // 3 MB, which are read in three chunks; most of it is no text. All other work is cut into slices in any case.
      const lines = Array.from({ length: 500 }, (_, row) =>
        JSON.stringify({
          instruction: `Explain item ${row % 230} of list ${row % 13} in ${row % 29} words.`,
          output: `Item ${row} is ${'part of the list '.repeat(row % 5)}and ends here.`,
          trace: '0123456789'.repeat(570),
        }),
      );
      writeFileSync(path, `${lines.join('\n')}\n`);
      const words = ['inspect', path, '--json'];
      const { stdout } = spawnStrata([...words, '--threads', '5']);
      expect(stdout).toContain('"schemaVersion": 1');
      expect(stdout).toBe((await strata(...words)).stdout);
    },
  );

  it(
    'compares two files to the same bytes on any number of threads, and readably',
    { tags: 'slow' },
    async () => {
      const reference = join(root, 'examples/support-reference.jsonl');
      const asked = ['compare', example, reference];
      const three = spawnStrata([...asked, '--json', '--threads', '3']);
      expect(three).toMatchObject({ status: 0, stderr: '' });
      expect(three.stdout).toBe((await strata(...asked, '--json')).stdout);
      expect(JSON.parse(three.stdout)).toMatchObject({
        schemaVersion: 1,
        verdict: { code: 'shifted' },
        dataset: { file: { path: example } },
      });
      const { status, stdout } = await strata(...asked);
      expect(status).toBe(0);
      for (const words of [
        'Shifted:',
        'MICRO',
        'SHIFT',
        'INVENTED',
        'MISSING',
        'WORDS',
        'LEAKAGE',
      ]) {
        expect(stdout).toContain(words);
      }
      expect(stdout).not.toContain('\u001b');
      expect(await strata('compare', example)).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('takes two files, but got 1') as string,
      });
      expect(await strata('compare', example, join(folder, 'none.jsonl'))).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('Reference:') as string,
      });
    },
  );

  it('prints a report that holds what docs/report.md promises', async () => {
    const report = JSON.parse((await strata('inspect', small, '--json')).stdout) as Report;
    expect(report.schemaVersion).toBe(1);
    expect(report.file).toMatchObject({ path: small, shape: 'messages' });
    for (const level of ['macro', 'meso', 'micro'] as const) {
      for (const field of ['instruction', 'response', 'whole'] as const) {
        expect(report.levels[level][field]).toMatchObject({
          rows: expect.any(Number) as number,
          sampleCoverage: expect.any(Number) as number,
          hill: {
            q0: expect.any(Number) as number,
            q1: expect.any(Number) as number,
            q2: expect.any(Number) as number,
          },
        });
      }
    }
    expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/);
  });

  it('prints a readable report, without colour codes into a pipe, and times on request', async () => {
    const { status, stdout, stderr } = spawnStrata(['inspect', small, '--timings']);
    expect(status).toBe(0);
    for (const word of ['MACRO', 'MESO', 'MICRO', 'NEAR-DUPLICATES', 'OFF-DISTRIBUTION', '█']) {
      expect(stdout).toContain(word);
    }
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toMatch(/micro +\d+ ms/);
    const japanese = (await strata('inspect', small, '--language', 'ja')).stdout;
    for (const word of ['マクロ', 'メソ', 'ミクロ', 'ほぼ重複', '分布外の行', '█']) {
      expect(japanese).toContain(word);
    }
  });

  it('reads the fields that it is told to read', async () => {
    const path = join(folder, 'fields.jsonl');
    writeFileSync(path, '{"q":{"text":"Ask me."},"a":"Answer one.","k":"x"}\n'.repeat(3));
    const { stdout } = await strata(
      'inspect',
      path,
      '--json',
      '--fields',
      'instruction=q.text,response=a,tags=k',
    );
    const { fields } = JSON.parse(stdout) as Report;
    expect(fields).toMatchObject({ instruction: 'q.text', response: 'a', tags: 'k' });
  });

  it('says of a field that it is told to read and that no row has', async () => {
    const path = join(folder, 'unread.jsonl');
    writeFileSync(path, '{"question":"What is it?","answer":"A test."}\n');
    const { status, stderr } = await strata('inspect', path, '--fields', 'instruction=qestion');
    expect(status).toBe(0);
    expect(stderr).toBe(
      'strata: No row has text in “qestion”, the field named as instruction: none is measured.\n',
    );
  });

  it.each([
    [['inspect'], /needs a file/],
    [['inspect', 'no-such-file.jsonl'], /no-such-file\.jsonl/],
    [['inspect', root], /folder|directory/],
    [['inspect', example, '--threads', 'x'], /--threads/],
    [['constellate'], /Unknown command "constellate"; the commands are: inspect/],
    [['--json', 'inspect', example], /Unknown command/],
  ])('ends with status 2 and one clear sentence for %j', async (words, message) => {
    const { status, stdout, stderr } = await strata(...words);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('names the help of the command that the words are of', async () => {
    expect((await strata('inspect', example, '--colour')).stderr).toBe(
      "strata: Unknown option '--colour'.\nRun strata inspect --help for the words it takes.\n",
    );
    expect((await strata('--language', 'ja', 'mix', '--farbe')).stderr).toContain(
      'strata mix --help --language ja',
    );
    expect((await strata('inspekt')).stderr).toMatch(/\nRun strata --help for the words it takes/u);
  });

  it.each([
    ['en', 'its links lead in a circle'],
    ['ja', 'リンクが循環しています'],
  ])('says in words why a file cannot be read (%s)', (language, words) => {
    const path = join(folder, 'circle.jsonl');
    rmSync(path, { force: true });
    symlinkSync(path, path);
    const { status, stderr } = spawnStrata(['inspect', path, '--language', language]);
    expect(status).toBe(2);
    expect(stderr).toContain(words);
    expect(stderr).not.toMatch(/\bE[A-Z]{3,}\b/u);
  });

  it.each([
    ['en', 'Links left out, as they lead to no file: circle.jsonl, gone.jsonl.'],
    ['ja', 'リンク先がファイルでないため除外したリンク: circle.jsonl'],
  ])('names links of a folder that lead to no file (%s)', async (language, words) => {
    const shards = join(folder, `shards-${language}`);
    mkdirSync(shards);
    writeFileSync(join(shards, 'rows.jsonl'), '{"text":"a b c"}\n');
    symlinkSync('nowhere.jsonl', join(shards, 'gone.jsonl'));
    symlinkSync('circle.jsonl', join(shards, 'circle.jsonl'));
    const { status, stdout, stderr } = await strata('inspect', shards, '--language', language);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain(words);
  });

  it('says in words that the folder for temporary files cannot be used', () => {
    const path = join(folder, 'rows.csv');
    writeFileSync(path, 'text\na\n');
    const { status, stderr } = spawnSync(process.execPath, [cli, 'inspect', path], {
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: join(folder, 'none'), TEMP: join(folder, 'none') },
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(
      /^strata: The rows could not be unpacked .*: no such file or folder\.\n$/u,
    );
  });

  it('says of a fault that nobody foresaw one sentence', () => {
    const path = join(folder, 'lost.cjs');
    writeFileSync(path, "setTimeout(() => { throw new TypeError('lost') });");
    const words = ['--require', path, cli, 'inspect', example];
    const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toMatch(/^strata: Strata met a fault .*: lost \(lost\.cjs:\d+:\d+\)\n$/u);
  });

  it('explains figures in both languages, and lists them', async () => {
    expect((await strata('explain', 'MTLD')).stdout).toMatch(/^MTLD +mtld\n +Means /u);
    expect(spawnStrata(['explain', 'mtld', '--language', 'ja']).stdout).toContain('意味');
    expect((await strata('explain')).stdout.split('\n').length).toBeGreaterThan(40);
    expect(spawnStrata(['explain', 'no such figure'])).toMatchObject({ status: 2, stdout: '' });
    expect((await strata('explain', 'mtld', '--language', 'xx')).status).toBe(2);
  });

  it('tells its version and its words', async () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(spawnStrata(['--version']).stdout).toBe(`${version}\n`);
    for (const words of [[], ['help'], ['--help'], ['-h']]) {
      expect(await strata(...words)).toMatchObject({
        status: 0,
        stdout: expect.stringContaining('  inspect ') as string,
        stderr: '',
      });
    }
    expect((await strata('inspect', '--help')).stdout).toMatch(/^strata inspect FILE/);
    expect((await strata('help', 'mix')).stdout).toMatch(/^strata mix GENERATED REAL/);
    expect((await strata('help', 'mixx')).stderr).toMatch(/^strata: Unknown command "mixx"/);
    expect(spawnStrata([]).stdout).toBe((await strata()).stdout);
  });
});
