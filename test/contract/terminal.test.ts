import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/engine/report.ts';
import type { Selection } from '../../src/engine/select/selection.ts';
import type { ThinPlace } from '../../src/engine/thinPlaces.ts';

interface Thin {
  readonly places: readonly ThinPlace[];
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const cli = join(root, 'dist/cli.js');
const example = join(root, 'examples/support-generated.jsonl');

function strata(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

let onAllThreads: ReturnType<typeof strata> | undefined;
const exampleAsJson = () => (onAllThreads ??= strata('inspect', example, '--json'));

describe('the terminal program', { timeout: 120_000 }, () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'strata-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('gives the same bytes for the same file, whatever the number of threads', () => {
    const [one, three] = ['1', '3'].map((threads) =>
      strata('inspect', example, '--json', '--threads', threads),
    );
    expect(one!.status).toBe(0);
    expect(three!.stdout).toBe(one!.stdout);
    expect(exampleAsJson().stdout).toBe(one!.stdout);
  });

  it('gives the same report for many chunks on any number of threads', () => {
    const path = join(folder, 'long.jsonl');
    const lines = Array.from({ length: 6000 }, (_, row) =>
      JSON.stringify({
        instruction: `Explain item ${row % 700} of list ${row % 13} in ${row % 29} words.`,
        output: `Item ${row} is ${'part of the list '.repeat(40 + (row % 50))}and ends here.`,
      }),
    );
    writeFileSync(path, `${lines.join('\n')}\n`);
    const reports = ['1', '2', '5'].map(
      (threads) => strata('inspect', path, '--json', '--threads', threads).stdout,
    );
    expect(reports[0]).toContain('"schemaVersion": 1');
    expect(reports[1]).toBe(reports[0]);
    expect(reports[2]).toBe(reports[0]);
  }, 120_000);

  it('chooses the same rows on any number of threads, and writes them byte for byte', () => {
    const target = join(folder, 'chosen.jsonl');
    const words = ['select', example, '--size', '40', '--by', 'facility-location', '--json'];
    const [one, three] = ['1', '3'].map((threads) =>
      strata(...words, '--out', target, '--threads', threads),
    );
    expect(one!.status).toBe(0);
    expect(three!.stdout).toBe(one!.stdout);
    const { chosen } = JSON.parse(one!.stdout) as Selection;
    const lines = readFileSync(example, 'utf8').split('\n');
    const expected = chosen.map(({ line }) => `${lines[line - 1]!}\n`).join('');
    expect(readFileSync(target, 'utf8')).toBe(expected);
    const manifest = JSON.parse(
      readFileSync(join(folder, 'chosen.manifest.json'), 'utf8'),
    ) as object;
    expect(manifest).toMatchObject({ chosen, settings: { size: 40 }, target });
  });

  it('says what is wrong with a choice, and never writes over the file', () => {
    const before = readFileSync(example);
    const over = strata('select', example, '--size', '5', '--by', 'random', '--out', example);
    expect(over.status).toBe(2);
    expect(over.stderr).toContain('never overwritten');
    expect(readFileSync(example).equals(before)).toBe(true);
    for (const [words, message] of [
      [['--size', '0', '--dry-run'], '--size takes a whole number from 1 on, not "0".'],
      [['--size', '5'], 'strata select needs --out FILE, or --dry-run'],
      [['--size', '5', '--dry-run', '--degree', '101'], '--degree takes a number from 0 to 100'],
      [['--size', '5', '--dry-run', '--by', 'luck'], '--by takes one of macro-instruction,'],
      [['--size', '5', '--dry-run', '--quota', 'tag'], '--quota takes tag=NAME:ROWS'],
      [['--size', '5', '--dry-run', '--weights', 'macro=-1'], '--weights takes macro='],
      [['--size', '5', '--dry-run', '--keep', 'x'], '--keep takes lines such as'],
    ] as const) {
      const { status, stderr } = strata('select', example, ...words);
      expect(stderr).toContain(message);
      expect(status).toBe(2);
    }
  });

