import { expect, test } from 'vitest';
import { createEnglishTagger } from '../../../../src/metrics/meso/englishTagger.ts';
import { createMesoExtractor } from '../../../../src/metrics/meso/mesoExtractor.ts';

const extractor = createMesoExtractor(createEnglishTagger());
const kindsOf = (text: string) => extractor.kindsOf(text);

test('finds verb–noun pairs in English and key phrases elsewhere', () => {
  expect(kindsOf('Write a story about a dog.')).toEqual([
    { name: 'write story', verb: 'write', noun: 'story', source: 'verb-noun' },
  ]);
  expect(kindsOf('请把这段文字翻译成英文')[0]?.source).toBe('key-phrases');
});

test('reads what is written in capitals', () => {
  expect(kindsOf('WRITE A STORY ABOUT A DOG')[0]?.name).toBe('write story');
});

test('reads the beginning of a long text only', () => {
  const context = 'The sky was grey. '.repeat(2_000);
  expect(kindsOf(`Summarize the text.\n\n${context} Delete the file.`).map((k) => k.name)).toEqual([
    'summarize text',
  ]);
});

test('gives at most eight kinds', () => {
  const orders = ['story', 'poem', 'song', 'novel', 'letter', 'report', 'speech', 'essay', 'memo'];
  expect(kindsOf(orders.map((noun) => `Write a ${noun}.`).join(' '))).toHaveLength(8);
});

test('finds nothing in nothing', () => {
  for (const text of ['', ' ', '🎉🎉', '\u0000', '....']) expect(kindsOf(text)).toEqual([]);
});
