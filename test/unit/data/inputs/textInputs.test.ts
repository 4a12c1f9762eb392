import { describe, expect, it } from 'vitest';
import { failure, readFile } from './readConverted.ts';

const fails = (name: string, content: string | Uint8Array) =>
  expect(failure(name, content)).resolves;
const saying = (code: string, message: RegExp) => ({
  code,
  message: expect.stringMatching(message) as string,
});

describe('JSON', () => {
  it('gives each record of an array over several lines the line on which it begins', async () => {
    const text =
      '[\n  {\n    "text": "a\\n}",\n    "n": [1, 2]\n  },\n  {"text": "b"}\r\n, {"text": "c"}\n]\n';
    const { rows, parts } = await readFile('data.json', text);
    expect(rows).toEqual([
      [2, { text: 'a\n}', n: [1, 2] }],
      [6, { text: 'b' }],
      [7, { text: 'c' }],
    ]);
    expect(parts).toEqual([
      {
        path: 'data.json',
        format: 'json',
        bytes: text.length,
        linesBefore: 0,
        lines: 8,
        counted: 'lines',
      },
    ]);
  });

  it.each([
    ['[{"n":1}]', 1],
    ['[{"n":1},\n{"n":2}\n]\n', 3],
    ['[{"n":1}]\n\n\n', 3],
  ])('counts all lines of %j, also blank ones at its end', async (text, lines) => {
    expect((await readFile('a.json', text)).parts).toMatchObject([{ lines }]);
  });

  it('counts records where several begin on one line, also where that shows late', async () => {
    const { rows, parts } = await readFile('a.json', '[{"n":0},\n{"n":1},{"n":2}]');
    expect(rows).toEqual([
      [1, { n: 0 }],
      [2, { n: 1 }],
      [3, { n: 2 }],
    ]);
    expect(parts).toMatchObject([{ counted: 'records', lines: 3 }]);
  });

  it('finds the array in an object around it, by its name where there are several', async () => {
    const one = await readFile('a.json', '{"v":[1],"x":{"data":[{"no":1}]},"rows":[{"n":1}]}');
    expect(one.rows).toEqual([[1, { n: 1 }]]);
    expect(one.parts).toMatchObject([{ format: 'json', field: 'rows' }]);
    const two = await readFile('a.json', '{"other":[{"no":1}],"train":[{"n":1}],"v":2}');
    expect(two.rows).toEqual([[1, { n: 1 }]]);
    expect(two.parts).toMatchObject([{ field: 'train' }]);
    await fails('a.json', '{"one":[{"no":1}],"two":[{"n":1}]}').toMatchObject(
      saying('unusable-input', /one object with several \(one, two\)/u),
    );
  });

  it('leaves JSON lines under another name as they are, and takes objects over several lines', async () => {
    const lines = await readFile('a.json', '{"messages":[{"role":"user"}]}\n{"n":2}\n');
    expect(lines.parts).toBeUndefined();
    const objects = await readFile('a.json', '\ufeff{\n"n":1\n}\n{\n"n":2\n}');
    expect(objects.rows).toEqual([
      [1, { n: 1 }],
      [4, { n: 2 }],
    ]);
  });

  it('tells a broken record with its line, and goes on', async () => {
    const { rows } = await readFile(
      'a.json',
      '[\n  {"n":1},\n  {"n":},\n  {\n"n": 1\n"m": 2},\n 7,\n  {"n":2}\n]',
    );
    expect(rows).toMatchObject([
      [2, { n: 1 }],
      [3, { line: 3, column: 8, code: 'invalid-json' }],
      [4, { line: 4, ...saying('invalid-json', /^In line 6: /u) }],
      [7, { line: 7, code: 'not-an-object' }],
      [8, { n: 2 }],
    ]);
  });

  it.each([
    ['[{"n":1},\n{"n":2', /cut off: its JSON has no end \(last line: 2\)/u],
    ['[{"n":1}\n{"n":2}]', /line 2 has no comma between two records/u],
    ['[{"n":1},\n]', /line 2 has a comma after the last record/u],
    ['[{"n":1}] 5', /line 1 has text after its end/u],
    ['[{"n":1}}', /line 1 has a bracket of the wrong kind/u],
    ['{"n":1}', /one object without such an array/u],
    ['"text"', /expected an array of objects/u],
    ['hello', /expected an array of objects/u],
  ])('says in a sentence what is wrong with %j', async (text, message) => {
    await fails('a.json', text).toMatchObject(saying('unusable-input', message));
  });

  it.each(['[]', '', ' \n'])('says that %j holds no rows', async (text) => {
    await fails('a.json', text).toMatchObject({ code: 'empty-file' });
  });
});

