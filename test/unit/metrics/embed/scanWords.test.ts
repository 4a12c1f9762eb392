import { expect, test } from 'vitest';
import { createWordScanner } from '../../../../src/metrics/embed/scanWords.ts';
import { normalizeText } from '../../../../src/metrics/text/normalizeText.ts';

function scan(text: string): string[] {
  const parts: { start: number; part: string }[] = [];
  createWordScanner()(normalizeText(text), {
    words(folded, { starts, ends, count }) {
      for (let i = 0; i < count; i++) {
        parts.push({ start: starts[i]!, part: folded.slice(starts[i], ends[i]) });
      }
    },
    ideographs: (folded, start, end) =>
      parts.push({ start, part: `«${folded.slice(start, end)}»` }),
  });
  return parts.sort((a, b) => a.start - b.start).map(({ part }) => part);
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

test('a cut parts a pair of surrogates at the 64th code unit, and a run starts anew after it', () => {
  // Letters beyond the basic plane take two code units each.
  const parts = scan(`a${'𝒳'.normalize('NFD')}${'𐐨'.repeat(40)}`);
  expect(parts.map((part) => part.length)).toEqual([64, 18]);
});

test('a word has the same pair of hashes wherever it stands, another word another', () => {
  const hashes = new Map<string, string>();
  const seen = new Map<string, string>();
  createWordScanner()('one two one, twos 😀 two 😀 enoo one' + ` ${'x'.repeat(64)}`.repeat(2), {
    words(text, batch) {
      for (let i = 0; i < batch.count; i++) {
        const word = text.slice(batch.starts[i], batch.ends[i]);
        const pair = `${batch.hashes[i]} ${batch.otherHashes[i]}`;
        expect(hashes.get(word) ?? pair).toBe(pair);
        expect(seen.get(pair) ?? word).toBe(word);
        hashes.set(word, pair);
        seen.set(pair, word);
      }
    },
    ideographs: () => undefined,
  });
  expect(hashes.size).toBe(7);
});

test('an unspaced run is never cut', () => {
  expect(scan('語'.repeat(500))).toEqual([`«${'語'.repeat(500)}»`]);
});

test('the words of a long text come in order, in several batches', () => {
  const words = Array.from({ length: 2_000 }, (_, i) => `word${i}`);
  const found: string[] = [];
  createWordScanner()(words.join(' '), {
    words(text, { starts, ends, count }) {
      for (let i = 0; i < count; i++) found.push(text.slice(starts[i], ends[i]));
    },
    ideographs: () => undefined,
  });
  expect(found).toEqual(words);
});
