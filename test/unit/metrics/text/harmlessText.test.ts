import { expect, test } from 'vitest';
import { harmlessText } from '../../../../src/metrics/text/harmlessText.ts';

test.each([
  ['a right-to-left override', 'abc\u202Etxt.exe', 'abc⟨U+202E⟩txt.exe'],
  ['a NUL', 'a\u0000b', 'a␀b'],
  ['a lone surrogate', 'a\uD800b', 'a\uFFFDb'],
  ['line breaks of all kinds', 'a\r\nb\u2028c\u0085d', 'a ⏎ b ⏎ c ⏎ d'],
  ['a tab', 'a\tb', 'a b'],
  ['a zero-width space and a tag character', 'a\u200bb\u{e0041}', 'a⟨U+200B⟩b⟨U+E0041⟩'],
])('%s becomes visible', (_what, text, shown) => {
  expect(harmlessText(text)).toBe(shown);
});

test('joiners that emoji and scripts need stay', () => {
  expect(harmlessText('👩‍💻 می‌خواهم')).toBe('👩‍💻 می‌خواهم');
});

test('a cut never halves a character', () => {
  expect(harmlessText('ab😀cd', 3)).toBe('ab…');
  expect(harmlessText('ab😀cd', 4)).toBe('ab😀…');
});