describe('tables', () => {
  it('tells what parts the cells by the first line that is not blank', async () => {
    const { rows } = await readFile('a.csv', '\ufeff\r\n\ntext;n\na, b;2\n');
    expect(rows).toEqual([[4, { text: 'a, b', n: '2' }]]);
  });

  it('reads cells with quotes, line breaks and a byte-order mark, by the line that a row begins on', async () => {
    const text = '\ufefftext,label\r\n"one ""two""\nthree",x\r\n\r\n四,\r\n"a,b",y\r\n,\r\nlast,z';
    const { rows, parts } = await readFile('a.csv', text);
    expect(rows).toEqual([
      [2, { text: 'one "two"\nthree', label: 'x' }],
      [5, { text: '四' }],
      [6, { text: 'a,b', label: 'y' }],
      [7, {}],
      [8, { text: 'last', label: 'z' }],
    ]);
    expect(parts).toMatchObject([{ format: 'csv', lines: 8, counted: 'lines' }]);
  });

  it.each([
    ['text\na', 2],
    ['text\na\n', 2],
    ['text\na\n\n\n', 4],
    ['text\r\n"a\r\nb"\r\n\r\n', 4],
    ['text\ra\r\r', 3],
    ['text\na\n  ', 3],
  ])('counts all lines of %j, also blank ones at its end', async (text, lines) => {
    expect((await readFile('a.csv', text)).parts).toMatchObject([{ lines }]);
  });

  it('takes tabs, and semicolons where the first line has no comma', async () => {
    const expected = [[2, { a: '1,5', b: '2' }]];
    expect((await readFile('a.tsv', 'a\tb\n1,5\t2\n')).rows).toEqual(expected);
    expect((await readFile('a.csv', 'a;b\n1,5;2\n')).rows).toEqual(expected);
  });

  it('tells rows with other cells and broken quotation marks, and goes on', async () => {
    const { rows } = await readFile(
      'a.csv',
      'a,b\n1\n5" pipe,2\n"x"y,2\n1,2,3\n"\n\n",4\n"""1""",2\n',
    );
    expect(rows).toMatchObject([
      [2, { code: 'wrong-cells', message: 'Expected 2 cells as in the first row, found 1.' }],
      [3, { a: '5" pipe', b: '2' }],
      [4, { code: 'broken-quotes' }],
      [5, { code: 'wrong-cells' }],
      [6, { a: '\n\n', b: '4' }],
      [9, { a: '"1"', b: '2' }],
    ]);
  });

  it.each([
    ['a,,c\n1,2,3\n', /column 2 has no name/u],
    ['a,b,a\n1,2,3\n', /two columns are named "a"/u],
    [`a,${'long '.repeat(50)}\n1,2\n`, /column 2 has a text where its name would be/u],
    ['a,b\n1,2\n3,"open\n4,5\n', /a quotation mark that opens after line 2 is never closed/u],
  ])('says in a sentence what is wrong with %j', async (text, message) => {
    await fails('a.csv', text).toMatchObject(saying('unusable-input', message));
  });

  it('refuses other encodings with the first wrong byte', async () => {
    const japanese = Buffer.from([0x61, 0x0a, 0x82, 0xa0, 0x0a]);
    await fails('a.csv', japanese).toMatchObject(
      saying('unusable-input', /not UTF-8: it has the byte 0x82 at offset 2/u),
    );
    await fails('a.csv', Buffer.from('\ufeffa\nb\n', 'utf16le')).toMatchObject({ code: 'utf-16' });
    await fails('a.csv', Buffer.from([0x61, 0x0a, 0xe3, 0x81])).toMatchObject({
      code: 'unusable-input',
    });
  });

  it('says that a header alone holds no rows', async () => {
    await fails('a.csv', 'a,b\n').toMatchObject({ code: 'empty-file' });
  });
});
