import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Selection } from '../../src/engine/select/selection.ts';
import type { ThinPlace } from '../../src/engine/thinPlaces.ts';
import { example, spawnStrata, strata } from '../support/strata.ts';

interface Thin {
  readonly places: readonly ThinPlace[];
}

describe('choosing rows in the terminal', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'strata-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  it(
    'chooses the same rows on any number of threads, and writes them byte for byte',
    { tags: 'slow' },
    async () => {
      const target = join(folder, 'chosen.jsonl');
      const words = ['select', example, '--size', '40', '--by', 'facility-location', '--json'];
      const inline = await strata(...words, '--dry-run');
      const three = spawnStrata([...words, '--out', target, '--threads', '3']);
      expect(three.status).toBe(0);
      expect(three.stdout).toBe(inline.stdout);
      const { chosen } = JSON.parse(three.stdout) as Selection;
      const lines = readFileSync(example, 'utf8').split('\n');
      const expected = chosen.map(({ line }) => `${lines[line - 1]!}\n`).join('');
      expect(readFileSync(target, 'utf8')).toBe(expected);
      const manifest = JSON.parse(
        readFileSync(join(folder, 'chosen.jsonl.manifest.json'), 'utf8'),
      ) as object;
      expect(manifest).toMatchObject({ chosen, settings: { size: 40 }, target });
    },
  );

  it(
    'says what is wrong with a choice, and never writes over the file',
    { tags: 'slow' },
    async () => {
      const before = readFileSync(example);
      const over = await strata(
        'select',
        example,
        '--size',
        '5',
        '--by',
        'random',
        '--out',
        example,
      );
      expect(over.status).toBe(2);
      expect(over.stderr).toContain('never overwritten');
      expect(readFileSync(example).equals(before)).toBe(true);
      for (const [words, message] of [
        [['--size', '0', '--dry-run'], '--size takes a whole number from 1 on, not "0".'],
        [['--size', '5'], 'strata select needs --out FILE, or --dry-run'],
        [['--size', '5', '--dry-run', '--degree', '101'], '--degree takes a number from 0 to 100'],
        [['--size', '5', '--dry-run', '--by', 'luck'], '--by takes macro-instruction,'],
        [['--size', '5', '--dry-run', '--quota', 'tag'], '--quota takes tag=NAME:ROWS'],
        [['--size', '5', '--dry-run', '--keep', 'x'], '--keep takes lines such as'],
        [['--size', '5', '--dry-run', '--out', example], 'never overwritten'],
        [['--size', '5', '--dry-run', '--out', join(folder, 'no', 'a')], 'there is no folder'],
        [['--size', '5', '--dry-run', '--out', 'a.csv'], '--out writes JSON lines'],
      ] as const) {
        const { status, stderr } = await strata('select', example, ...words);
        expect(stderr).toContain(message);
        expect(status).toBe(2);
      }
    },
  );

  it('fills quotas of languages and of fields of the file', { tags: 'slow' }, async () => {
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
    const choose = async (...words: string[]) => {
      const asked = ['select', path, '--size', '40', ...words, '--by', 'random', '--dry-run'];
      const { status, stdout, stderr } = await strata(...asked, '--json');
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const selection = JSON.parse(stdout) as Selection;
      return { ...selection, rows: selection.chosen.map(({ line }) => withSource[line - 1]!) };
    };
    const byLanguage = await choose('--quota', 'language=ja:7');
    expect(byLanguage.rows.filter(isJapanese)).toHaveLength(7);
    expect(byLanguage.rows).toHaveLength(40);
    const bySource = await choose(
      '--quota',
      'from.source=desk:11',
      '--quota',
      'from.source=moon:5',
    );
    expect(bySource.rows.filter(({ from }) => from.source === 'desk')).toHaveLength(11);
    expect(bySource.notes).toEqual(['The quota of 5 rows of from.source moon has only 0.']);
  });

  it('is clear about files that cannot give what is asked for', { tags: 'slow' }, async () => {
    const write = (name: string, rows: readonly object[]) => {
      const path = join(folder, name);
      writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
      return path;
    };
    const choose = (path: string, ...words: string[]) =>
      strata('select', path, '--dry-run', ...words);
    const texts = write(
      'texts.jsonl',
      Array.from({ length: 12 }, (_, at) => ({ text: `Only a text, number ${at}.` })),
    );
    const larger = await choose(texts, '--size', '500', '--by', 'k-centre');
    expect(larger).toMatchObject({ status: 0, stderr: '' });
    expect(larger.stdout).toContain('note: Only 12 of the 500 rows asked for could be chosen.');
    expect(await choose(texts, '--size', '5', '--by', 'meso-response')).toMatchObject({
      status: 2,
      stdout: '',
      stderr:
        'strata: The strategy meso-response goes by the responses, and no row of the file has one. Others, such as facility-location, go by whole rows.\n',
    });
    const alike = write(
      'same.jsonl',
      Array.from({ length: 12 }, () => ({ instruction: 'Say it.', output: 'It.', tags: ['say'] })),
    );
    for (const by of ['macro-response', 'meso-instruction', 'facility-location', 'combined']) {
      const { status, stdout } = await choose(alike, '--size', '5', '--by', by, '--json');
      expect(status, by).toBe(0);
      expect((JSON.parse(stdout) as Selection).chosen, by).toHaveLength(5);
    }
    const none = await choose(alike, '--size', '5', '--by', 'random', '--drop', '1-');
    expect(none).toMatchObject({
      status: 2,
      stderr: 'strata: No row of the file can be chosen.\n',
    });
  });

  it('reads a reference whose fields are named otherwise', { tags: 'slow' }, async () => {
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
    const chosen = await strata('select', example, ...words, ...fields);
    const selection = JSON.parse(chosen.stdout) as Selection;
    expect(selection.reference).toMatchObject({
      path,
      fields: { instruction: 'q', response: 'a', tags: 'kind' },
    });
    const thin = await strata('thin', example, '--json', '--fields', 'tags=category', ...fields);
    const { places } = JSON.parse(thin.stdout) as Thin;
    expect(places.filter(({ kind }) => kind === 'missing-tag')).toMatchObject([
      { names: ['delivery'], rows: 0, expected: 30 },
    ]);
    const stray = await strata('thin', example, '--reference-fields', 'tags=kind');
    expect(stray).toMatchObject({
      status: 2,
      stderr: expect.stringContaining(
        '--reference-fields is read with --reference FILE only',
      ) as string,
    });
  });

  it('lists where a data set is thin, and asks for rows there', { tags: 'slow' }, async () => {
    const listed = spawnStrata(['thin', example]);
    expect(listed).toMatchObject({ status: 0, stderr: '' });
    const { places } = JSON.parse((await strata('thin', example, '--json')).stdout) as Thin;
    expect(places[0]!.kind).toBe('small-topic');
    expect(places[0]!.rows).toBeLessThan(places[0]!.expected! / 2);
    expect(listed.stdout).toContain(`1. topic with few rows: ${places[0]!.names[0]}`);
    const lines = readFileSync(example, 'utf8').split('\n');
    const last = places.at(-1)!;
    const prompt = await strata('thin', example, '--prompt', String(places.length));
    expect(prompt.status).toBe(0);
    expect(prompt.stdout).toContain(last.names[0]);
    for (const line of last.lines) expect(prompt.stdout).toContain(lines[line - 1]!);
    expect(await strata('thin', example, '--prompt', String(places.length + 1))).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining(`the file has ${places.length}`) as string,
    });
    const alike = join(folder, 'alike.jsonl');
    writeFileSync(alike, '{"instruction":"Say hello.","output":"Hello."}\n'.repeat(20));
    expect(await strata('thin', alike)).toMatchObject({
      status: 0,
      stdout: 'No thin place was found.\n',
    });
  });
});
