import { describe, expect, test } from 'vitest';
import { planFields } from '../../../src/data/fieldPlan.ts';
import type { JsonObject } from '../../../src/data/jsonObject.ts';
import { recordFacts } from '../../../src/data/recordFacts.ts';
import { textViews } from '../../../src/data/textViews.ts';

const views = (record: JsonObject) => textViews(record, planFields([record], {}));
const fields = (record: JsonObject) => planFields([record], {}).description;

describe('Cohere’s chats', () => {
  const history = [
    { role: 'USER', message: 'Q1' },
    { role: 'CHATBOT', message: 'A1' },
  ];
  const request = { preamble: 'Be kind.', chat_history: history, message: 'Q2' };
  const row = { ...request, response: 'A2' };

  test('are read with what stands before and after the history', () => {
    expect(views(row)).toEqual({
      shape: 'messages',
      instruction: 'Be kind.\n\nQ1\n\nQ2',
      response: 'A1\nA2',
      tags: [],
    });
    expect(fields(row)).toEqual({
      instruction: 'preamble + chat_history (USER) + message (USER)',
      response: 'chat_history (CHATBOT) + response',
    });
  });

  test('may stand in a log, with what was replied', () => {
    const reply = { text: 'A2', generation_id: 'g', finish_reason: 'COMPLETE' };
    expect(views({ request, response: reply })).toMatchObject({
      shape: 'messages',
      instruction: 'Be kind.\n\nQ1\n\nQ2',
      response: 'A1\n\nA2',
    });
    expect(fields({ request, response: reply }).instruction).toBe(
      'request.preamble + request.chat_history (USER) + request.message (USER)',
    );
    const said = [...history, { role: 'USER', message: 'Q2' }, { role: 'CHATBOT', message: 'A2' }];
    expect(views({ ...reply, chat_history: said })).toMatchObject({
      instruction: 'Q1\n\nQ2',
      response: 'A1\n\nA2',
    });
    expect(views(reply)).toEqual({ shape: 'messages', response: 'A2', tags: [] });
    expect(views({ text: 'T', generation_id: 7 })?.shape).toBe('text');
  });

  test('need no answer, no preamble and no history', () => {
    expect(views(request)).toMatchObject({ instruction: 'Be kind.\n\nQ1\n\nQ2', response: 'A1' });
    expect(recordFacts(request, 'messages').speakers).toBeUndefined();
    expect(views({ chat_history: [], message: 'Q' })).toMatchObject({
      shape: 'messages',
      instruction: 'Q',
    });
    expect(views({ preamble: 'Be kind.', message: 'Q' })).toMatchObject({
      instruction: 'Be kind.\n\nQ',
    });
  });

  test('have a message once that stands in the history, too', () => {
    const said = [...history, { role: 'USER', message: 'Q2' }];
    expect(views({ ...row, chat_history: said })).toMatchObject({
      instruction: 'Be kind.\n\nQ1\n\nQ2',
      response: 'A1\nA2',
    });
    const answered = [...said, { role: 'CHATBOT', message: 'A2' }];
    expect(views({ ...row, chat_history: answered })).toMatchObject({
      instruction: 'Be kind.\n\nQ1\n\nQ2',
      response: 'A1\n\nA2',
    });
  });

  test('may call tools', () => {
    const call = { role: 'CHATBOT', tool_calls: [{ name: 'f', parameters: { a: 1 } }] };
    expect(views({ ...row, chat_history: [history[0], call] })?.response).toBe('f({"a":1})\nA2');
  });

  test('are no texts beside what is called a message elsewhere', () => {
    expect(views({ message: 'Fix it', diff: 'a longer text' })?.shape).toBe('fields');
    expect(views({ message: 'Hi all', chat_history: 'none so far' })?.shape).toBe('fields');
    expect(
      views({ question: 'Q3', answer: 'A3', chat_history: history, message: 'M' }),
    ).toMatchObject({ shape: 'question-answer', instruction: 'Q3', response: 'A3' });
  });
});

