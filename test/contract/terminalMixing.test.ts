import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { example, root, spawnStrata, strata } from '../support/strata.ts';

const real = join(root, 'examples/support-reference.jsonl');

describe('strata mix', { tags: 'slow' }, () => {
  let folder: string;
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'strata-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('mixes two files to the same bytes on any number of threads, readably, and writes a mixture', async () => {
    const target = join(folder, 'mixed.jsonl');
    const writing = ['--size', '60', '--ratio', '30', '--order', 'files', '--out', target];
    const words = ['mix', example, real, '--json', ...writing];
    const inline = await strata(...words);
    rmSync(target);
    const { status, stdout, stderr } = spawnStrata([...words, '--threads', '3']);
    expect(stderr).toContain('18 generated rows and 42 real rows are in');
    expect(status).toBe(0);
    expect(stdout).toBe(inline.stdout);
    const mixed = readFileSync(target, 'utf8').trimEnd().split('\n');
    const { rows } = JSON.parse(
      readFileSync(join(folder, 'mixed.jsonl.manifest.json'), 'utf8'),
    ) as {
      readonly rows: readonly { readonly from: 'generated' | 'real'; readonly line: number }[];
    };
    const lines = {
      generated: readFileSync(example, 'utf8').split('\n'),
      real: readFileSync(real, 'utf8').split('\n'),
    };
    expect(mixed).toEqual(rows.map(({ from, line }) => lines[from][line - 1]));
    const readable = await strata(
      'mix',
      example,
      real,
      '--size',
      '60',
      '--ratio',
      '50',
      '--snippets',
    );
    expect(readable.status).toBe(0);
    for (const words of [
      'ANY GENERATED ROWS',
      'CLOSE GENERATED ROWS ONLY',
      'Marked are ratios',
      '¦',
      'weight: 0.1',
      'probabilities=[0.5, 0.5]',
    ]) {
      expect(readable.stdout).toContain(words);
    }
    expect(readable.stdout).not.toContain('\u001b');
  });

  it('says what is wrong with a mixture', async () => {
    for (const [words, message] of [
      [[example], 'takes two files, but got 1'],
      [[example, real, '--ratio', '30'], '--ratio needs --out FILE, or --snippets'],
      [[example, real, '--out', join(folder, 'mixed.jsonl')], 'need --ratio R'],
      [[example, real, '--ratio', '101', '--snippets'], '--ratio takes a number from 0 to 100'],
      [[example, real, '--size', '400'], 'the largest is 280.'],
      [[example, real, '--ratio', '10', '--out', real], 'never overwritten'],
      [[example, join(folder, 'none.jsonl')], 'Real file:'],
    ] as const) {
      const failed = await strata('mix', ...words);
      expect(failed.stderr).toContain(message);
      expect(failed.status).toBe(2);
    }
  });
});
