import { expect, test } from 'vitest';
import type { JsonObject } from '../../../src/data/readRows.ts';
import type { ShapeId } from '../../../src/data/rowTypes.ts';
import { detectShape } from '../../../src/data/shapes.ts';

const user = { role: 'user', content: 'Q' };
const assistant = { role: 'assistant', content: 'A' };
const human = { from: 'human', value: 'Q' };
const gpt = { from: 'gpt', value: 'A' };

test.each<[ShapeId | undefined, JsonObject]>([
  ['messages', { messages: [user, assistant] }],
  ['messages', { messages: [] }],
  ['conversations', { conversations: [human, gpt], tools: '[]' }],
  ['conversations', { conversation: [user, assistant] }],
  ['preference-conversations', { conversations: [human], chosen: gpt, rejected: gpt }],
  ['preference-messages', { prompt: 'Q', chosen: [user, assistant], rejected: [user, assistant] }],
  ['preference-messages', { prompt: [user], chosen: [assistant], rejected: [assistant] }],
  ['preference', { prompt: 'Q', chosen: 'A', rejected: 'B' }],
  ['preference', { instruction: 'Q', input: '', chosen: 'A', rejected: 'B' }],
  [
    'preference-messages',
    {
      input: { messages: [user], tools: [] },
      preferred_output: [assistant],
      non_preferred_output: [assistant],
    },
  ],
  ['kto', { prompt: 'Q', completion: 'A', label: false }],
  ['kto-messages', { messages: [user, assistant], label: true }],
  ['kto-messages', { conversations: [human, gpt], kto_tag: true }],
  ['kto-messages', { prompt: [user], completion: [assistant], label: true }],
  ['kto-messages', { prompt: 'Q', completion: [assistant], label: true }],
  ['kto-messages', { prompt: [user], completion: 'A', label: true }],
  ['messages', { messages: [user, assistant], label: 'billing' }],
  ['messages', { custom_id: '1', method: 'POST', body: { messages: [user] } }],
  ['messages', { custom_id: '1', params: { messages: [user] } }],
  ['messages', { contents: [{ role: 'user', parts: [{ text: 'Q' }] }] }],
  ['messages', { custom_id: '1', response: { body: { choices: [{ message: assistant }] } } }],
  ['messages', { id: '1', choices: [{ message: assistant }] }],
  ['messages', { recordId: '1', modelInput: { messages: [user] } }],
  ['fields', { title: 'A title', response: { choices: [{ message: assistant }] } }],
  ['fields', { note: 'N', choices: [{ text: 'A', label: 'x' }] }],
  ['fields', { custom_id: '1', response: { body: { error: { message: 'Too long' } } } }],
  ['self-instruct', { instruction: 'I', instances: [{ input: '', output: 'O' }] }],
  ['alpaca', { instruction: 'I', input: '', output: 'O' }],
  ['alpaca', { instruction: 'I', response: 'O' }],
  ['alpaca', { instruction: 'I', context: '', response: 'O', category: 'qa' }],
  ['prompt-completion', { prompt: 'Q', completion: 'A' }],
  ['prompt-completion', { prompt: 'Q', response: 'A', label: 'x' }],
  ['prompt-completion', { input: 'Q', output: 'A' }],
  ['prompt-completion', { prompt: 'Q', completion: [assistant] }],
  ['prompt-completion', { prompt: [user], completion: 'A' }],
  ['prompt-completion', { prompt: [user], solution: 'A' }],
  ['prompt-completion', { prompt: [], completion: [assistant] }],
  ['prompt-completion', { input: [user], ideal: 'A' }],
  ['prompt-completion', { input: 'Q', ideal: ['A', 'B'] }],
  ['question-answer', { question: 'Q', answer: 42 }],
  ['question-answer', { context: 'C', question: 'Q', answers: { text: ['A'], answer_start: [0] } }],
  ['question-answer', { context: 'C', question: 'Q', answers: { text: [], answer_start: [] } }],
  ['question-answer', { context: 'C', question: 'Q', answers: [] }],
  ['question-answer', { question: 'Q', answer: { value: 'A', aliases: ['B'] } }],
  ['fields', { question: 'Q', answers: ['one choice', 'another'] }],
  ['completions', { instruction: 'I', completions: [{ model: 'm', response: 'A' }] }],
  ['completions', { instruction: 'I', completions: [] }],
  ['completions', { prompt: 'Q', answers: [{ answer: 'A', rank: 1 }], turns: 1 }],
  ['completions', { prompt: [user], responses: ['A', 'B'] }],
  ['alpaca', { instruction: 'I', output: 'O', completions: [{ response: 'A' }] }],
  ['prompt-completion', { prompt: 'Q', completion: 'A', completions: ['A', 'B'] }],
  ['turns', { question_id: 1, turns: ['Q', 'R'] }],
  ['sentence-pair', { sentence1: 'A', sentence2: 'B', label: 0.5 }],
  ['sentence-pair', { premise: 'A', hypothesis: 'B', label: 1 }],
  ['sentence-pair', { id: 1, translation: { en: 'A', fr: 'B' } }],
  ['fields', { translation: { en: 'A', fr: 'B', de: 'C' } }],
  ['fields', { translation: { en: 'A', fr: null } }],
  ['labelled-text', { text: 'T', category: 'c' }],
  ['labelled-text', { sentence: 'T', label: '0' }],
  ['labelled-text', { text: 'T', tags: ['a', 'b'] }],
  ['text-output', { text: 'T', output: 'O', category: 'c' }],
  ['text-output', { content: 'T', summary: 'S' }],
  ['text', { text: 'T', summary: ' ' }],
  ['text', { text: 'T', output: [{ entity: 'E' }] }],
  ['labelled-text', { text: 'T', label: 'c', output: null }],
  ['question-answer', { text: 'T', question: 'Q', answer: 'A' }],
  ['text', { text: 'T', url: 'https://example.com' }],
  ['text', { text: '' }],
  ['fields', { question: 'Q', answer_matching_behavior: ' (A)' }],
  ['fields', { messages: 'no list' }],
  ['fields', { messages: ['no', 'turns'] }],
  ['fields', { chosen: 'A' }],
  ['fields', { input: 'T', output: [{ entity: 'E' }] }],
  ['text', { text: 'T', contents: [{ title: 'C' }], body: { messages: [] } }],
  ['fields', { data: { deep: ['T'] } }],
  ['fields', { ['__proto__']: { text: 'T' } }],
  [undefined, {}],
  [undefined, { a: 1, b: [null, {}], c: ' \n' }],
])('%s: %j', (shape, record) => {
  expect(detectShape(record)).toBe(shape);
});

test('deep and wide rows are no danger', () => {
  const deep = JSON.parse(`{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`) as JsonObject;
  expect(detectShape(deep)).toBeUndefined();
  expect(detectShape({ a: new Array(300_000).fill(1) })).toBeUndefined();
});
