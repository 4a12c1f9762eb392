import { expect, it } from 'vitest';
import { createEnglishTagger } from '../../../../src/metrics/meso/englishTagger.ts';

it('can be made any number of times in one thread', { tags: 'slow' }, () => {
  const tagged = Array.from({ length: 40 }, () => createEnglishTagger()('Write a poem.').pos);
  expect(new Set(tagged.map((pos) => pos.join(' ')))).toEqual(new Set(['VERB DET NOUN PUNCT']));
});
