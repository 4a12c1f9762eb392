import { describe, expect, test } from 'vitest';
import { planFields } from '../../../src/data/fieldPlan.ts';
import type { JsonObject } from '../../../src/data/readRows.ts';
import type { FieldSelection } from '../../../src/data/rowTypes.ts';
import { noTextError, textViews } from '../../../src/data/textViews.ts';

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

describe('chats', () => {
  test('user and system turns are the instruction, assistant turns the response', () => {
    const messages = [
      { role: 'system', content: 'S' },
      { role: 'user', content: 'Q1' },
      { role: 'assistant', content: 'A1' },
      { role: 'User', content: 'Q2' },
      { role: 'assistant', content: 'A2' },
    ];
    expect(views({ messages })).toMatchObject({
      instruction: 'S\n\nQ1\n\nQ2',
      response: 'A1\n\nA2',
    });
  });

  test('content parts give their text, pictures none', () => {
    const content = [
      { type: 'text', text: 'What is this?' },
      { type: 'image_url', image_url: { url: 'data:' } },
      { type: 'text', value: 'Tell me.' },
    ];
    expect(views({ messages: [{ role: 'user', content }] })?.instruction).toBe(
      'What is this?\nTell me.',
    );
  });

  test('calls of tools belong to the response, what tools give back to neither', () => {
    const call = { type: 'function', function: { name: 'weather', arguments: '{"city":"Ulm"}' } };
    const messages = [
      { role: 'user', content: 'Rain?' },
      { role: 'assistant', content: null, tool_calls: [call] },
      { role: 'tool', content: '{"rain":true}' },
      { role: 'assistant', content: 'Yes.' },
      { role: 'assistant', content: 'Also:', function_call: { name: 'f', arguments: { a: 1 } } },
    ];
    expect(views({ messages })).toMatchObject({
      instruction: 'Rain?',
      response: 'weather({"city":"Ulm"})\n\nYes.\n\nAlso:\nf({"a":1})',
    });
  });

  test('ShareGPT’s function calls are the model’s, observations are nobody’s', () => {
    const conversations = [
      { from: 'human', value: 'Rain?' },
      { from: 'function_call', value: '{"name":"weather"}' },
      { from: 'observation', value: '{"rain":true}' },
      { from: 'gpt', value: 'Yes.' },
    ];
    expect(views({ conversations })).toMatchObject({
      instruction: 'Rain?',
      response: '{"name":"weather"}\n\nYes.',
    });
  });

  test('turns that are no turns are left out', () => {
    const messages = [
      { role: 'user', content: 'Q' },
      null,
      7,
      'text',
      {},
      { role: 5, content: 'x' },
      { role: 'narrator', content: 'x' },
      { role: 'constructor', content: 'x' },
      { role: 'assistant', content: { nested: {} } },
      { role: 'assistant', content: [null, 3, 'A'] },
      { role: 'assistant', tool_calls: [null, { function: 1 }] },
    ];
    expect(views({ messages })).toMatchObject({ instruction: 'Q', response: 'A' });
  });

  test('plain strings in turns are all the user’s; objects have roles', () => {
    expect(views({ turns: ['Q1', '', 'Q2'] })).toEqual({
      shape: 'turns',
      instruction: 'Q1\n\nQ2',
      tags: [],
    });
    const turns = [
      { role: 'user', content: 'Q' },
      { role: 'assistant', content: 'A' },
    ];
    expect(views({ turns })).toMatchObject({ instruction: 'Q', response: 'A' });
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

describe('a row without text', () => {
  const said = (record: JsonObject, selection: FieldSelection = {}, sample = [record]) =>
    noTextError(7, record, planFields(sample, selection)).message;

  test('has its line and code, and is told what was looked for', () => {
    const plan = planFields([], {});
    expect(noTextError(7, {}, plan)).toMatchObject({ line: 7, code: 'no-text' });
    expect(noTextError(7, {}, plan).message).toContain('question and answer');
    expect(said({}, { instruction: 'ask', response: 'say' })).toBe(
      'Expected text in the chosen fields ask and say, found no text.',
    );
  });

  test.each<[JsonObject, string]>([
    [{ instruction: 1, output: 2 }, 'Expected text in `instruction`, found a number.'],
    [{ instruction: null, output: '' }, 'Expected text in `instruction`, found null.'],
    [{ prompt: ' ', completion: '' }, 'Expected text in `prompt`, found an empty text.'],
    [{ chosen: [], rejected: [] }, 'Expected text in `chosen`, found an empty array.'],
    [{ question: [1, {}] }, 'Expected text in `question`, found an array without text.'],
    [{ text: { a: 1 } }, 'Expected text in `text`, found an object.'],
    [{ messages: 5 }, 'Expected a list of turns in `messages`, found a number.'],
    [{ messages: [] }, 'Expected a list of turns in `messages`, found an empty array.'],
    [{ messages: [{ content: 'Q' }, { content: 'A' }] }, 'Turn 1 of `messages` has no role.'],
    [
      { messages: [{ role: 'user' }, { content: 'A' }], id: 'x' },
      'Turn 2 of `messages` has no role.',
    ],
    [
      { messages: [{ role: 5, content: 7 }] },
      'Expected text as the role of turn 1 of `messages`, found a number.',
    ],
    [
      { messages: [{ role: 'user', content: 7 }] },
      'Expected text in turn 1 of `messages`, found a number.',
    ],
    [{ messages: [{ role: 'user' }] }, 'Expected text in turn 1 of `messages`, found no content.'],
    [
      { conversations: [{ from: 'narrator', value: 'Once.' }] },
      'Turn 1 of `conversations` has the role `narrator`, which is neither the one who asks nor the one who answers.',
    ],
    [
      { chosen: { from: 'gpt', value: '' }, rejected: { from: 'gpt', value: '' } },
      'Expected text in `chosen`, found a turn without text.',
    ],
    [{ constructor: 5, numbers: [1] }, 'found no text.'],
  ])('%j: %s', (record, reason) => {
    expect(views(record)).toBeUndefined();
    expect(said(record)).toContain(reason);
  });

  test('is told which of the fields of its file is empty, or where its only text stands', () => {
    const sample = [{ headline: 'Some words' }, { headline: 'More words' }];
    expect(said({ headline: '', note: 'n n' }, {}, sample)).toBe(
      'Expected text in `headline`, found an empty text.',
    );
    expect(said({ id: 'a b', url: 'c', path: 'd', date: 'e' }, {}, sample)).toMatch(
      /^Expected messages.*; the only text is in `id`, `url`, `path`, …, which is not read\.$/,
    );
  });

  test('is told what stands in the chosen field', () => {
    expect(said({ ask: [], text: 5 }, { instruction: 'ask', response: 'say' })).toBe(
      'Expected text in `ask`, found an empty array.',
    );
    const messages = [{ role: 'assistant', content: 'A' }];
    expect(said({ messages }, { instruction: 'messages', response: 'say' })).toBe(
      'Expected text in the chosen fields messages and say, found no text.',
    );
  });
});
