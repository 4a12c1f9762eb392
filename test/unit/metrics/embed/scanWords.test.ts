import { expect, test } from 'vitest';
import { foldText, scanWords } from '../../../../src/metrics/embed/scanWords.ts';

function scan(text: string): string[] {
  const parts: string[] = [];
  scanWords(foldText(text), {
    word: (folded, start, end) => parts.push(folded.slice(start, end)),
    ideographs: (folded, start, end) => parts.push(`«${folded.slice(start, end)}»`),
  });
  return parts;
}

test('words, symbols one by one, and unspaced runs', () => {
  expect(scan('Don’t pay $5!!')).toEqual(['don', '’', 't', 'pay', '$', '5', '!', '!']);
  expect(scan('3個のApple製品、東京')).toEqual(['3', '«個の»', 'apple', '«製品»', '、', '«東京»']);
  expect(scan('ok 😀👍 go')).toEqual(['ok', '😀', '👍', 'go']);
});

test('compatibility forms and case are folded', () => {
  expect(scan('ＡＢＣ ｶﾞ ﬁne')).toEqual(['abc', '«ガ»', 'fine']);
});

test('white space, control characters and lone surrogates part words and are in none', () => {
  expect(scan(' a\u2028b\0c\ud800d\u00a0\r\n')).toEqual(['a', 'b', 'c', 'd']);
});

test('a long word is cut at 64 code units', () => {
  expect(scan('x'.repeat(150)).map((part) => part.length)).toEqual([64, 64, 22]);
});

test('an unspaced run is never cut', () => {
  expect(scan('語'.repeat(500))).toEqual([`«${'語'.repeat(500)}»`]);
});