  it('fills quotas of languages and of fields of the file', () => {
    const rows = readFileSync(example, 'utf8')
      .split('\n')
      .flatMap((line) => {
        try {
          return [JSON.parse(line) as { messages: object[] }];
        } catch {
          return [];
        }
      });
    const isJapanese = ({ messages }: { messages: object[] }) =>
      /[\u3040-\u30ff]/.test(JSON.stringify(messages));
    const path = join(folder, 'sources.jsonl');
    const withSource = rows.map((row, at) => ({
      ...row,
      from: { source: at % 3 ? 'web' : 'desk' },
    }));
    writeFileSync(path, withSource.map((row) => `${JSON.stringify(row)}\n`).join(''));
    const choose = (...words: string[]) => {
      const { status, stdout, stderr } = strata(
        'select',
        path,
        '--size',
        '40',
        ...words,
        '--by',
        'random',
        '--dry-run',
        '--json',
      );
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const selection = JSON.parse(stdout) as Selection;
      return { ...selection, rows: selection.chosen.map(({ line }) => withSource[line - 1]!) };
    };
    const byLanguage = choose('--quota', 'language=ja:7');
    expect(byLanguage.rows.filter(isJapanese)).toHaveLength(7);
    expect(byLanguage.rows).toHaveLength(40);
    const bySource = choose('--quota', 'from.source=desk:11', '--quota', 'from.source=moon:5');
    expect(bySource.rows.filter(({ from }) => from.source === 'desk')).toHaveLength(11);
    expect(bySource.notes).toEqual(['The quota of 5 rows of from.source moon has only 0.']);
  });

