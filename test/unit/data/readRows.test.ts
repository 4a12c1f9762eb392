import { describe, expect, test } from 'vitest';
import { indexLines } from '../../../src/data/lineIndex.ts';
import { readRow } from '../../../src/data/readRows.ts';
import { collectLines, collectRows, memoryReader } from './collectRows.ts';

const onlyRecord = (content: string) => {
  const [event] = collectRows(content);
  return event && 'record' in event ? event.record : event;
};
const onlyError = (content: string | Uint8Array) => {
  const [event] = collectRows(content);
  return event && 'error' in event ? event.error : event;
};

test('rows, blank lines and errors are told in order with their lines', () => {
  expect(collectRows('{"a":1}\r\n \t\r\n\n{"a":\n[1]\n{"a":2}')).toEqual([
    { line: 1, record: { a: 1 } },
    { line: 2, blank: true },
    { line: 3, blank: true },
    {
      error: {
        line: 4,
        column: 6,
        code: 'invalid-json',
        message: "Expected a value after ':', found end of line.",
      },
    },
    {
      error: {
        line: 5,
        column: 1,
        code: 'not-an-object',
        message: 'Expected a JSON object, found an array.',
      },
    },
    { line: 6, record: { a: 2 } },
  ]);
});

test('a byte-order mark is not part of the first line, and columns count after it', () => {
  expect(onlyRecord('\ufeff{"a":1}\n')).toEqual({ a: 1 });
  expect(onlyError('\ufeff{"a" 1}\n')).toMatchObject({ line: 1, column: 6 });
});

test('U+2028, U+2029, U+0085 and an escaped NUL are characters like others', () => {
  expect(onlyRecord('{"a":"\u2028\u2029\u0085\\u0000"}\n')).toEqual({ a: '\u2028\u2029\u0085\0' });
});

test('a line of ideographic spaces is blank', () => {
  expect(collectRows('\u3000\u3000\n')).toEqual([{ line: 1, blank: true }]);
});

test.each([
  ['"text"', 'a string'],
  ['42', 'a number'],
  ['true', 'a boolean'],
  ['null', 'null'],
])('%s is JSON but no row', (content, found) => {
  expect(onlyError(`  ${content}`)).toEqual({
    line: 1,
    column: 3,
    code: 'not-an-object',
    message: `Expected a JSON object, found ${found}.`,
  });
});

