import { expect, test } from 'vitest';
import { isPlainEnglish } from '../../../../src/metrics/meso/plainEnglish.ts';

test.each([
  [['What is the capital of France?']],
  [['Translate this into French.', 'I do not know how to put that.']],
  [['“The best of all”, they said — and it was.', '']],
])('%j is plain English', (texts) => {
  expect(isPlainEnglish(texts)).toBe(true);
});

test.each([
  ['too few function words', ['Capital of France, the']],
  ['words that are Dutch too', ['Is in was of is in of']],
  ['a function word of another language', ['What is the name of the film with el mariachi?']],
  ['an accent', ['What is the name of the café?']],
  ['a text in another language', ['What is the name of this file?', 'Kako je ime ove datoteke?']],
  ['another script', ['What is the name of this? これは何ですか']],
  ['no word', ['12 + 3 = 15']],
  ['no text', []],
])('%s leaves doubt', (_, texts) => {
  expect(isPlainEnglish(texts)).toBe(false);
});

test('what stands behind the excerpt changes nothing', () => {
  expect(isPlainEnglish([`What is the name of the file? ${'x '.repeat(30)} ça va`])).toBe(true);
});
