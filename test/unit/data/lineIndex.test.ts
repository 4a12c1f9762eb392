import { expect, test } from 'vitest';
import type { ByteReader } from '../../../src/data/byteReader.ts';
import { indexLines } from '../../../src/data/lineIndex.ts';
import { collectLines, memoryReader } from './collectRows.ts';

const startsOf = (content: string | Uint8Array) => [
  ...indexLines(memoryReader(content)).lineStarts,
];

test.each([
  ['one line', '{}', [0, 2]],
  ['a final line feed', '{}\n', [0, 3]],
  ['two final line feeds', '{}\n\n', [0, 3, 4]],
  ['no final line feed', '{}\n{}', [0, 3, 5]],
  ['carriage returns before line feeds', '{}\r\n{}\r\n', [0, 4, 8]],
  ['a carriage return alone', '{}\r{}', [0, 5]],
  ['nothing but line feeds', '\n\n', [0, 1, 2]],
  ['U+2028, U+2029 and U+0085, which end no line', '"\u2028\u2029\u0085"\n', [0, 11]],
])('%s', (_, content, expected) => {
  expect(startsOf(content)).toEqual(expected);
});

test('lines begin after a byte-order mark', () => {
  const index = indexLines(memoryReader('\ufeff{}\n{}'));
  expect(index).toMatchObject({ encoding: 'utf-8-bom', lineCount: 2 });
  expect([...index.lineStarts]).toEqual([3, 6, 8]);
  expect(indexLines(memoryReader('{}')).encoding).toBe('utf-8');
});

test('a byte-order mark alone is an empty file', () => {
  expect(() => startsOf('\ufeff')).toThrow(expect.objectContaining({ code: 'empty-file' }));
});

test('the offsets lie in shared memory', () => {
  expect(indexLines(memoryReader('{}')).lineStarts.buffer).toBeInstanceOf(SharedArrayBuffer);
});

const utf16le = Buffer.from('{"text":"日本"}\n', 'utf16le');
const utf16be = Buffer.from(utf16le).swap16();

test.each([
  ['little endian with a mark', Buffer.concat([Buffer.of(0xff, 0xfe), utf16le])],
  ['big endian with a mark', Buffer.concat([Buffer.of(0xfe, 0xff), utf16be])],
  ['little endian without a mark', utf16le],
  ['big endian without a mark', utf16be],
])('UTF-16, %s, is told with what to do', (_, bytes) => {
  const index = () => indexLines(memoryReader(bytes));
  expect(index).toThrow(expect.objectContaining({ code: 'utf-16' }));
  expect(index).toThrow(/save it as UTF-8/);
});

test('a line of NUL bytes, as a crash leaves behind, is not taken for UTF-16', () => {
  expect(startsOf('\0\0\0\0\n{}\n')).toEqual([0, 5, 8]);
});

test('progress is told after each block, and cancelling ends the work', () => {
  const done: number[] = [];
  indexLines(memoryReader('{}\n{}\n{}\n'), { onProgress: (bytes) => done.push(bytes) }, 4);
  expect(done).toEqual([4, 8, 9]);

  let blocks = 0;
  const cancelled = () =>
    indexLines(memoryReader('{}\n{}\n'), { isCancelled: () => ++blocks > 1 }, 2);
  expect(cancelled).toThrow(expect.objectContaining({ code: 'cancelled' }));
});

test('a file that ends before its length has changed', () => {
  const reader: ByteReader = { ...memoryReader('{}\n{}\n'), byteLength: 100 };
  expect(() => indexLines(reader)).toThrow(expect.objectContaining({ code: 'file-changed' }));
});

test('ten million lines have their places', { tags: 'slow' }, () => {
  const lines = 10_000_001;
  const { lineCount, lineStarts } = indexLines(memoryReader(new Uint8Array(lines).fill(0x0a)));
  expect(lineCount).toBe(lines);
  expect(lineStarts[lines - 1]).toBe(lines - 1);
  expect(lineStarts[lines]).toBe(lines);
});

test('offsets beyond 2 GiB are right, and a line that no string could hold is told as too long', () => {
  const head = Buffer.from('{"n":1}\n');
  const tail = Buffer.from('\n{"n":2}');
  const tailOffset = 2 ** 31 + 12_345;
  const reader: ByteReader = {
    byteLength: tailOffset + tail.length,
    read(position, target) {
      const length = Math.min(target.length, this.byteLength - position);
      target.fill(0x20, 0, length);
      for (const [part, offset] of [
        [head, 0],
        [tail, tailOffset],
      ] as const) {
        for (let i = 0; i < part.length; i++) {
          const at = offset + i - position;
          if (at >= 0 && at < length) target[at] = part[i]!;
        }
      }
      return length;
    },
    assertUnchanged() {},
    close() {},
  };
  const { lineStarts, lineCount } = indexLines(reader);
  expect([...lineStarts]).toEqual([0, 8, tailOffset + 1, tailOffset + tail.length]);
  expect(collectLines(reader, lineStarts, 0, lineCount)).toEqual([
    { line: 1, record: { n: 1 } },
    {
      error: {
        line: 2,
        code: 'line-too-long',
        message:
          'Expected a line of at most 256 MiB, found 2,049 MiB: is this JSON without line breaks?',
      },
    },
    { line: 3, record: { n: 2 } },
  ]);
});
