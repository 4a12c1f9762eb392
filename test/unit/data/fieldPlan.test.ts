import { describe, expect, test } from 'vitest';
import { describeFields, planFields } from '../../../src/data/fieldPlan.ts';
import type { JsonObject } from '../../../src/data/readRows.ts';
import { textViews } from '../../../src/data/textViews.ts';

const rows = (count: number, row: (index: number) => JsonObject) =>
  Array.from({ length: count }, (_, index) => row(index));

describe('tag fields', () => {
  const tagsOf = (sample: readonly JsonObject[]) => planFields(sample, {}).tagFields;

  test.each<[string, JsonObject[], string[]]>([
    ['labels that repeat', rows(100, (i) => ({ text: 't', intent: `i${i % 9}` })), ['intent']],
    ['kinds of tasks', rows(100, (i) => ({ text: 't', kind: `k${i % 9}` })), ['kind']],
    [
      'kinds of problems',
      rows(100, (i) => ({ text: 't', problem_type: `k${i % 9}` })),
      ['problem_type'],
    ],
    ['small integers', rows(100, (i) => ({ text: 't', label: i % 3 })), ['label']],
    ['lists of numbers', rows(100, (i) => ({ text: 't', labels: [i % 4, 7] })), ['labels']],
    [
      'lists of objects with a name',
      rows(100, (i) => ({ text: 't', tags: [{ name: `a${i % 4}`, id: i }, { label: 'b' }] })),
      ['tags'],
    ],
    [
      'an object with a name',
      rows(100, (i) => ({ text: 't', category: { id: i, name: `a${i % 4}` } })),
      ['category'],
    ],
    ['strings and numbers', rows(100, (i) => ({ text: 't', tags: [`a${i % 4}`, 5] })), ['tags']],
    ['strings and truth values', rows(9, () => ({ text: 't', tags: ['a', true] })), ['tags']],
    ['lists with a null', rows(9, () => ({ text: 't', tags: ['a', null] })), ['tags']],
    [
      'lists in which a list has no name',
      rows(9, () => ({ text: 't', tags: ['a', ['b']] })),
      ['tags'],
    ],
    [
      'lists in which an object has none',
      rows(9, () => ({ text: 't', tags: ['a', { b: 'c' }] })),
      ['tags'],
    ],
    [
      'a list with a null in one row',
      rows(40, (i) => ({ text: 't', tags: ['a', i ? 'b' : null] })),
      ['tags'],
    ],
    [
      'no truth value for each class',
      rows(9, () => ({ text: 't', labels: [true, false, false] })),
      [],
    ],
    [
      'no truth value for each of two classes',
      rows(9, (i) => ({ text: 't', labels: i % 2 ? [true, false] : [false, true] })),
      [],
    ],
    [
      'no word and number for each word',
      rows(9, () => ({ text: 't', ner_tags: ['O', 'O', 0] })),
      [],
    ],
    ['no label for each word', rows(9, () => ({ text: 't', ner_tags: [0, 3, 0, 0] })), []],
    ['no list of lists', rows(9, () => ({ text: 't', tags: [['a'], ['b']] })), []],
    ['lists', rows(100, (i) => ({ text: 't', tags: [`a${i % 4}`, 'b'] })), ['tags']],
    [
      'one object down',
      rows(9, () => ({ text: 't', metadata: { category: 'a' } })),
      ['metadata.category'],
    ],
    [
      'no labels of what a question lets choose from',
      rows(9, () => ({ question: 'Q', choices: { text: ['a', 'b'], label: ['A', 'B'] } })),
      [],
    ],
    ['a name’s ending', rows(9, () => ({ text: 't', main_category: 'a' })), ['main_category']],
    [
      'labels rather than traits',
      rows(9, (i) => ({ text: 't', topic: 'a', style: `s${i}` })),
      ['topic'],
    ],
    [
      'traits where there are no labels',
      rows(9, (i) => ({ text: 't', domain: `d${i % 2}` })),
      ['domain'],
    ],
    ['no trait that is always the same', rows(9, () => ({ text: 't', language: 'en' })), []],
    ['no scores', rows(100, (i) => ({ text: 't', label: i / 10 })), []],
    [
      'no scores of which most are whole',
      rows(100, (i) => ({ text: 't', label: i % 10 === 0 ? 2.5 : i % 5 })),
      [],
    ],
    ['no identifiers', rows(100, (i) => ({ text: 't', label: `x${i}` })), []],
    ['no long texts', rows(9, () => ({ text: 't', task: 'word '.repeat(30) })), []],
    ['no objects', rows(9, () => ({ text: 't', label: { a: 1 } })), []],
    ['no splits', rows(9, (i) => ({ text: 't', split: i % 2 ? 'train' : 'test' })), []],
    ['no bookkeeping', rows(9, () => ({ text: 't', _kept_at: { label: 'a' } })), []],
    [
      'nothing of whether there are several labels',
      rows(9, (i) => ({ text: 't', annotation: `a${i % 2}`, multi_label: false })),
      [],
    ],
    [
      'nothing of how a request went',
      rows(9, (i) => ({
        result:
          i % 2
            ? { type: 'succeeded', message: { role: 'assistant', content: 'A.' } }
            : { type: 'errored', error: { message: 'Too long.' } },
      })),
      [],
    ],
    [
      'of two that divide alike, the words',
      rows(9, (i) => ({ text: 't', label: i % 2, label_text: i % 2 ? 'pos' : 'neg' })),
      ['label_text'],
    ],
  ])('%s', (_, sample, expected) => {
    expect(tagsOf(sample)).toEqual(expected);
  });

  test('of several fields, each tag says which it is from', () => {
    const sample = rows(12, (i) => ({ text: 't', category: `c${i % 2}`, topic: `t${i % 3}` }));
    const plan = planFields(sample, {});
    expect(describeFields(plan).tags).toBe('category, topic');
    expect(textViews(sample[1]!, plan)?.tags).toEqual(['category: c1', 'topic: t1']);
  });

  test.each([
    ['a fraction among numbers', (i: number) => i % 2, 0.5],
    ['a fraction among strings', (i: number) => `a${i % 4}`, 5.5],
    ['labels of words among lists', (i: number) => [`a${i % 4}`, 'b'], [1, 1, 2]],
    ['an object without a name', (i: number) => `a${i % 4}`, { a: 1 }],
  ])('one value that is no tag costs its own row the tag, and no other: %s', (_, fit, unfit) => {
    const sample = rows(101, (i) => ({ text: 't', label: i === 7 ? unfit : fit(i) }));
    const plan = planFields(sample, {});
    expect(plan.tagFields).toEqual(['label']);
    expect(textViews(sample[7]!, plan)?.tags).toEqual([]);
    expect(textViews(sample[9]!, plan)?.tags).toEqual([fit(9)].flat().map(String));
  });

  test('tags are trimmed, told once per row, and may be missing', () => {
    const plan = planFields([{ text: 't', tags: ['a'] }], {});
    const tags = (value: unknown) => textViews({ text: 't', tags: value }, plan)?.tags;
    expect(tags([' a', 'a', '', 'b', null])).toEqual(['a', 'b']);
    expect(tags(['a', 5, true, ['b'], { zzz: 'd' }])).toEqual(['a', '5', 'true']);
    expect(tags([true, false, true])).toEqual([]);
    expect(tags([true, false])).toEqual([]);
    expect(tags(['O', 'O', 'B-PER', 0])).toEqual([]);
    expect(tags(null)).toEqual([]);
    expect(tags({ a: 1 })).toEqual([]);
    expect(tags([3, 1, { tag: 'x', value: 'y' }, { name: '' }, { name: 5 }])).toEqual([
      '3',
      '1',
      'x',
    ]);
    expect(tags({ value: 'a' })).toEqual(['a']);
    expect(tags('a, b')).toEqual(['a, b']);
    expect(textViews({ text: 't' }, plan)?.tags).toEqual([]);
  });
});

