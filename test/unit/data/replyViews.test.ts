import { describe, expect, test } from 'vitest';
import { planFields } from '../../../src/data/fieldPlan.ts';
import type { JsonObject } from '../../../src/data/readRows.ts';
import { textViews } from '../../../src/data/textViews.ts';

const views = (record: JsonObject) => textViews(record, planFields([record], {}));

describe('what an interface replied', () => {
  const user = { role: 'user', content: 'Q' };
  const assistant = { role: 'assistant', content: 'A' };
  const usage = { total_tokens: 3 };
  const REPLIES: readonly [string, JsonObject][] = [
    [
      'OpenAI',
      {
        object: 'chat.completion',
        choices: [{ message: assistant }, { message: { ...assistant, content: 'B' } }],
        usage,
      },
    ],
    ['OpenAI’s completions', { choices: [{ text: 'A', index: 0, finish_reason: 'stop' }] }],
    [
      'OpenAI’s Responses',
      {
        object: 'response',
        output: [
          { type: 'reasoning', summary: [] },
          { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'A' }] },
        ],
      },
    ],
    [
      'Anthropic',
      { id: '1', type: 'message', role: 'assistant', content: [{ type: 'text', text: 'A' }] },
    ],
    ['a batch of Anthropic', { type: 'succeeded', message: assistant }],
    ['Gemini', { candidates: [{ content: { parts: [{ text: 'A' }] }, finishReason: 'STOP' }] }],
    ['Bedrock', { output: { message: { role: 'assistant', content: [{ text: 'A' }] } }, usage }],
    ['Ollama', { model: 'm', message: assistant, done: true }],
  ];

  describe.each(REPLIES)('%s', (_, reply) => {
    test('it is the response, alone and in a field', () => {
      const rows = [
        reply,
        { custom_id: '1', error: null, response: { status_code: 200, body: reply } },
        { custom_id: '1', result: reply },
        { recordId: '1', modelOutput: reply },
      ];
      for (const row of rows) {
        expect(views(row)).toEqual({ shape: 'messages', response: 'A', tags: [] });
      }
    });

    test.each<JsonObject>([
      { request: { messages: [user] }, response: reply },
      { request: { body: { messages: [user] } }, response: { status_code: 200, body: reply } },
      { body: { messages: [user] }, response: { body: reply } },
      { modelInput: { messages: [user] }, modelOutput: reply },
      { messages: [user], response: reply },
      { prompt: [user], response: reply },
      { prompt: 'Q', completion: reply },
      { question: 'Q', response: reply },
      { instruction: 'Q', input: '', output: reply },
      { messages: [user], completion: reply, label: true },
    ])('it answers what stands beside it: %j', (row) => {
      expect(views(row)).toMatchObject({ instruction: 'Q', response: 'A', tags: [] });
    });

    test('it answers a text of any name', () => {
      const row = { user_prompt: 'Is it so?', remark: 'A long remark.', result: reply };
      expect(views(row)).toMatchObject({ instruction: 'Is it so?', response: 'A' });
    });

    test('it is read where a person names it', () => {
      const row = { title: 'T', log: reply };
      const plan = planFields([row], { response: 'log' });
      expect(textViews(row, plan)?.response).toBe('A');
    });
  });

  test('beside messages it may be the row', () => {
    expect(views({ messages: [user], choices: [{ message: assistant }] })).toMatchObject({
      instruction: 'Q',
      response: 'A',
    });
  });

  test('a call of a tool is one', () => {
    const output = [{ type: 'function_call', call_id: '1', name: 'f', arguments: '{"a":1}' }];
    expect(views({ custom_id: '1', response: { body: { output } } })?.response).toBe('f({"a":1})');
  });

  test('an error is no text of the data set', () => {
    const answered = {
      custom_id: '1',
      response: { body: { choices: [{ message: assistant }] } },
    };
    const failed: JsonObject[] = [
      { custom_id: '2', response: { body: { error: { message: 'Too many requests' } } } },
      { custom_id: '3', response: null, error: { code: 'expired', message: 'It took too long' } },
    ];
    const plan = planFields([answered, answered, ...failed], {});
    for (const row of failed) expect(textViews(row, plan)).toBeUndefined();
  });
});
