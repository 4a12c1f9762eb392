import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { ByteSource } from '../../../../src/data/byteReader.ts';
import { withConverted } from '../../../support/withConverted.ts';
import { writeParquet } from '../../../support/writeParquet.ts';
import { rowsOf } from '../../../unit/data/inputs/readConverted.ts';

const NAMES = ['text', 'label', 'more'] as const;
type Row = Readonly<Partial<Record<(typeof NAMES)[number], string>>>;

const cell = fc.string({
  unit: fc.constantFrom(
    'a',
    ' ',
    '"',
    ',',
    ';',
    '\t',
    '\n',
    '\r\n',
    '[',
    '}',
    '\\',
    'é',
    '語',
    '😀',
  ),
  minLength: 1,
  maxLength: 12,
});
const rows = fc.array(
  fc
    .record({ text: cell, label: cell, more: cell }, { requiredKeys: ['text'] })
    .map((row): Row => row),
  { minLength: 1, maxLength: 8 },
);

const quoted = (text = '') =>
  /[",;\t\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const table = (all: readonly Row[], delimiter: string, end: string) =>
  [NAMES, ...all.map((row) => NAMES.map((name) => quoted(row[name])))]
    .map((cells) => `${cells.join(delimiter)}${end}`)
    .join('');
const parquet = (all: readonly Row[], rowGroupSize: number) =>
  writeParquet(
    NAMES.map((name) => ({
      name,
      type: 'STRING',
      nullable: true,
      data: all.map((row) => row[name] ?? null),
    })),
    { rowGroupSize },
  );

/** A text as one would write it without looking at the code that is tested. */
const FORMS: Readonly<Record<string, (all: readonly Row[]) => string | Uint8Array>> = {
  'indented.json': (all) => JSON.stringify(all, null, 2),
  'line.json': (all) => JSON.stringify(all),
  'lines.json': (all) => `[\n${all.map((row) => JSON.stringify(row)).join(',\r\n')}]`,
  'around.json': (all) => JSON.stringify({ version: [1], data: all }, null, 1),
  'a.csv': (all) => table(all, ',', '\n'),
  'b.csv': (all) => `\ufeff${table(all, ';', '\r\n')}`,
  'a.tsv': (all) => table(all, '\t', '\n'),
  'a.csv.gz': (all) => gzipSync(table(all, ',', '\n')),
  'a.parquet': (all) => parquet(all, 3),
};

const recordsOf = (source: ByteSource) => rowsOf(source).map(([, record]) => record);

it.each(Object.keys(FORMS))('%s gives the records that were written', async (name) => {
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      const content = FORMS[name]!(all);
      expect(await withConverted({ [name]: content }, name, recordsOf)).toEqual(all);
    }),
    { numRuns: 60 },
  );
});

it('gives each row of a table and of indented JSON the line where its text begins', async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (all) => {
      // A number that stands in one row only, first in it.
      const marked = all.map((row, at) => ({ ...row, text: `<${at}>${row.text ?? ''}` }));
      const csv = table(marked, ',', '\n');
      const json = JSON.stringify(marked, null, 2);
      const lineOf = (text: string, at: number) =>
        text.slice(0, text.indexOf(`<${at}>`)).split(/\r\n|\n|\r/u).length;
      const lines = (source: ByteSource) => rowsOf(source).map(([line]) => line);
      expect(await withConverted({ 'a.csv': csv }, 'a.csv', lines)).toEqual(
        marked.map((_, at) => lineOf(csv, at)),
      );
      // The brace stands on the line before the first field.
      expect(await withConverted({ 'a.json': json }, 'a.json', lines)).toEqual(
        marked.map((_, at) => lineOf(json, at) - 1),
      );
    }),
    { numRuns: 60 },
  );
});
