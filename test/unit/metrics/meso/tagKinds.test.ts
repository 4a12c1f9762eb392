import { expect, test } from 'vitest';
import { tagKinds } from '../../../../src/metrics/meso/tagKinds.ts';

test('counts tags in lower case and keeps how they are written', () => {
  expect(tagKinds(['Coding', 'math'])).toEqual([
    { name: 'coding', form: 'Coding', source: 'tags' },
    { name: 'math', source: 'tags' },
  ]);
});

test('folds white space, width and case, and counts a tag once per row', () => {
  expect(tagKinds([' open  qa ', 'OPEN QA', 'ｏｐｅｎ qa']).map(({ name }) => name)).toEqual([
    'open qa',
  ]);
});

test('gives nothing for empty tags', () => {
  expect(tagKinds(['', '  ', '\n'])).toEqual([]);
  expect(tagKinds([])).toEqual([]);
});

test('cuts a tag that is an essay and mends a pair of surrogates that was cut', () => {
  const [kind] = tagKinds(['a'.repeat(199) + '😀'.repeat(100)]);
  expect(kind?.name.length).toBe(200);
  expect(kind?.name.isWellFormed()).toBe(true);
});
