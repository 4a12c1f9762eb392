import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readFile } from '../../unit/data/inputs/readConverted.ts';

// Written by Apache Arrow, with what it reads back: parquet/make.py.
const folder = new URL('parquet/', import.meta.url);
const held = readFileSync(new URL('rows.jsonl', folder), 'utf8')
  .trim()
  .split('\n')
  .map((line, row) => [row + 1, JSON.parse(line) as unknown]);

it.each(readdirSync(folder).filter((name) => name.endsWith('.parquet')))(
  '%s holds the records that Apache Arrow wrote',
  async (name) => {
    const { rows, parts } = await readFile(name, readFileSync(new URL(name, folder)));
    expect(rows).toEqual(held);
    expect(parts).toMatchObject([{ format: 'parquet', lines: held.length }]);
  },
);
