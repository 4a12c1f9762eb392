import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, it } from 'vitest';
import type { Report } from '../../../src/engine/report.ts';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';
import { withConverted } from '../../support/withConverted.ts';
import { writeParquet } from '../../support/writeParquet.ts';

const example = fileURLToPath(
  new URL('../../../examples/support-reference.jsonl', import.meta.url),
);

interface Row {
  readonly instruction: string;
  readonly output: string;
  readonly category: string;
}

const rows = readFileSync(example, 'utf8')
  .trim()
  .split('\n')
  .slice(0, 60)
  .map((line): Row => {
    const { messages, category } = JSON.parse(line) as {
      messages: { role: string; content: string }[];
      category: string;
    };
    const said = (isAnswer: boolean) =>
      messages
        .filter(({ role }) => (role === 'assistant') === isAnswer)
        .map(({ content }) => content)
        .join('\n');
    return { instruction: said(false), output: said(true), category };
  });
const NAMES = ['instruction', 'output', 'category'] as const;
const jsonLines = rows.map((row) => `${JSON.stringify(row)}\n`);
const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
const csv = [
  NAMES.join(','),
  ...rows.map((row) => NAMES.map((name) => quoted(row[name])).join(',')),
]
  .map((row) => `${row}\r\n`)
  .join('');

const FORMS: Readonly<Record<string, Readonly<Record<string, string | Uint8Array>>>> = {
  'an indented array': { 'a.json': JSON.stringify(rows, null, 4) },
  'an array on one line': { 'a.json': JSON.stringify(rows) },
  'a table': { 'a.csv': csv },
  'a packed table': { 'a.csv.gz': gzipSync(csv) },
  'packed lines': { 'a.jsonl.gz': gzipSync(jsonLines.join('')) },
  Parquet: {
    'a.parquet': writeParquet(
      NAMES.map((name) => ({ name, type: 'STRING', data: rows.map((row) => row[name]) })),
      { rowGroupSize: 25 },
    ),
  },
  'a folder': {
    'part-2.jsonl': jsonLines.slice(0, 35).join(''),
    'part-10.jsonl.gz': gzipSync(jsonLines.slice(35).join('')),
  },
};

/** All that does not say on which line a row stands. */
function withoutLines({ file, ...report }: Report): unknown {
  const { rows: count, shape, rowErrorCount } = file;
  const keys = new Set(['line', 'lines', 'inLine', 'nearestLine', 'reasons']);
  const text = JSON.stringify({ ...report, count, shape, rowErrorCount }, (key, value: unknown) =>
    keys.has(key) ? undefined : value,
  );
  return JSON.parse(text);
}

let plain: Report;
beforeAll(async () => {
  plain = (await inspectInline(memorySource(jsonLines.join('')))).report;
});

it.each(Object.keys(FORMS))(
  '%s gives the figures of the same records as JSON lines',
  async (form) => {
    const files = FORMS[form]!;
    const [name = '', ...more] = Object.keys(files);
    await withConverted(files, more.length > 0 ? '' : name, async (source) => {
      const { report } = await inspectInline(source);
      expect(report.file.parts).toHaveLength(1 + more.length);
      expect(withoutLines(report)).toEqual(withoutLines(plain));
    });
  },
);

it('has no parts in the report of plain JSON lines', () => {
  expect(plain.file).not.toHaveProperty('parts');
});

it('says of a table without a usable row what rows need, not what lines of JSON need', async () => {
  const failing = withConverted({ 'a.csv': 'text\n1,2\n' }, 'a.csv', (source) =>
    inspectInline(source),
  );
  await expect(failing).rejects.toThrow(
    /line 2: Expected 1 cell as in the first row, found 2\. Each row has to have text, such as/u,
  );
});
