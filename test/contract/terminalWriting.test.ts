import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { strata } from '../support/strata.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const rows = (from: number) =>
  Array.from({ length: 12 }, (_, row) => ({ instruction: `Say ${from + row}.`, output: 'Said.' }));
const lines = rows(0)
  .map((row) => `${JSON.stringify(row)}\n`)
  .join('');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strata-'));
  writeFileSync(at('in.json'), JSON.stringify(rows(0)));
  writeFileSync(at('in.jsonl'), lines);
  writeFileSync(at('in.jsonl.manifest.json'), JSON.stringify(rows(3)));
  mkdirSync(at('shards'));
  writeFileSync(at('shards/1.json'), JSON.stringify(rows(0)));
  writeFileSync(at('shards/2.json'), JSON.stringify(rows(20)));
  symlinkSync(at('in.json'), at('linked.json'));
  linkSync(at('in.json'), at('same.json'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Everything in the folder, with what the files hold. */
const everything = () =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')]);

/** What a file that is read is called when it is to be written. */
const overwriting: readonly (readonly [what: string, words: () => readonly string[]])[] = [
  ['a report', () => ['inspect', at('in.json'), '--report', at('in.json')]],
  [
    'a report by another spelling',
    () => ['inspect', at('in.json'), '--report', `${folder}/shards/../in.json`],
  ],
  ['a report by a symbolic link', () => ['inspect', at('in.json'), '--report', at('linked.json')]],
  ['a report by a hard link', () => ['inspect', at('in.json'), '--report', at('same.json')]],
  ['a report in the folder', () => ['inspect', at('shards'), '--report', at('shards/2.json')]],
  [
    'one of two reports',
    () => ['inspect', at('in.json'), '--report', at('new.md'), '--report', at('in.json')],
  ],
  ['chosen rows', () => ['select', at('in.jsonl'), '--size', '5', '--out', at('in.jsonl')]],
  [
    'chosen rows over the reference',
    () => [
      ...['select', at('shards'), '--size', '5', '--by', 'combined'],
      ...['--reference', at('in.jsonl'), '--out', at('in.jsonl')],
    ],
  ],
  [
    'the manifest of chosen rows',
    () => ['select', at('in.jsonl.manifest.json'), '--size', '5', '--out', at('in.jsonl')],
  ],
  [
    'the manifest of a mixture',
    () => [
      ...['mix', at('in.jsonl.manifest.json'), at('shards'), '--ratio', '10'],
      ...['--out', at('in.jsonl')],
    ],
  ],
  [
    'a table of runs',
    () => ['experiments', at('same.json'), '--plan', at('in.json'), '--size', '20'],
  ],
];

/** Places where no file can be made, and what is said of them. */
const unwritable: readonly (readonly [
  what: string,
  reason: string,
  words: () => readonly string[],
])[] = [
  [
    'a report in no folder',
    'there is no folder',
    () => ['inspect', at('in.json'), '--report', at('none/x.html')],
  ],
  [
    'a report below a file',
    'there is no folder',
    () => ['inspect', at('in.json'), '--report', at('in.jsonl/x.html')],
  ],
  [
    'a report over a folder',
    'it is a folder',
    () => ['inspect', at('in.json'), '--report', at('folder.html')],
  ],
  [
    'chosen rows in no folder',
    'there is no folder',
    () => ['select', at('in.json'), '--size', '5', '--out', at('none/x')],
  ],
  [
    'chosen rows over a device',
    'not a regular file',
    () => ['select', at('in.json'), '--size', '5', '--out', '/dev/null'],
  ],
  [
    'a mixture in no folder',
    'there is no folder',
    () => ['mix', at('in.json'), at('shards'), '--ratio', '9', '--out', at('none/x')],
  ],
  [
    'a table in no folder',
    'there is no folder',
    () => ['experiments', at('none/runs.csv'), '--plan', at('in.json'), '--size', '20'],
  ],
];

describe('files that the terminal writes', () => {
  it.each(overwriting)('never take the place of what is read: %s', async (_, words) => {
    const before = everything();
    const { status, stdout, stderr } = await strata(...words());
    expect(stderr).toMatch(
      /^strata: .+ and such a file is never overwritten: choose another name/u,
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(everything()).toEqual(before);
  });

  it.each(unwritable)('are refused before anything is measured: %s', async (_, reason, words) => {
    mkdirSync(at('folder.html'));
    const before = everything();
    const { status, stdout, stderr } = await strata(...words());
    expect(stderr).toMatch(/^strata: .+ could not be written \(.+\)\.\n$/u);
    expect(stderr).toContain(reason);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(everything()).toEqual(before);
  });

  it('leave a neighbour alone that is called as what is not yet whole', async () => {
    writeFileSync(at('x.html.part'), lines);
    const { status } = await strata('inspect', at('x.html.part'), '--report', at('x.html'));
    expect(status).toBe(0);
    expect(readFileSync(at('x.html.part'), 'utf8')).toBe(lines);
  });
});
