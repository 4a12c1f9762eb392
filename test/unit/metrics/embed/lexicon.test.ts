import { expect, test } from 'vitest';
import { keyLength, longestMatch, type Lexicon } from '../../../../src/metrics/embed/lexicon.ts';

const keys = ['a', 'ab', 'abcd', 'b', '東', '東京', '東京都'];
const lexicon: Lexicon = {
  units: Uint16Array.from(keys.join(''), (unit) => unit.charCodeAt(0)),
  offsets: Uint32Array.of(0, 1, 3, 7, 8, 9, 11, 14),
  rows: Uint32Array.of(10, 11, 12, 13, 14, 15, 16),
};

function matchAt(text: string, start: number, end = text.length): string | undefined {
  const key = longestMatch(lexicon, text, start, end);
  if (key >= 0) expect(keyLength(lexicon, key)).toBe(keys[key]!.length);
  return keys[key];
}

test('the longest key wins, not the longest common beginning', () => {
  expect(matchAt('abcd', 0)).toBe('abcd');
  expect(matchAt('abcx', 0)).toBe('ab');
  expect(matchAt('ax', 0)).toBe('a');
  expect(matchAt('東京都庁', 0)).toBe('東京都');
  expect(matchAt('xabz', 1)).toBe('ab');
});

test('nothing is found past the end, before the first key or after the last', () => {
  expect(matchAt('東京都', 0, 2)).toBe('東京');
  expect(matchAt('ab', 2)).toBeUndefined();
  expect(matchAt('!', 0)).toBeUndefined();
  expect(matchAt('\uffff', 0)).toBeUndefined();
});
