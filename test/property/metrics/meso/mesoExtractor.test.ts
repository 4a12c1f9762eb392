import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEnglishTagger } from '../../../../src/metrics/meso/englishTagger.ts';
import { createMesoExtractor } from '../../../../src/metrics/meso/mesoExtractor.ts';

const words = fc.constantFrom(
  ...'write a an the story poem explain how to make bread is there what can you help me find I want of and , . ? - not'.split(
    ' ',
  ),
  ...'turn off lights 東京 を 翻訳 して 机器 学习 อาหาร 번역 море { } = constructor __proto__ \n "quoted" it'.split(
    ' ',
  ),
);
const texts = fc.oneof(
  fc.array(words, { maxLength: 40 }).map((list) => list.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

const shared = createMesoExtractor(createEnglishTagger());

test('gives few, distinct, named kinds for any text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const kinds = shared.kindsOf(text);
      const names = kinds.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
      expect(names.length).toBeLessThanOrEqual(8);
      for (const { name, verb, noun } of kinds) {
        expect(name.trim()).not.toBe('');
        expect(name.isWellFormed()).toBe(true);
        expect(verb === undefined).toBe(noun === undefined);
      }
    }),
  );
});

test('gives the same kinds whatever was read before', () => {
  const fresh = createMesoExtractor(createEnglishTagger());
  fc.assert(
    fc.property(fc.array(texts, { maxLength: 5 }), (list) => {
      const first = list.map((text) => shared.kindsOf(text));
      const reversed = list.toReversed().map((text) => fresh.kindsOf(text));
      expect(reversed.toReversed()).toEqual(first);
    }),
  );
});