describe('the description', () => {
  test('names fields that stand together, and roles by their number', () => {
    const alpaca = [
      { instruction: 'a', input: '', output: 'o' },
      { instruction: 'a', input: 'b', output: 'o' },
    ];
    expect(describeFields(planFields(alpaca, {}))).toEqual({
      instruction: 'instruction + input',
      response: 'output',
    });
    const messages = [
      { role: 'system', content: 'S' },
      { role: 'user', content: 'Q' },
      { role: 'assistant', content: 'A' },
      { role: 'user', content: 'Q' },
    ];
    expect(describeFields(planFields([{ messages }], {}))).toEqual({
      instruction: 'messages (user, system)',
      response: 'messages (assistant)',
    });
  });

  test('of a mixed file names each way, the most frequent first', () => {
    const sample = [{ prompt: 'p', response: 'r' }, { text: 't' }, { text: 't' }];
    expect(describeFields(planFields(sample, {}))).toEqual({
      instruction: 'text; prompt',
      response: 'response',
    });
  });

  test('of rows that differ all names a dozen ways', () => {
    const { instruction } = describeFields(
      planFields(
        rows(50, (i) => ({ [`note${i}`]: `Words ${i}` })),
        {},
      ),
    );
    expect(instruction?.split('; ')).toHaveLength(13);
    expect(instruction).toMatch(/; …$/);
  });

  test('of an empty sample is empty', () => {
    expect(describeFields(planFields([], {}))).toEqual({});
  });
});

test('a plan survives structuredClone', () => {
  const plan = planFields([{ text: 't', label: 'a' }], { tags: 'label' });
  expect(structuredClone(plan)).toEqual(plan);
});
