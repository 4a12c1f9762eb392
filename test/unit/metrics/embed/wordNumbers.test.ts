import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWordNumbers } from '../../../../src/metrics/embed/wordNumbers.ts';

// Short ones that come up twice, and longer ones than a slot holds, alike but for their ends.
const word = fc.oneof(
  fc.string({ maxLength: 6, unit: 'grapheme' }),
  fc
    .string({ maxLength: 3, unit: fc.constantFrom('a', 'b') })
    .map((end) => `antidisestablish${end}`),
);

describe('createWordNumbers', () => {
  it('numbers words as a map of strings would, wherever they stand in a text', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), (words) => {
        const numbers = createWordNumbers();
        const truth = new Map<string, number>();
        for (const word of words) {
          const text = `«${word}»`;
          expect(numbers.numberOf(text, 1, text.length - 1)).toBe(truth.get(word) ?? -1);
          if (truth.has(word)) continue;
          truth.set(word, truth.size);
          numbers.add(text, 1, text.length - 1);
          expect(numbers.size()).toBe(truth.size);
        }
      }),
    );
  });

  it('holds 40,000 words, and none after it was cleared', () => {
    const numbers = createWordNumbers();
    for (let i = 0; i < 40_000; i++) {
      const word = `word${i}`;
      numbers.add(word, 0, word.length);
    }
    expect(numbers.numberOf('word39999', 0, 9)).toBe(39_999);
    numbers.clear();
    expect(numbers.numberOf('word39999', 0, 9)).toBe(-1);
    expect(numbers.size()).toBe(0);
  });
});