describe('invalid UTF-8', () => {
  test('is told with its byte, its offset in the file and its column', () => {
    const bytes = Buffer.concat([
      Buffer.from('{"a":"日"}\n{"a":"é😀'),
      Buffer.of(0xe9),
      Buffer.from('"}\n{"a":"fine"}\n'),
    ]);
    expect(collectRows(bytes)).toEqual([
      { line: 1, record: { a: '日' } },
      {
        error: {
          line: 2,
          // `{"a":"é` is 7 units, the emoji 2.
          column: 10,
          code: 'invalid-utf8',
          message:
            'Expected UTF-8, found the byte 0xE9 at byte 13 of the line (offset 24 in the file).',
        },
      },
      { line: 3, record: { a: 'fine' } },
    ]);
  });

  test.each([
    ['an overlong slash', [0xc0, 0xaf]],
    ['half of a surrogate pair', [0xed, 0xa0, 0x80]],
    ['a code point above U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
    ['a sequence cut short', [0xe6, 0x97]],
    ['a continuation byte alone', [0x80]],
  ])('%s is not let through', (_, bytes) => {
    const content = Buffer.concat([Buffer.from('{"a":"'), Buffer.from(bytes), Buffer.from('"}')]);
    expect(onlyError(content)).toMatchObject({ code: 'invalid-utf8', column: 7 });
  });
});

describe('odd rows that are used all the same', () => {
  test('of a key that stands twice the last value is used, with a warning', () => {
    expect(collectRows('{"a":1,"b":{"c":1},"a":2}')).toEqual([
      { line: 1, record: { a: 2, b: { c: 1 } } },
      {
        warning: {
          line: 1,
          code: 'duplicate-key',
          message: 'The key "a" appears more than once in the same object: the last value is used.',
        },
      },
    ]);
  });

  test('a lone surrogate is warned of', () => {
    expect(collectRows('{"a":"x\\ud83d y"}')).toMatchObject([
      { line: 1, record: { a: 'x\ud83d y' } },
      { warning: { line: 1, code: 'lone-surrogate' } },
    ]);
  });

  test.each([
    ['an escaped pair', '{"a":"\\ud83d\\ude00"}'],
    ['an escaped backslash before the letters', '{"a":"\\\\ud83d"}'],
    ['a colon and quotes inside a string', '{"a":"\\"a\\": \\"a\\":"}'],
    ['the same key in different objects', '{"a":{"a":[{"a":1},{"a":2}]}}'],
    ['a string before a colon in a string', '{"b":"a","a":":"}'],
  ])('%s is no reason for a warning', (_, content) => {
    expect(collectRows(content)).toHaveLength(1);
  });
});

test('__proto__ is a key like any other and changes no object', () => {
  const record = onlyRecord('{"__proto__":{"text":"harm"},"constructor":1}');
  expect(Object.keys(record!)).toEqual(['__proto__', 'constructor']);
  expect((record as Record<string, unknown>)['text']).toBeUndefined();
  expect(({} as Record<string, unknown>)['text']).toBeUndefined();
});

test('nesting a hundred thousand deep is read, and so is where it breaks', () => {
  const depth = 100_000;
  expect(collectRows(`{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`)).toHaveLength(1);
  expect(onlyRecord(`{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`)).toHaveProperty('a');
  expect(onlyError(`{"a":${'['.repeat(depth)}`)).toMatchObject({
    code: 'invalid-json',
    column: depth + 6,
  });
});

test('a line of 12 MB between short ones is read', () => {
  const long = 'あ'.repeat(4_000_000);
  const events = collectRows(`{"a":1}\n{"a":"${long}"}\n{"a":3}\n`);
  expect(events.map((event) => 'record' in event && String(event.record['a']).length)).toEqual([
    1, 4_000_000, 1,
  ]);
});

test('a part of the lines is read by itself, with the file’s line numbers', () => {
  const reader = memoryReader('{"a":1}\n{"a":2}\n{\n{"a":4}\n');
  const { lineStarts } = indexLines(reader);
  expect(collectLines(reader, lineStarts, 1, 3)).toMatchObject([
    { line: 2, record: { a: 2 } },
    { error: { line: 3 } },
  ]);
  expect(collectLines(reader, lineStarts, 2, 2)).toEqual([]);
});

test('lines outside the index are a caller’s mistake', () => {
  const reader = memoryReader('{}\n');
  const { lineStarts } = indexLines(reader);
  expect(() => collectLines(reader, lineStarts, 0, 2)).toThrow(RangeError);
  expect(() => collectLines(reader, lineStarts, 1, 0)).toThrow('got [1, 0)');
});

test('one row can be looked at by its line', () => {
  const reader = memoryReader('{"a":1}\n\n{"b"}\n');
  const { lineStarts } = indexLines(reader);
  expect(readRow(reader, lineStarts, 0)).toEqual({ record: { a: 1 } });
  expect(readRow(reader, lineStarts, 1)).toMatchObject({
    line: 2,
    message: 'Expected a JSON object, found a blank line.',
  });
  expect(readRow(reader, lineStarts, 2)).toMatchObject({ line: 3, column: 5 });
});

test.each(['{"instruction":"unterminated', '{"instruction":"a","output":"b"', '{"a":1} x', '[1]'])(
  'a carriage return before the line feed is no part of the line: %s',
  (line) => {
    const [first, second] = [`${line}\n{"a":1}\n`, `${line}\r\n{"a":1}\r\n`].map((file) =>
      collectRows(file),
    );
    expect(first![0]).toHaveProperty('error');
    expect(second).toEqual(first);
  },
);
