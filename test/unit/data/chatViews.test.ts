import { describe, expect, test } from 'vitest';
import { planFields } from '../../../src/data/fieldPlan.ts';
import type { JsonObject } from '../../../src/data/readRows.ts';
import { textViews } from '../../../src/data/textViews.ts';

const views = (record: JsonObject) => textViews(record, planFields([record], {}));

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
      ['Anthropic', { system: [{ text: 'S' }], messages: called }],
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
      const instructions = 'Be kind';
      expect(views({ ...request, body: { instructions, input: [user] } })?.instruction).toBe(
        'Be kind\n\nQ',
      );
    });

    test('a batch of Bedrock and a log: the messages are read', () => {
      const read = { shape: 'messages', instruction: 'Be kind\n\nQ', tags: [] };
      const body = { system: 'Be kind', messages: [user] };
      expect(views({ recordId: '1', modelInput: body })).toEqual(read);
      expect(views({ request: { method: 'POST', body } })).toEqual(read);
    });

    test('Bedrock: calls of tools are read', () => {
      const toolUse = { toolUseId: '1', name: 'f', input: { a: 1 } };
      const messages = [
        { role: 'user', content: [{ text: 'Q' }] },
        { role: 'assistant', content: [{ toolUse }] },
        { role: 'user', content: [{ toolResult: { toolUseId: '1', content: [{ text: 'b' }] } }] },
        { role: 'assistant', content: [{ text: 'A' }] },
      ];
      const row = { schemaVersion: 'bedrock-conversation-2024', system: [{ text: 'S' }], messages };
      expect(views(row)).toMatchObject({ instruction: 'S\n\nQ', response: 'f({"a":1})\n\nA' });
    });

    test('Gemini: a single turn without a role is the user’s', () => {
      const request = { contents: [{ parts: parts('Q') }] };
      expect(views({ key: 'request 1', request })).toEqual({
        shape: 'messages',
        instruction: 'Q',
        tags: [],
      });
    });

    const request = { model: 'gpt-4', messages: [{ role: 'user', content: 'Judge this' }] };

    test.each<JsonObject>([
      { request, response: 'A' },
      { params: request, output: 'A' },
      { body: request, completion: [{ role: 'assistant', content: 'A' }] },
      { request: { messages: [...request.messages, { role: 'assistant', content: 'A' }] } },
    ])('the answer may stand in it or beside it: %j', (row) => {
      expect(views(row)).toMatchObject({
        shape: 'messages',
        instruction: 'Judge this',
        response: 'A',
      });
    });

    test.each<JsonObject>([
      { prompt: 'Q', response: 'A' },
      { instruction: 'Q', input: '', output: 'A' },
      { question: 'Q', answer: 'A' },
      { prompt: 'Q', chosen: 'A', rejected: 'B' },
      { prompt: 'Q', completion: 'A', label: true },
      {
        conversations: [
          { from: 'human', value: 'Q' },
          { from: 'gpt', value: 'A' },
        ],
      },
    ])('beside other texts it says how these were made: %j', (row) => {
      for (const name of ['request', 'params', 'body']) {
        expect(views({ [name]: request, ...row })).toEqual(views(row));
      }
    });

    test('what has no role that is read is none', () => {
      const text = { text: 'A page', contents: [{ role: 'heading', text: 'Page' }] };
      expect(views(text)).toMatchObject({ shape: 'text', instruction: 'A page' });
      expect(views({ ...text, text: undefined, title: 'A page' })?.instruction).toBe('A page');
    });
  });

  describe('with an answer beside the turns', () => {
    const user = { role: 'user', content: 'Q' };
    const assistant = { role: 'assistant', content: 'A' };

    test.each<JsonObject>([
      { messages: [user], response: 'A' },
      { messages: [user], answer: 'A' },
      { conversations: [{ from: 'human', value: 'Q' }], output: 'A' },
      { messages: [user], completion: 'A', label: false },
    ])('it is theirs where they have none: %j', (row) => {
      expect(views(row)).toMatchObject({ instruction: 'Q', response: 'A' });
    });

    test('it follows the answers of earlier turns', () => {
      const messages = [user, assistant, { role: 'user', content: 'R' }];
      for (const row of [{ messages }, { request: { messages } }]) {
        expect(views({ ...row, response: [{ role: 'assistant', content: 'B' }] })).toMatchObject({
          instruction: 'Q\n\nR',
          response: 'A\n\nB',
        });
      }
    });

    test('it is not read where the last turn is an answer, or none can be read', () => {
      expect(views({ messages: [user, assistant], response: 'B' })?.response).toBe('A');
      expect(views({ messages: [{ content: 'Q' }], response: 'A' })).toBeUndefined();
    });
  });

  test('Cohere’s Chatbot is the one who answers', () => {
    const messages = [
      { role: 'System', content: 'S' },
      { role: 'User', content: 'Q' },
      { role: 'Chatbot', content: 'A' },
    ];
    expect(views({ messages })).toMatchObject({ instruction: 'S\n\nQ', response: 'A' });
  });

  test('a system prompt beside the turns is theirs, unless one of them is', () => {
    const conversations = [{ from: 'human', value: 'Q' }];
    const withSystem = [{ from: 'system', value: 'S1' }, ...conversations];
    expect(views({ conversations, system: 'Be kind' })?.instruction).toBe('Be kind\n\nQ');
    expect(views({ conversations, system: '親切に' })?.instruction).toBe('親切に\n\nQ');
    expect(views({ conversations, system: '' })?.instruction).toBe('Q');
    expect(views({ conversations: withSystem, system: 'Be kind' })?.instruction).toBe('S1\n\nQ');
  });

  test('a name is no system prompt', () => {
    expect(views({ messages: [{ role: 'user', content: 'Q' }], system: 'gpt-4' })).toMatchObject({
      instruction: 'Q',
    });
  });

  test('a system prompt by itself is no row', () => {
    expect(views({ messages: [], system: 'Be kind' })).toBeUndefined();
    expect(views({ messages: [{ content: 'Q' }], system: 'Be kind' })).toBeUndefined();
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
