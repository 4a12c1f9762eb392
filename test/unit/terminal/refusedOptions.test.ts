import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { strata } from '../../support/strata.ts';

const combined = ['select', 'a', '--size', '5', '--dry-run', '--by', 'combined'];

it.each([
  [['inspect', 'a', '--embedding-field='], '--embedding-field needs a value.'],
  [['experiments', 'a', '--plan', ''], '--plan needs a value.'],
  [['check', 'a', '--baseline='], '--baseline needs a value.'],
  [['thin', 'a', '--reference', ''], '--reference needs a value.'],
  [['compare', '', 'b'], 'The name of a file is empty.'],
  [['compare', 'a', 'b', '--set', 'seed=1', '--set', 'seed=1'], '--set names seed twice.'],
  [['track', 'a', 'b', '--threads', '1', '--threads', '2'], '--threads is given twice.'],
  [['mix', 'a', 'b', '--seed', '1', '--seed=1'], '--seed is given twice.'],
  [['mix', 'a', 'b', '--order', 'files'], '--close and --order need --ratio R'],
  [['select', 'a', '--dry-run'], 'strata select needs --size N, the number of rows.'],
  [
    ['select', 'a', '--size', '5', '--dry-run', '--weights', 'macro=1'],
    '--weights is read by --by combined only.',
  ],
  [
    ['select', 'a', '--size', '5', '--dry-run', '--reference', 'b'],
    '--reference is read by --by combined only.',
  ],
  [[...combined, '--reference', ''], '--reference needs a value.'],
  [[...combined, '--weights', 'macro=-1'], '--weights takes macro='],
  [[...combined, '--weights', 'macro=1,meso=2,macro=1'], '--weights names macro twice.'],
  [[...combined, '--weights', 'macro=1', '--weights', 'macro=1'], '--weights names macro twice.'],
  [[...combined, '--degree', '5'], 'by the strategies of a level only, not by combined.'],
  [[...combined, '--quota', 'tag=a:1', '--quota', 'tag=a:2'], '--quota names tag=a twice.'],
  [
    ['select', 'a', '--size', '5', '--dry-run', '--keep', '1-9999', '--drop', '12,3'],
    'Line 3 is in --keep and in --drop: a line is either kept or dropped.',
  ],
  ...['x.csv', 'x.JSON', 'x.jsonl.gz', 'x.zst'].map((name): [string[], string] => [
    ['select', 'a', '--size', '5', '--out', name],
    `--out writes JSON lines, not compressed: give a name that ends with .jsonl, not "${name}".`,
  ]),
  [
    ['mix', 'a', 'b', '--ratio', '5', '--out', 'x.parquet'],
    'give a name that ends with .jsonl, not "x.parquet".',
  ],
  [['thin', 'a', '--prompt', '0'], '--prompt takes a whole number from 1 on, not "0".'],
  [['thin', 'a', '--prompt', '1e0'], '--prompt takes a whole number from 1 on, not "1e0".'],
  [['thin', 'a', '--prompt', '1', '--json'], '--prompt is printed as text: leave --json out.'],
  [['check', 'a', '--config', 'b', '--config', 'c'], '--config is given twice.'],
])('refuses %j in one sentence', async (words, message) => {
  const { status, stdout, stderr } = await strata(...words);
  expect(stderr).toContain(message);
  expect(stderr.trimEnd().split('\n')).toHaveLength(2);
  expect([status, stdout]).toEqual([2, '']);
});

it.each([
  [['inspect', '--with-texts'], 'strata inspect needs a file'],
  [['check', '--format', 'x'], 'strata check needs a file'],
  [['select', '--by', 'x'], 'strata select needs a file'],
  [['select'], 'strata select needs a file'],
  [['thin', '--prompt', '0'], 'strata thin needs a file'],
  [['experiments', '--size', '3'], 'strata experiments needs a file'],
  [['compare', '--threads', 'x'], 'strata compare takes two files'],
  [['mix', '--ratio', 'x'], 'strata mix takes two files'],
  [['track', '--threads', 'x'], 'strata track takes two files'],
  [['select', 'a'], 'strata select needs --size N'],
])('of %j it asks for the file before it speaks of options', async (words, message) => {
  expect((await strata(...words)).stderr).toContain(message);
});

it('takes options that may be given as often as needed', async () => {
  const words = [
    '--set',
    'seed=1',
    '--set',
    'commonRows=50',
    '--fields',
    'tags=a',
    '--fields',
    'response=b',
  ];
  for (const quota of ['tag=a:1', 'tag=b:1', 'language=a:1', 'source=a:1'])
    words.push('--quota', quota);
  words.push('--weights', 'macro=1', '--weights', 'length=-1,meso=0');
  const { stderr } = await strata(...combined, ...words);
  expect(stderr).toBe('strata: a does not exist.\n');
});

it('says in which configuration a setting is wrong', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'strata-'));
  const config = join(folder, 'limits.json');
  writeFileSync(config, '{"checks":{"file.rows":{"min":1}},"settings":{"seed":-1}}');
  const { status, stderr } = await strata('check', 'a', '--config', config);
  expect(stderr).toContain('limits.json: --set seed takes a whole number from 0 to');
  expect(status).toBe(2);
  writeFileSync(config, '{"checks":{"file.rows":{"min":5,"max":1}}}');
  const upsideDown = await strata('check', 'a', '--config', config);
  expect(upsideDown.stderr).toContain(
    'limits.json: checks["file.rows"].max: expected 5 or more, got 1.',
  );
  expect(upsideDown.status).toBe(2);
  rmSync(folder, { recursive: true });
});