  it('reads a reference whose fields are named otherwise', () => {
    const path = join(folder, 'otherwise.jsonl');
    const row = (at: number) => ({
      q: `Where is my parcel ${at}?`,
      a: `Parcel ${at} is late.`,
      kind: 'delivery',
    });
    writeFileSync(
      path,
      Array.from({ length: 30 }, (_, at) => `${JSON.stringify(row(at))}\n`).join(''),
    );
    const fields = [
      '--reference',
      path,
      '--reference-fields',
      'instruction=q,response=a,tags=kind',
    ];
    const words = ['--size', '10', '--by', 'combined', '--dry-run', '--json'];
    const selection = JSON.parse(
      strata('select', example, ...words, ...fields).stdout,
    ) as Selection;
    expect(selection.reference).toMatchObject({
      path,
      fields: { instruction: 'q', response: 'a', tags: 'kind' },
    });
    const { places } = JSON.parse(
      strata('thin', example, '--json', '--fields', 'tags=category', ...fields).stdout,
    ) as Thin;
    expect(places.filter(({ kind }) => kind === 'missing-tag')).toMatchObject([
      { names: ['delivery'], rows: 0, expected: 30 },
    ]);
    const stray = strata('thin', example, '--reference-fields', 'tags=kind');
    expect(stray).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(
        '--reference-fields is read with --reference FILE only',
      ) as string,
    });
  });

  it('lists where a data set is thin, and asks for rows there', () => {
    const listed = strata('thin', example);
    expect(listed).toMatchObject({ status: 0, stderr: '' });
    const { places } = JSON.parse(strata('thin', example, '--json').stdout) as Thin;
    expect(places[0]).toMatchObject({ kind: 'small-topic', rows: 12 });
    expect(listed.stdout).toContain(`1. topic with few rows: ${places[0]!.names[0]}`);
    const lines = readFileSync(example, 'utf8').split('\n');
    const last = places.at(-1)!;
    const prompt = strata('thin', example, '--prompt', String(places.length));
    expect(prompt.status).toBe(0);
    expect(prompt.stdout).toContain(last.names[0]);
    for (const line of last.lines) expect(prompt.stdout).toContain(lines[line - 1]!);
    expect(strata('thin', example, '--prompt', String(places.length + 1))).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(`the file has ${places.length}`) as string,
    });
    const alike = join(folder, 'alike.jsonl');
    writeFileSync(alike, '{"instruction":"Say hello.","output":"Hello."}\n'.repeat(20));
    expect(strata('thin', alike)).toMatchObject({
      status: 0,
      stdout: 'No thin place was found.\n',
    });
  });

  it('compares two files to the same bytes on any number of threads, and readably', () => {
    const reference = join(root, 'examples/support-reference.jsonl');
    const [one, three] = ['1', '3'].map((threads) =>
      strata('compare', example, reference, '--json', '--threads', threads),
    );
    expect(one).toMatchObject({ status: 0, stderr: '' });
    expect(three!.stdout).toBe(one!.stdout);
    expect(JSON.parse(one!.stdout)).toMatchObject({
      schemaVersion: 1,
      verdict: { code: 'shifted' },
      dataset: { file: { path: example } },
    });
    const { status, stdout } = strata('compare', example, reference);
    expect(status).toBe(0);
    for (const words of ['Shifted:', 'MICRO', 'SHIFT', 'INVENTED', 'MISSING', 'WORDS', 'LEAKAGE']) {
      expect(stdout).toContain(words);
    }
    expect(stdout).not.toContain('\u001b');
    expect(strata('compare', example)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('takes two files, but got 1') as string,
    });
    expect(strata('compare', example, join(folder, 'none.jsonl'))).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('Reference:') as string,
    });
  });

  it('prints a report that holds what docs/report.md promises', () => {
    const report = JSON.parse(exampleAsJson().stdout) as Report;
    expect(report.schemaVersion).toBe(1);
    expect(report.file).toMatchObject({ path: example, shape: 'messages' });
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

  it('prints a readable report, without colour codes into a pipe, and times on request', () => {
    const { status, stdout, stderr } = strata('inspect', example, '--timings');
    expect(status).toBe(0);
    for (const word of ['MACRO', 'MESO', 'MICRO', 'NEAR-DUPLICATES', 'OFF-DISTRIBUTION', '█']) {
      expect(stdout).toContain(word);
    }
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toMatch(/micro +\d+ ms/);
  });

  it('reads the fields that it is told to read', () => {
    const path = join(folder, 'fields.jsonl');
    writeFileSync(path, '{"q":{"text":"Ask me."},"a":"Answer one.","k":"x"}\n'.repeat(3));
    const { stdout } = strata(
      'inspect',
      path,
      '--json',
      '--fields',
      'instruction=q.text,response=a,tags=k',
    );
    const { fields } = JSON.parse(stdout) as Report;
    expect(fields).toMatchObject({ instruction: 'q.text', response: 'a', tags: 'k' });
  });

  it.each([
    [['inspect'], /needs a file/],
    [['inspect', 'no-such-file.jsonl'], /no-such-file\.jsonl/],
    [['inspect', root], /folder|directory/],
    [['inspect', example, '--threads', 'x'], /--threads/],
    [['constellate'], /Unknown command "constellate"; the commands are: inspect/],
    [['--json', 'inspect', example], /Unknown command/],
  ])('ends with status 2 and one clear sentence for %j', (words, message) => {
    const { status, stdout, stderr } = strata(...words);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it('explains figures in both languages, and lists them', () => {
    expect(strata('explain', 'MTLD').stdout).toMatch(/^MTLD +mtld\n +Means /u);
    expect(strata('explain', 'mtld', '--language', 'ja').stdout).toContain('意味');
    expect(strata('explain').stdout.split('\n').length).toBeGreaterThan(40);
    expect(strata('explain', 'no such figure')).toMatchObject({ status: 2, stdout: '' });
    expect(strata('explain', 'mtld', '--language', 'xx').status).toBe(2);
  });

  it('tells its version and its words', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
    };
    expect(strata('--version').stdout).toBe(`${version}\n`);
    for (const words of [[], ['help'], ['--help'], ['-h']]) {
      expect(strata(...words)).toMatchObject({ status: 0, stderr: '' });
      expect(strata(...words).stdout).toContain('  inspect ');
    }
    expect(strata('inspect', '--help').stdout).toMatch(/^strata inspect FILE/);
  });
});