describe('a tree of messages', () => {
  const asked = (text: string, ...replies: readonly object[]) => ({
    role: 'prompter',
    text,
    replies,
  });
  const answer = (text: string, rank: number | null, ...replies: readonly object[]) => ({
    role: 'assistant',
    text,
    rank,
    replies,
  });
  const tree = (prompt: object) => ({ message_tree_id: 'x', tree_state: 'ready', prompt });

  test('is read as the thread of the replies that rank best', () => {
    const best = answer('A1', 0, asked('Q2', answer('A2', null), answer('no', null)), asked('no'));
    expect(views(tree(asked('Q1', answer('no', 2), best, answer('no', 1))))).toEqual({
      shape: 'messages',
      instruction: 'Q1\n\nQ2',
      response: 'A1\n\nA2',
      tags: [],
    });
  });

  test('leaves out what was deleted, what has no rank where others have, and what no one answered', () => {
    const deleted = { ...answer('no', 0), deleted: true };
    const row = tree(
      asked('Q', answer('no', null), deleted, answer('A', 1, asked('and then?', { text: 'no' }))),
    );
    expect(views(row)).toMatchObject({ instruction: 'Q', response: 'A' });
    expect(recordFacts(row, 'messages').speakers).toEqual(['user', 'assistant']);
  });

  test('without an answer asks alone', () => {
    expect(views(tree(asked('Q')))).toEqual({ shape: 'messages', instruction: 'Q', tags: [] });
  });

  test('may be of any depth', () => {
    const turns = 20_000;
    const opened =
      '{"role":"prompter","text":"Q","replies":[{"role":"assistant","text":"A","replies":[';
    const text = `{"prompt":${opened.repeat(turns)}${']}]}'.repeat(turns)}}`;
    const read = views(JSON.parse(text) as JsonObject);
    expect(read?.response).toBe(Array.from({ length: turns }, () => 'A').join('\n\n'));
  });

  test('is none beside an answer of its own, nor without turns that say who speaks', () => {
    expect(views({ prompt: { text: 'Q', role: 'user', replies: [] }, completion: 'A' })).toEqual({
      shape: 'prompt-completion',
      instruction: 'Q',
      response: 'A',
      tags: [],
    });
    expect(views({ prompt: { text: 'Some text', replies: [] } })?.shape).toBe('fields');
  });
});

describe('a row that is itself a turn', () => {
  const asked = { message_id: 'a', parent_id: null, text: 'Q', role: 'prompter', lang: 'en' };
  const answer = { message_id: 'b', parent_id: 'a', text: 'A', role: 'assistant', lang: 'en' };

  test('is of the one who says it', () => {
    expect(views(asked)).toEqual({ shape: 'messages', instruction: 'Q', tags: [] });
    expect(views(answer)).toEqual({ shape: 'messages', response: 'A', tags: [] });
    expect(views({ from: 'gpt', value: 'A' })).toMatchObject({ response: 'A' });
    expect(views({ role: 'user', content: [{ type: 'text', text: 'Q' }] })).toMatchObject({
      instruction: 'Q',
    });
    expect(planFields([asked, answer], {}).description).toEqual({
      instruction: 'text (prompter)',
      response: 'text (assistant)',
    });
  });

  test('may have its answer in another row', () => {
    for (const row of [asked, answer]) {
      expect(recordFacts(row, 'messages').speakers).toBeUndefined();
    }
  });

  test('is none where another shape fits, or whoever speaks is not read', () => {
    expect(views({ ...asked, summary: 'S' })?.shape).toBe('text-output');
    expect(views({ role: 'user', prompt: 'Q', completion: 'A' })?.shape).toBe('prompt-completion');
    for (const role of ['narrator', 'tool', 3, null, ['user']]) {
      expect(views({ ...asked, role })).toMatchObject({ shape: 'text', instruction: 'Q' });
    }
    expect(views({ text: 'T', speaker: 'user' })?.shape).toBe('text');
    expect(views({ role: 'user', text: ' ', note: 'Some words' })?.shape).not.toBe('messages');
  });
});

describe('what would be right beside turns that ask', () => {
  const messages = [{ role: 'user', content: 'Q' }];

  test.each<[JsonObject, string]>([
    [{ ground_truth: '72' }, '72'],
    [{ ground_truth: 72 }, '72'],
    [{ answers: ['A', 'B'] }, 'A'],
    [{ reference_answer: { answer: 'A' } }, 'A'],
    [{ answer: 'A', ground_truth: '72' }, 'A'],
  ])('is the answer: %j', (beside, response) => {
    expect(views({ messages, ...beside })).toMatchObject({ shape: 'messages', response });
    expect(recordFacts({ messages, ...beside }, 'messages').speakers).toEqual([
      'user',
      'assistant',
    ]);
  });

  test('is not read where there is an answer, nor where it is no text', () => {
    const answered = [...messages, { role: 'assistant', content: 'A' }];
    expect(views({ messages: answered, ground_truth: '72' })?.response).toBe('A');
    expect(views({ messages, ground_truth: { style: 'rule' } })?.response).toBeUndefined();
  });
});
