import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fill } from '../../../../src/metrics/text/fill.ts';

test('a place takes its value, and one without value stays', () => {
  expect(fill('{1} of {0}: {2}', 'a', 'b')).toBe('b of a: {2}');
});

test('a word with two forms goes by its figure', () => {
  const template = '{0} {0|row is|rows are} in {1} {1|file|files}';
  expect(fill(template, '1', '1')).toBe('1 row is in 1 file');
  expect(fill(template, '0', '1,000')).toBe('0 rows are in 1,000 files');
  expect(fill(template, '1.0')).toBe('1.0 rows are in {1} {1|file|files}');
});

test('in Japanese a space stands beside figures and Latin letters only', () => {
  expect(fill('{0} より多く、{1} と同程度', '12 行', 'Dolly')).toBe(
    '12 行より多く、Dolly と同程度',
  );
  expect(fill('{0} とは {1} 違う', '「甲」ほか 2 件', '少し')).toBe('「甲」ほか 2 件とは少し違う');
  expect(fill('列 {0} {1} です', '名前', '12')).toBe('列名前 12 です');
});

test('what is filled in stays as it is, its own spaces too', () => {
  const text = fc.string({ unit: fc.constantFrom('あ', '語', ' ', 'a', '1') }).map((s) => `“${s}”`);
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(fill('これは {0} と {1} です', one, other)).toBe(`これは ${one} と ${other} です`);
    }),
  );
});
