import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createWordList, WORD_END } from '../../../../src/metrics/meso/wordList.ts';

const word = fc.oneof(fc.string({ maxLength: 3 }), fc.string({ unit: 'binary', maxLength: 3 }));
const withoutEnd = word.filter((text) => !text.includes(WORD_END));

test('a list of words is an array and its index', () => {
  fc.assert(
    fc.property(fc.uniqueArray(withoutEnd), fc.array(word), (known, others) => {
      const list = createWordList(known.map((text) => text + WORD_END).join(''));
      const array = [...known];
      for (const text of others) {
        const expected = array.indexOf(text);
        expect(list.get(text)).toBe(expected === -1 ? undefined : expected);
        if (expected !== -1) continue;
        list.set(text, list.length);
        expect(list.push(text)).toBe(array.push(text));
      }
      expect(list.length).toBe(array.length);
      expect(array.map((_, number) => list.at(number))).toEqual(array);
      expect(array.map((text) => list.get(text))).toEqual([...array.keys()]);
    }),
  );
});
