import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../src/data/jsonObject.ts';
import { recordFacts } from '../../../src/data/recordFacts.ts';

test('who speaks, and which tools answer a call that no turn made', () => {
  const call = (id: string) => ({ id, type: 'function', function: { name: 'f', arguments: '{}' } });
  const messages = [
    { role: 'user', content: 'Q' },
    { role: 'assistant', content: null, tool_calls: [call('c1'), call('c2')] },
    { role: 'tool', tool_call_id: 'c2', content: 'ok' },
    { role: 'tool', tool_call_id: 'c9', content: 'ok' },
    { role: 'tool', content: 'ok' },
    { role: 'assistant', content: 'A' },
  ];
  expect(recordFacts({ messages }, 'messages')).toEqual({
    speakers: ['user', 'assistant', 'tool', 'stray-tool', 'tool', 'assistant'],
  });
  const conversations = [
    { from: 'human', value: 'Q' },
    { from: 'function_call', value: '{"name": "f"}' },
    { from: 'observation', value: 'ok' },
    { from: 'gpt', value: 'A' },
  ];
  expect(recordFacts({ conversations }, 'conversations').speakers).toEqual([
    'user',
    'call',
    'tool',
    'assistant',
  ]);
  const exchanges = [{ input: 'Q', output: 'A' }, { input: 'Q' }];
  expect(recordFacts({ conversation: exchanges }, 'conversations').speakers).toEqual([
    'user',
    'assistant',
    'user',
  ]);
});

describe('what a turn or a field holds', () => {
  const facts = (assistant: JsonObject, user: JsonObject = { content: 'Q' }) =>
    recordFacts(
      {
        messages: [
          { role: 'user', ...user },
          { role: 'assistant', ...assistant },
        ],
      },
      'messages',
    );

  test.each<JsonObject>([
    { content: null },
    {},
    { content: null, tool_calls: null },
    { content: null, tool_calls: [] },
    { content: 42 },
    { content: [] },
  ])('an answer of %j is none', (assistant) => {
    expect(facts(assistant).speakers).toEqual(['user', 'silent']);
  });

  test.each<JsonObject>([
    { content: 'A' },
    { content: '' },
    { content: null, tool_calls: [{ function: { name: 'f', arguments: '{}' } }] },
    { content: null, function_call: { name: 'f', arguments: '{}' } },
    { content: null, audio: { id: 'a' } },
    { content: [{ type: 'image_url', image_url: { url: 'u' } }] },
  ])('an answer of %j is one', (assistant) => {
    expect(facts(assistant).speakers).toEqual(['user', 'assistant']);
  });

  test('ShareGPT’s answers may be null too', () => {
    const conversations = [
      { from: 'human', value: 'Q' },
      { from: 'gpt', value: null },
    ];
    expect(recordFacts({ conversations }, 'conversations').speakers).toEqual(['user', 'silent']);
  });

  test('a blank answer and a question that is none are empty fields', () => {
    expect(facts({ content: ' ' }).emptyField).toBe('assistant');
    expect(facts({ content: 'A' }, { content: null }).emptyField).toBe('user');
    expect(facts({ content: 'A' }, { content: [{ type: 'image' }] }).emptyField).toBeUndefined();
  });

  test('an empty answer beside its solution lacks nothing that is read', () => {
    const row = { problem: 'Q', answer: '', solution: 'S' };
    expect(recordFacts(row, 'question-answer').emptyField).toBeUndefined();
    expect(recordFacts({ ...row, solution: ' ' }, 'question-answer').emptyField).toBe('answer');
  });

  test('an instruction of null is what lacks, not the input beside it', () => {
    const row = { instruction: null, input: '', output: 'A' };
    expect(recordFacts(row, 'prompt-completion').emptyField).toBe('instruction');
    expect(recordFacts({ input: '', output: 'A' }, 'prompt-completion').emptyField).toBe('input');
  });
});

test('an answer beside the turns is one', () => {
  const messages = [{ role: 'user', content: 'Q' }];
  const choices = [{ message: { role: 'assistant', content: 'A' } }];
  for (const answered of [{ response: 'A' }, { choices }, { response: { body: { choices } } }]) {
    expect(recordFacts({ messages, ...answered }, 'messages')).toEqual({
      speakers: ['user', 'assistant'],
    });
  }
  expect(recordFacts({ messages }, 'messages')).toEqual({ speakers: ['user'] });
});

test('a request has no answer to learn, and conversations as an API takes them may have one', () => {
  const messages = [{ role: 'user', content: '' }];
  expect(recordFacts({ body: { messages } }, 'messages')).toEqual({ emptyField: 'user' });
  const contents = [{ role: 'user', parts: [{ text: 'Q' }] }];
  expect(recordFacts({ contents }, 'messages')).toEqual({ speakers: ['user'] });
});
