import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRunTable } from '../../src/data/runTable/readRunTable.ts';
import type { ColumnRole } from '../../src/data/runTable/runColumns.ts';
import type { Run } from '../../src/data/runTable/runTable.ts';
import type { ExperimentsReport } from '../../src/engine/experiments/experimentsReport.ts';
import type { Report } from '../../src/engine/report.ts';
import type { Selection } from '../../src/engine/select/selection.ts';
import type { ThinPlace } from '../../src/engine/thinPlaces.ts';
import type { LevelFigures } from '../../src/metrics/stats/levelFigures.ts';
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
        readFileSync(join(folder, 'chosen.manifest.json'), 'utf8'),
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
        [['--size', '5', '--dry-run', '--weights', 'macro=-1'], '--weights takes macro='],
        [['--size', '5', '--dry-run', '--keep', 'x'], '--keep takes lines such as'],
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
        'strata: The strategy meso-response goes by the responses, and no row of the file has one.\n',
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

  it(
    'plans the next runs, makes their data sets and puts them into the table, measured',
    { tags: 'slow' },
    async () => {
      const table = join(folder, 'runs.csv');
      const pool = join(folder, 'pool.jsonl');
      copyFileSync(example, pool);
      const words = ['experiments', table, '--plan', pool, '--size', '60', '--runs', '4'];
      const wanted = [...words, '--levels', 'micro-response,meso-instruction,meso-response'];
      const dry = await strata(...wanted, '--dry-run');
      expect(dry.status).toBe(0);
      expect(existsSync(table)).toBe(false);
      const { status, stdout, stderr } = spawnStrata(wanted);
      expect(status).toBe(0);
      expect(stderr).toContain(
        'the rows have tags, so meso-response says what meso-instruction says',
      );
      expect(stdout.match(/^pool-.*: 60 rows, /gm)).toHaveLength(4);
      const { columns, runs } = readRunTable(readFileSync(table, 'utf8'));
      const cellOf = (run: Run, role: ColumnRole) =>
        run.cells[columns.find((column) => column.role === role)!.place];
      expect(runs).toHaveLength(4);
      expect(dry.stdout.trimEnd().split('\n')).toEqual(runs.map((run) => cellOf(run, 'made-with')));
      const poolLines = readFileSync(pool, 'utf8').split('\n');
      for (const run of runs) {
        const path = join(folder, cellOf(run, 'data')!);
        const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
        expect(lines).toHaveLength(60);
        expect(poolLines.filter((line) => lines.includes(line)).length).toBeGreaterThanOrEqual(60);
        expect(existsSync(path.replace('.jsonl', '.manifest.json'))).toBe(true);
        expect([cellOf(run, 'common-rows'), cellOf(run, 'score')]).toEqual(['48', '']);
      }
      const last = runs.at(-1)!;
      const inspected = await strata(
        'inspect',
        join(folder, cellOf(last, 'data')!),
        '--json',
        '--set',
        'commonRows=48',
      );
      const { levels } = JSON.parse(inspected.stdout) as Report;
      const { atCommonRows } = levels.micro.response as LevelFigures;
      expect('q1' in atCommonRows && atCommonRows.q1.toPrecision(6)).toBe(
        Number(cellOf(last, 'micro-response')).toPrecision(6),
      );
      // Planned once more, nothing that is there is written over.
      expect((await strata(...wanted, '--dry-run')).stdout).toMatch(/--out pool-[^ ]+-2\.jsonl/);
    },
  );

  it('measures the data sets that a table of runs names', { tags: 'slow' }, async () => {
    const table = join(folder, 'bare.csv');
    copyFileSync(example, join(folder, 'one.jsonl'));
    const text = 'data,score\none.jsonl,1\nnot-there.jsonl,2\n';
    writeFileSync(table, text);
    const shown = spawnStrata(['experiments', table, '--json']);
    expect(shown.status).toBe(0);
    expect(shown.stderr).toContain('1 run without levels: the data set is not there');
    expect(shown.stderr).toContain('line 3: not-there.jsonl');
    const { columns } = JSON.parse(shown.stdout) as ExperimentsReport;
    expect(columns.find(({ role }) => role === 'micro-response')).toMatchObject({ runs: 1 });
    expect(readFileSync(table, 'utf8')).toBe(text);
    expect((await strata('experiments', table, '--fill')).status).toBe(0);
    expect(readFileSync(table, 'utf8')).toMatch(
      /^data,score,size,common-rows,macro-instruction,.*\none\.jsonl,1,\d+,\d+,[\d.]+,.*\nnot-there\.jsonl,2,,/,
    );
  });

  it.each([
    [['--plan', 'x.jsonl'], '--size takes a whole number from 20 on, not "".'],
    [['--size', '30'], '--size and --dry-run are read with --plan FILE only.'],
    [
      ['--plan', 'x.jsonl', '--size', '30', '--runs', '9'],
      '--runs takes a whole number from 4 to 8',
    ],
    [
      ['--plan', 'x.jsonl', '--size', '30', '--levels', 'nano'],
      '--levels takes macro-instruction,',
    ],
    [['--plan', 'no.jsonl', '--size', '30'], 'no.jsonl does not exist'],
    [['--plan', example, '--size', '5000'], 'data sets of 5000 rows cannot differ'],
  ])('says what is wrong with a plan: %j', async (words, message) => {
    const { status, stderr } = await strata('experiments', join(folder, 'none.csv'), ...words);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('worker thread');
    expect(status).toBe(2);
  });
});
