import { describe, expect, test } from 'vitest';
import { describeFields, planFields } from '../../../src/data/fieldPlan.ts';
import type { JsonObject } from '../../../src/data/readRows.ts';
import { textViews } from '../../../src/data/textViews.ts';

const rows = (count: number, row: (index: number) => JsonObject) =>
  Array.from({ length: count }, (_, index) => row(index));

describe('rows of no known shape', () => {
  const fieldsOf = (...sample: JsonObject[]) => describeFields(planFields(sample, {}));

  test.each<[string, JsonObject, object]>([
    [
      'fields named as question and answer',
      { question: 'Is it so?', answer_not_matching: ' (B) or so', answer_matching: ' (A)' },
      { instruction: 'question', response: 'answer_matching' },
    ],
    [
      'the two longest texts, in the order of the file',
      { id: 'x'.repeat(99), title: 'A short title', by: 'me', body: 'A much longer text' },
      { instruction: 'title', response: 'body' },
    ],
    [
      'a prompt and the longest text beside it',
      { userPrompt: 'Tell me a story', mood: 'so so', story: 'Once upon a time there was' },
      { instruction: 'userPrompt', response: 'story' },
    ],
    [
      'texts inside objects',
      { pair: { en: 'Good morning', ja: 'おはようございます' } },
      { instruction: 'pair.en', response: 'pair.ja' },
    ],
    [
      'lists of strings',
      { paragraphs: ['First one.', 'Second one.'] },
      { instruction: 'paragraphs' },
    ],
    [
      'no list in which nothing stands',
      { question: 'Is it so?', answer_start: [], remark: 'It is, I think.' },
      { instruction: 'question', response: 'remark' },
    ],
    [
      'what is put in, where no field is named as a question',
      { context: 'A long text about the thing', inputs: 'What is it?', answers: ['A thing'] },
      { instruction: 'inputs', response: 'answers' },
    ],
    [
      'what the instruction is to be done with, by names with capitals',
      { Instruction: 'Name it.', Input: 'Otter', Output: 'An otter' },
      { instruction: 'Instruction + Input', response: 'Output' },
    ],
    [
      'what the instruction is to be done with, in an object and in Chinese',
      { data: { instruction_zh: '说出 它', input_zh: '水獭', output_zh: '是 这样' } },
      { instruction: 'data.instruction_zh + data.input_zh', response: 'data.output_zh' },
    ],
    [
      'what the instruction is to be done with, named in Japanese',
      { 指示: '説明して', 入力: 'カワウソ' },
      { instruction: '指示 + 入力' },
    ],
    [
      'no input of something else',
      { sys_instruction: 'Be kind to all', model: { input: 'Which tyre?' }, output: 'It is so' },
      { instruction: 'sys_instruction', response: 'output' },
    ],
    [
      'no choice of a question',
      { question: 'Is it so?', choice0: 'It is so', option_b: 'It is not', choices: ['so', 'not'] },
      { instruction: 'question' },
    ],
    [
      'a numbered answer',
      {
        preference: 'The first is better',
        question: 'Is it so?',
        response1: 'Yes',
        response2: 'No',
      },
      { instruction: 'question', response: 'response1' },
    ],
    ['a word where there is nothing longer', { word: 'apple' }, { instruction: 'word' }],
    ['nothing in identifiers and dates', { id: 'a b', created_at_date: '2024-01-01 10:00' }, {}],
  ])('%s', (_, record, expected) => {
    expect(fieldsOf(record)).toEqual(expected);
  });

  describe('where `source` or `from` is beside `target` or `to`', () => {
    const texts = (from: string, to: string, more: JsonObject = {}) =>
      rows(20, (i) => ({ [from]: `Sentence ${i}`, [to]: `Here is line ${i}`, ...more }));

    test.each<[string, JsonObject[], object]>([
      ['a sentence', texts('source', 'target'), { instruction: 'source', response: 'target' }],
      [
        'beside labels and remarks',
        texts('source', 'target', { source_lang: 'en', target_lang: 'de', note: 'Not so good' }),
        { instruction: 'source', response: 'target' },
      ],
      ['in any order', texts('target', 'source'), { instruction: 'source', response: 'target' }],
      ['under the other names', texts('from', 'to'), { instruction: 'from', response: 'to' }],
      [
        'inside an object',
        rows(9, (i) => ({ pair: { source: `Sentence ${i}`, target: `Line ${i}` } })),
        { instruction: 'pair.source', response: 'pair.target' },
      ],
      [
        'with four translations each',
        rows(80, (i) => ({ source: `Sentence ${i >> 2}`, target: `Line number ${i}` })),
        { instruction: 'source', response: 'target' },
      ],
    ])('it is a text that another was made of: %s', (_, sample, expected) => {
      expect(fieldsOf(...sample)).toEqual(expected);
    });

    test.each<[string, JsonObject[], object]>([
      [
        'a site',
        rows(20, (i) => ({ source: 'Stack Overflow', target: `Line number ${i}` })),
        { response: 'target' },
      ],
      [
        'an address',
        rows(20, (i) => ({ source: `https://a.org/${i}`, target: `Line number ${i}` })),
        { response: 'target' },
      ],
      [
        'where a long text is from',
        rows(20, (i) => ({ source: `Page ${i}`, passage: 'Many words '.repeat(9), target: 'Yes' })),
        { instruction: 'passage', response: 'target' },
      ],
      [
        'where a short text is from',
        rows(20, (i) => ({
          source: `Smith and May, 20${i}`,
          document: `Words and ${i}`,
          target: 'Yes',
        })),
        { instruction: 'document', response: 'target' },
      ],
      [
        'one of three sites of a few rows',
        rows(10, (i) => ({ source: `Site ${i % 3}`, target: `Line number ${i}` })),
        { response: 'target' },
      ],
      [
        'sites in a list',
        rows(20, (i) => ({ source: [`Site ${i % 3}`], target: `Line number ${i}` })),
        { response: 'target' },
      ],
      [
        'much shorter than what it would be made into',
        rows(20, (i) => ({ source: `Site ${i}`, target: `${'Many words '.repeat(9)}${i}` })),
        { response: 'target' },
      ],
      [
        'of a single row',
        [{ source: 'Stack Overflow', target: 'Line number 1' }],
        { response: 'target' },
      ],
      [
        'the one who wrote',
        rows(20, (i) => ({ from: `Ann ${i} <a@b.org>`, to: `Bob ${i}`, body: `Dear Bob ${i}` })),
        { instruction: 'to', response: 'body' },
      ],
      [
        'beside a prompt',
        texts('source', 'target', { user_prompt: 'Translate this' }),
        { instruction: 'user_prompt', response: 'target' },
      ],
      [
        'alone',
        rows(20, (i) => ({ source: `Sentence ${i}`, story: `Line number ${i}` })),
        { instruction: 'story' },
      ],
    ])('it is a label: %s', (_, sample, expected) => {
      expect(fieldsOf(...sample)).toEqual(expected);
    });
  });

  describe('with a prompt of turns', () => {
    const turns = [{ role: 'user', content: 'How much is it?' }];

    test.each<[JsonObject, object]>([
      [{ prompt: turns }, { instruction: 'prompt (user)' }],
      [
        { prompt: turns, target: 'A' },
        { instruction: 'prompt (user)', response: 'target' },
      ],
      [
        { prompt: turns, answers: ['A'] },
        { instruction: 'prompt (user)', response: 'answers' },
      ],
      [
        { prompt: turns, ground_truth: '72' },
        { instruction: 'prompt (user)', response: 'ground_truth' },
      ],
      [
        {
          data_source: 'gsm8k',
          prompt: turns,
          reward_model: { style: 'rule', ground_truth: '72' },
          extra_info: { question: 'How much?', answer: 'It is 72.' },
        },
        { instruction: 'prompt (user)', response: 'extra_info.answer' },
      ],
      [
        { input: turns, target: 'A', choices: ['One of many', 'Another of as many'] },
        { instruction: 'input (user)', response: 'target' },
      ],
      [
        { note: 'A long text', input: { messages: turns }, target: 'A' },
        { instruction: 'input.messages (user)', response: 'target' },
      ],
    ])('its answer is found by its name: %j', (record, expected) => {
      expect(fieldsOf(record)).toEqual(expected);
    });
  });

  test('a stray field in one row does not win', () => {
    const sample = rows(20, () => ({ headline: 'Some words here' }));
    const stray = { headline: 'Some words here', aside: 'word '.repeat(12) };
    expect(fieldsOf(...sample, stray).instruction).toBe('headline');
  });

  test('a row that lacks what its file has is read by the fields that are left', () => {
    const sample = rows(9, () => ({ question: 'Is it so?', answer: 'It is.' }));
    const plan = planFields(sample, {});
    expect(textViews({ question: 'And now?' }, plan)).toEqual({
      shape: 'fields',
      instruction: 'And now?',
      tags: [],
    });
    expect(textViews({ error: 'timed out' }, plan)).toBeUndefined();
  });

  describe('that have none of the fields of their file', () => {
    const sample = rows(9, () => ({ ask: 'Is it so?', say: 'It is, I think.' }));
    const read = (record: JsonObject, selection = {}) =>
      textViews(record, planFields(sample, selection));

    test('are read by their own, and say so', () => {
      expect(read({ title: 'A title', body: 'What follows it' })).toEqual({
        shape: 'own-fields',
        instruction: 'A title',
        response: 'What follows it',
        tags: [],
      });
      expect(read({ sentence1: 'A man plays', sentence2: 1 })).toMatchObject({
        shape: 'own-fields',
        instruction: 'A man plays',
      });
    });

    test('are read as without the others, whatever those are', () => {
      const strangers = rows(9, (i) => ({
        [`first${i}`]: `Words ${i}`,
        [`then${i}`]: `More ${i}`,
      }));
      const plan = planFields(strangers, {});
      for (const record of strangers) {
        const { shape, ...texts } = textViews(record, planFields([record], {}))!;
        expect(shape).toBe('fields');
        expect(textViews(record, plan)).toMatchObject(texts);
      }
    });

    test('leave the choice of the person alone', () => {
      const body = { body: 'What follows it', title: 'A title' };
      expect(read(body, { response: 'title' })).not.toHaveProperty('instruction');
      expect(read(body, { response: 'nowhere' })).toEqual({
        shape: 'own-fields',
        instruction: 'What follows it',
        tags: [],
      });
      expect(read(body, { response: 'say', instruction: 'ask' })).toBeUndefined();
    });

    test('and no row that has one of them without text', () => {
      expect(read({ ask: ' ', author_note: 'Some words' })).toBeUndefined();
      expect(read({ ask: null, author_note: 'Some words' })).toMatchObject({
        instruction: 'Some words',
      });
    });
  });

  test('the field that the person chose does not serve twice', () => {
    const plan = planFields([{ headline: 'Some words', body: 'Many more words' }], {
      response: 'headline',
    });
    expect(describeFields(plan)).toEqual({ instruction: 'body', response: 'headline' });
  });
});
