import { describe, expect, test } from 'vitest';
import { planFields } from '../../../src/data/fieldPlan.ts';
import type { JsonObject } from '../../../src/data/readRows.ts';
import type { FieldSelection } from '../../../src/data/rowTypes.ts';
import { textViews } from '../../../src/data/textViews.ts';

const views = (record: JsonObject, selection: FieldSelection = {}) =>
  textViews(record, planFields([record], selection));

describe('instructions and their answers', () => {
  test('Alpaca’s input stands on a new line where there is one', () => {
    expect(views({ instruction: 'Sort.', input: '3 1 2', output: '1 2 3' })).toEqual({
      shape: 'alpaca',
      instruction: 'Sort.\n3 1 2',
      response: '1 2 3',
      tags: [],
    });
    expect(views({ instruction: 'Sort.', input: '', output: 'x' })?.instruction).toBe('Sort.');
    expect(views({ instruction: 'Sort.', context: '3 1', response: 'x' })?.instruction).toBe(
      'Sort.\n3 1',
    );
  });

  test('self-instruct’s instruction stands alone, and the first instance answers', () => {
    const instances = [
      { input: '3 1 2', output: '1 2 3' },
      { input: '5 4', output: '4 5' },
    ];
    expect(views({ instruction: 'Sort.', instances })).toMatchObject({
      instruction: 'Sort.',
      response: '1 2 3',
    });
    expect(views({ instruction: 'Sort.', instances: [] })).not.toHaveProperty('response');
  });

  const user = { role: 'user', content: 'Q' };
  const assistant = { role: 'assistant', content: 'A' };

  test.each<JsonObject>([
    { prompt: 'Q', completion: [assistant] },
    { prompt: 'Q', completion: assistant },
    { prompt: [user], completion: 'A' },
    { prompt: 'Q', completion: [assistant], label: true },
    { prompt: [user], completion: 'A', label: false },
    { prompt: [user], solution: 'A' },
    { input: [user], ideal: 'A' },
    { input: [user], ideal: ['A', 'B'] },
    { input: 'Q', ideal: ['A', 'B'] },
    { input: { messages: [user] }, output: 'A' },
  ])('each may be a text or turns; of answers that count as right the first is read: %j', (row) => {
    expect(views(row)).toMatchObject({ instruction: 'Q', response: 'A', tags: [] });
  });

  test('a prompt of text beside turns has its answer under any of the usual names', () => {
    expect(views({ prompt: 'Q', input: [user], answer: 'A' })).toMatchObject({
      instruction: 'Q',
      response: 'A',
    });
  });

  test('Alpaca’s input and output may be turns, or answers that count as right', () => {
    expect(views({ instruction: 'I', input: [user], output: [assistant] })).toMatchObject({
      instruction: 'I\n\nQ',
      response: 'A',
    });
    expect(views({ instruction: 'I', input: '', output: ['A', 'B'] })?.response).toBe('A');
  });

  test('a blank completion is none, whatever stands beside it', () => {
    expect(views({ prompt: 'Q', completion: '', answer: 'A' })).not.toHaveProperty('response');
  });

  describe('of several completions of one instruction', () => {
    const completions = [
      { model: 'a', response: 'A', overall_score: 3 },
      { model: 'b', response: 'B', overall_score: 9 },
    ];

    test.each<JsonObject>([
      { source: 'evol', instruction: 'Q', completions, correct_answers: ['None'] },
      { prompt: 'Q', answers: [{ answer: 'A', rank: 1 }, { answer: 'B' }], turns: 1 },
      { question: 'Q', answers: [{ text: 'A', pm_score: 1 }, { text: 'B' }] },
      { prompt: 'Q', responses: ['A', 'B'] },
      { prompt: [user], completions: ['A', 'B'] },
      { prompt: [user], completions: [assistant, { role: 'assistant', content: 'B' }] },
    ])('the first is read: %j', (row) => {
      expect(views(row)).toMatchObject({ instruction: 'Q', response: 'A', tags: [] });
    });

    test('another is read where its path is named', () => {
      const selection = { response: 'completions.1.response' };
      expect(views({ instruction: 'Q', completions }, selection)?.response).toBe('B');
    });

    test('where there are none, nothing else stands for them but an answer', () => {
      const plan = planFields([{ instruction: 'Q', completions, correct_answers: ['None'] }], {});
      const row = { instruction: 'Q', completions: [], correct_answers: ['None'] };
      expect(textViews(row, plan)).toEqual({ shape: 'completions', instruction: 'Q', tags: [] });
      expect(views({ prompt: 'Q', answer: 'A', responses: [] })?.response).toBe('A');
    });
  });

  test.each<JsonObject>([
    { answers: { text: ['A', 'B'], answer_start: [3, 7] } },
    { answers: [{ text: 'A', answer_start: 3 }] },
    { answer: { value: 'A', aliases: ['B'] } },
    { answer: [assistant] },
  ])('an answer may have more beside it, and the context is none: %j', (answered) => {
    const row = { title: 'T', context: 'A long text with A in it.', question: 'Q', ...answered };
    expect(views(row)).toEqual({
      shape: 'question-answer',
      instruction: 'Q',
      response: 'A',
      tags: [],
    });
  });

  test('a question without an answer has none', () => {
    const context = 'A long text.';
    const answered = { context, question: 'Q', answers: { text: ['A'], answer_start: [0] } };
    const plan = planFields([answered], {});
    for (const answers of [{ text: [], answer_start: [] }, []]) {
      expect(textViews({ context, question: 'Q', answers }, plan)).toEqual({
        shape: 'question-answer',
        instruction: 'Q',
        tags: [],
      });
    }
  });

  test('the answer beside a solution is what that comes to: the solution is read', () => {
    const row = { problem: 'Q', answer: '42', solution: 'So it is 42.' };
    expect(views(row)).toMatchObject({ shape: 'question-answer', response: 'So it is 42.' });
    expect(views({ ...row, solution: ' ' })?.response).toBe('42');
    expect(views({ ...row, response: 'R' })?.response).toBe('R');
    const prompt = [{ role: 'user', content: 'Q' }];
    expect(views({ prompt, answer: '42', solution: 'S' })?.response).toBe('S');
  });

  test('a number may be an answer', () => {
    expect(views({ question: '6 × 7?', answer: 42 })?.response).toBe('42');
  });

  test('an empty view is absent, and a row without any is no row', () => {
    expect(views({ prompt: 'Q', completion: ' \n' })).toEqual({
      shape: 'prompt-completion',
      instruction: 'Q',
      tags: [],
    });
    expect(views({ prompt: '', completion: '' })).toBeUndefined();
    expect(views({ messages: [], id: 'abc' })).toBeUndefined();
    expect(views({})).toBeUndefined();
  });
});

