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

  describe('of requests to an API', () => {
    const user = { role: 'user', content: 'Q' };
    const parts = (text: string) => [{ text }];
    const contents = [
      { role: 'user', parts: [{ text: 'Q' }, { inlineData: {} }] },
      { role: 'model', parts: [{ functionCall: { name: 'f', args: { a: 1 } } }] },
      { role: 'user', parts: [{ functionResponse: { name: 'f', response: { b: 2 } } }] },
      { role: 'model', parts: parts('A') },
    ];
    const called = [
      { role: 'user', content: 'Q' },
      { role: 'assistant', content: [{ type: 'tool_use', id: '1', name: 'f', input: { a: 1 } }] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: '1', content: 'b' }] },
      { role: 'assistant', content: [{ type: 'text', text: 'A' }] },
    ];

    test.each<[string, JsonObject]>([
      ['Gemini', { systemInstruction: { role: 'system', parts: parts('S') }, contents }],
      ['a batch of Gemini', { request: { contents, system_instruction: { parts: parts('S') } } }],
      ['Anthropic', { system: 'S', messages: called }],
      ['a batch of Anthropic', { params: { system: [{ text: 'S' }], messages: called } }],
    ])('%s: the system prompt and calls of tools are read', (_, row) => {
      expect(views(row)).toEqual({
        shape: 'messages',
        instruction: 'S\n\nQ',
        response: 'f({"a":1})\n\nA',
        tags: [],
      });
    });

    test('a batch of OpenAI: the messages are read, not the method', () => {
      const request = { custom_id: '1', method: 'POST', url: '/v1/chat/completions' };
      expect(views({ ...request, body: { messages: [user] } })).toEqual({
        shape: 'messages',
        instruction: 'Q',
        tags: [],
      });
      expect(views({ ...request, body: { input: [user] } })?.instruction).toBe('Q');
    });
  });

  test('a system prompt beside the turns is theirs, unless one of them is', () => {
    const conversations = [{ from: 'human', value: 'Q' }];
    const withSystem = [{ from: 'system', value: 'S1' }, ...conversations];
    expect(views({ conversations, system: 'S2' })?.instruction).toBe('S2\n\nQ');
    expect(views({ conversations, system: '' })?.instruction).toBe('Q');
    expect(views({ conversations: withSystem, system: 'S2' })?.instruction).toBe('S1\n\nQ');
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
