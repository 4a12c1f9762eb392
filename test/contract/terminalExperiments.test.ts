import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRunTable } from '../../src/data/runTable/readRunTable.ts';
import type { ColumnRole } from '../../src/data/runTable/runColumns.ts';
import type { Run } from '../../src/data/runTable/runTable.ts';
import type { ExperimentsReport } from '../../src/engine/experiments/experimentsReport.ts';
import type { Report } from '../../src/engine/report.ts';
import type { LevelFigures } from '../../src/metrics/stats/levelFigures.ts';
import { example, spawnStrata, strata } from '../support/strata.ts';

describe('strata experiments', () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'strata-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

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
        expect(existsSync(`${path}.manifest.json`)).toBe(true);
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

  it(
    'fills no table whose letters it would lose, and keeps a byte-order mark',
    { tags: 'slow' },
    async () => {
      const table = join(folder, 'marked.csv');
      copyFileSync(example, join(folder, 'set.jsonl'));
      const latin = Buffer.from('data,score,note\nset.jsonl,1,Gr\u00fc\u00dfe\n', 'latin1');
      writeFileSync(table, latin);
      for (const words of [['--fill'], ['--plan', example, '--size', '30']]) {
        const { status, stderr } = await strata('experiments', table, ...words);
        expect(stderr).toContain('is not UTF-8: it has the byte 0xFC at offset 30.');
        expect(status).toBe(2);
        expect(readFileSync(table).equals(latin)).toBe(true);
      }
      writeFileSync(table, '\ufeffdata,score,note\nset.jsonl,1,Gr\u00fc\u00dfe\n');
      expect((await strata('experiments', table, '--fill')).status).toBe(0);
      expect(readFileSync(table, 'utf8')).toMatch(
        /^\ufeffdata,score,note,size.*\nset.jsonl,1,Gr\u00fc\u00dfe,/,
      );
    },
  );

  it('never fills a table that is one of the data sets it names, or a file of one', async () => {
    const table = join(folder, 'self.csv');
    for (const data of ['self.csv', '.', `../${basename(folder)}/self.csv`]) {
      const text = `data,score\n${data},1\n`;
      writeFileSync(table, text);
      const { status, stderr } = await strata('experiments', table, '--fill');
      expect(stderr).toContain('self.csv is a file that is read here');
      expect(status).toBe(2);
      expect(readFileSync(table, 'utf8')).toBe(text);
    }
    rmSync(table);
  });

  it.each([
    ['a column of scores', 'data,macro-instruction\na,1\n'],
    ['a column of a level', 'data,score\nnone.jsonl,1\n'],
    ['quotation marks that end', '"score,macro-instruction\n1,2\n'],
  ])('is refused a table without %s', async (_, text) => {
    const table = join(folder, 'no-table.csv');
    writeFileSync(table, text);
    const { status, stdout } = await strata('experiments', table);
    expect(stdout).toContain('✗');
    expect(status).toBe(2);
    expect((await strata('experiments', table, '--json')).status).toBe(2);
  });

  it('waits for scores', async () => {
    const table = join(folder, 'no-scores.csv');
    writeFileSync(table, 'macro-instruction,score\n1,\n2,\n3,\n');
    expect((await strata('experiments', table)).status).toBe(0);
  });

  it.each([
    [['--plan', 'x.jsonl'], 'strata experiments --plan FILE needs --size N, the number of rows.'],
    [['--plan', 'x.jsonl', '--size', '19'], '--size takes a whole number from 20 on, not "19".'],
    [['--size', '30'], ' and --dry-run are read with --plan FILE only.'],
    [
      ['--levels', 'micro-response'],
      '--levels, --seed and --dry-run are read with --plan FILE only.',
    ],
    [['--plan', 'x.jsonl', '--fill'], '--fill measures runs and --plan makes new ones'],
    [
      ['--plan', 'x.jsonl', '--size', '30', '--runs', '9'],
      '--runs takes a whole number from 4 to 8',
    ],
    [
      ['--plan', 'x.jsonl', '--size', '30', '--levels', 'nano'],
      '--levels takes macro-instruction,',
    ],
    [['--plan', 'no.jsonl', '--size', '30'], 'no.jsonl does not exist'],
    [['--plan', example, '--size', '5000'], 'data sets of 5,000 rows cannot differ'],
  ])('says what is wrong with a plan: %j', async (words, message) => {
    const { status, stderr } = await strata('experiments', join(folder, 'none.csv'), ...words);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('worker thread');
    expect(status).toBe(2);
  });
});