describe('preferences', () => {
  const user = { role: 'user', content: 'Q' };
  const good = { role: 'assistant', content: 'good' };
  const bad = { role: 'assistant', content: 'bad' };
  const conversations = [
    { from: 'system', value: 'S' },
    { from: 'human', value: 'Q' },
  ];

  test.each<[string, JsonObject, string | undefined]>([
    ['strings', { prompt: 'Q', chosen: 'good', rejected: 'bad' }, 'Q'],
    ['strings without a prompt', { chosen: 'good', rejected: 'bad' }, undefined],
    ['Alpaca', { instruction: 'I', input: 'X', chosen: 'good', rejected: 'bad' }, 'I\nX'],
    ['messages', { prompt: [user], chosen: [good], rejected: [bad] }, 'Q'],
    ['whole chats beside a prompt', { prompt: 'Q', chosen: [user, good], rejected: [bad] }, 'Q'],
    ['whole chats alone', { chosen: [user, good], rejected: [user, bad] }, 'Q'],
    [
      'ShareGPT',
      {
        conversations,
        chosen: { from: 'gpt', value: 'good' },
        rejected: { from: 'gpt', value: 'bad' },
      },
      'S\n\nQ',
    ],
    [
      'OpenAI has them',
      { input: { messages: [user] }, preferred_output: [good], non_preferred_output: [bad] },
      'Q',
    ],
  ])('as %s: the chosen answer is the response', (_, record, instruction) => {
    const read = views(record);
    expect(read?.response).toBe('good');
    expect(read?.instruction).toBe(instruction);
  });

  test('KTO’s answer is the response, wanted or not, and its label is no tag', () => {
    expect(views({ prompt: 'Q', completion: 'A', label: false })).toEqual({
      shape: 'kto',
      instruction: 'Q',
      response: 'A',
      tags: [],
    });
    expect(views({ messages: [user, good], label: true, category: 'x' })).toMatchObject({
      response: 'good',
      tags: ['x'],
    });
  });
});

