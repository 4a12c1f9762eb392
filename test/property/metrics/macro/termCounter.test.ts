import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countTopic, createTermCounter } from '../../../../src/metrics/macro/termCounter.ts';
import { isTopicTerm, topicWords } from '../../../../src/metrics/macro/topicTerms.ts';

test('the words of an ASCII text are those that the patterns find in it', () => {
  const words = fc.string({ unit: fc.constantFrom(..."aBz09'- .\n_".split('')), maxLength: 40 });
  fc.assert(
    fc.property(words, (text) => {
      const counter = createTermCounter();
      countTopic(counter, [text]);
      expect(counter.terms).toEqual([...new Set(topicWords(text).filter(isTopicTerm))]);
    }),
  );
});
