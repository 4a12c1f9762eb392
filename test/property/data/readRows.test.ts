import fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexLines } from '../../../src/data/lineIndex.ts';
import { readRow } from '../../../src/data/readRows.ts';
import { collectLines, collectRows, memoryReader } from '../../unit/data/collectRows.ts';
import type { RowEvent } from '../../unit/data/collectRows.ts';

const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue());
const line = fc.oneof(
  object.map((value) => JSON.stringify(value)),
  fc.constantFrom(
    '',
    ' ',
    '{',
    '{"a":1,"a":2}',
    '[1]',
    '{"a":"\\ud800"}',
    '\u2028',
    '{"é":"日本😀"}',
  ),
  fc.string({ unit: 'binary' }).map((text) => text.replaceAll('\n', '')),
);
const content = fc
  .array(fc.tuple(line, fc.constantFrom('\n', '\r\n', '\n\n')), { minLength: 1 })
  .chain((lines) => fc.tuple(fc.constant(lines), fc.constantFrom('', '\ufeff'), fc.boolean()))
  .map(([lines, mark, isEnded]) => {
    const text = mark + lines.flat().join('');
    return isEnded ? text : text.slice(0, -1);
  })
  .filter((text) => !['', '\ufeff'].includes(text) && !text.includes('\0'));

test('what is read does not depend on the size of the blocks', () => {
  fc.assert(
    fc.property(content, fc.integer({ min: 1, max: 64 }), (text, blockBytes) => {
      expect(collectRows(text, blockBytes)).toEqual(collectRows(text));
    }),
  );
});

test('what is read does not depend on how the lines are divided among threads', () => {
  fc.assert(
    fc.property(content, fc.array(fc.nat()), (text, cuts) => {
      const reader = memoryReader(text);
      const { lineStarts, lineCount } = indexLines(reader);
      const bounds = [0, ...cuts.map((cut) => cut % lineCount), lineCount].sort((a, b) => a - b);
      const parts = bounds
        .slice(1)
        .flatMap((to, index) => collectLines(reader, lineStarts, bounds[index]!, to));
      expect(parts).toEqual(collectLines(reader, lineStarts, 0, lineCount));
    }),
  );
});

test('lines are where splitting the text by line feeds puts them', () => {
  fc.assert(
    fc.property(content, (text) => {
      const lines = text.replace(/^\ufeff/, '').split('\n');
      if (lines.at(-1) === '') lines.pop();
      const { lineCount, lineStarts } = indexLines(memoryReader(text), {}, 7);
      const bytes = new TextEncoder().encode(text);
      const found = Array.from({ length: lineCount }, (_, index) =>
        new TextDecoder('utf-8', { ignoreBOM: true })
          .decode(bytes.subarray(lineStarts[index], lineStarts[index + 1]))
          .replace(/\n$/, ''),
      );
      expect(found).toEqual(lines);
    }),
  );
});

test('any JSON object comes back as JSON.parse gives it, alone and among others', () => {
  fc.assert(
    fc.property(fc.array(object, { minLength: 1 }), (values) => {
      const lines = values.map((value) => JSON.stringify(value));
      const reader = memoryReader(lines.join('\r\n'));
      const { lineStarts } = indexLines(reader);
      for (const [index, text] of lines.entries()) {
        expect(readRow(reader, lineStarts, index)).toEqual({ record: JSON.parse(text) as unknown });
      }
    }),
  );
});

test('any bytes at all are read without a throw, and each line is told about once', () => {
  const bytes = fc
    .uint8Array({ minLength: 5, maxLength: 200 })
    .map((tail) => [0x7b, 0x0a, ...tail]);
  fc.assert(
    fc.property(bytes, fc.integer({ min: 1, max: 16 }), (values, blockBytes) => {
      const reader = memoryReader(Uint8Array.from(values));
      const { lineStarts, lineCount } = indexLines(reader, {}, blockBytes);
      const told = collectLines(reader, lineStarts, 0, lineCount, blockBytes)
        .filter((event): event is Exclude<RowEvent, { warning: unknown }> => !('warning' in event))
        .map((event) => ('error' in event ? event.error.line : event.line));
      expect(told).toEqual(Array.from({ length: lineCount }, (_, index) => index + 1));
    }),
  );
});