describe('texts', () => {
  test('of a pair the second sentence stands as the response', () => {
    expect(views({ sentence1: 'A', sentence2: 'B', label: 2.4 })).toEqual({
      shape: 'sentence-pair',
      instruction: 'A',
      response: 'B',
      tags: [],
    });
  });

  test.each<[JsonObject, string, string?]>([
    [{ translation: { en: 'Good', id: 'Selamat pagi' } }, 'Good', 'Selamat pagi'],
    [{ translation: { 'pt-BR': 'Oi', zh_Hans: '你好', id: 'x1', model: 'm' } }, 'Oi', '你好'],
    [{ text: 'A day', translation: { lang: 'ja', text: '一日' } }, 'A day'],
    [{ text: 'A day', translation: { en: 'A day', ja: '一日' } }, 'A day'],
    [{ content: 'x12', translation: { en: 'A day', ja: '一日' } }, 'A day', '一日'],
    [{ source_text: 'A day', translation: { text: 'Ein Tag', model: 'm' } }, 'A day', 'Ein Tag'],
    [
      { abstract: 'A longer text', translation: { title: 'Titel', abstract: 'Ein Text' } },
      'A longer text',
      'Ein Text',
    ],
  ])('a translation has languages as keys, and no text beside it: %j', (row, ...expected) => {
    const read = views(row);
    expect([read?.instruction, read?.response]).toEqual([expected[0], expected[1]]);
  });

  test('of a translation the second language does, whichever two a row has', () => {
    const translations: JsonObject[] = [
      { translation: { en: 'Good morning', fr: 'Bonjour' } },
      { translation: { de: 'Guten Morgen', en: 'Good morning' } },
    ];
    const plan = planFields(translations, {});
    expect(translations.map((row) => textViews(row, plan))).toEqual([
      { shape: 'sentence-pair', instruction: 'Good morning', response: 'Bonjour', tags: [] },
      { shape: 'sentence-pair', instruction: 'Guten Morgen', response: 'Good morning', tags: [] },
    ]);
  });

  test.each<JsonObject>([
    { text: 'T', output: 'O' },
    { text: 'T', response: 'O', title: 'A title' },
    { sentence: 'T', answer: 'O' },
    { content: 'T', summary: 'O', url: 'https://example.com' },
  ])('what was made of a text is the response: %j', (row) => {
    expect(views({ ...row, category: 'c' })).toEqual({
      shape: 'text-output',
      instruction: 'T',
      response: 'O',
      tags: ['c'],
    });
  });

  test('a text is the instruction, its label a tag', () => {
    expect(views({ text: 'T', label: 1 })).toEqual({
      shape: 'labelled-text',
      instruction: 'T',
      tags: ['1'],
    });
  });
});

describe('the person’s choice', () => {
  const record = {
    instruction: 'I',
    output: 'O',
    notes: ['n1', 'n2'],
    meta: {
      score: 0.5,
      chat: [
        { role: 'user', content: 'Q' },
        { role: 'assistant', content: 'A' },
      ],
    },
  };

  test('wins over the shape, view by view', () => {
    expect(views(record, { instruction: 'notes' })).toMatchObject({
      shape: 'alpaca',
      instruction: 'n1\n\nn2',
      response: 'O',
    });
    expect(views(record, { response: 'meta.chat', instruction: 'meta.chat' })).toMatchObject({
      instruction: 'Q',
      response: 'A',
    });
    expect(views(record, { tags: 'meta.score' })?.tags).toEqual(['0.5']);
    expect(views(record, { response: 'meta.chat.1' })?.response).toBe('A');
  });

  test('is kept to where the row lacks the field', () => {
    expect(views(record, { instruction: 'nowhere' })).not.toHaveProperty('instruction');
    expect(views(record, { instruction: 'nowhere', response: 'toString' })).toBeUndefined();
  });

  test('may name KTO’s label as tags', () => {
    expect(views({ prompt: 'Q', completion: 'A', label: false }, { tags: 'label' })?.tags).toEqual([
      'false',
    ]);
  });
});
