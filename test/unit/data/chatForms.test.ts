import { expect, test } from 'vitest';
import { planFields } from '../../../src/data/fieldPlan.ts';
import type { JsonObject } from '../../../src/data/readRows.ts';
import { recordFacts } from '../../../src/data/recordFacts.ts';
import { textViews } from '../../../src/data/textViews.ts';

const views = (record: JsonObject) => textViews(record, planFields([record], {}));

test('who speaks may be a speaker, sender or author', () => {
  for (const name of ['speaker', 'sender', 'author']) {
    const messages = [
      { [name]: 'human', text: 'Q' },
      { [name]: 'Bob', text: 'N' },
      { [name]: 'Assistant', text: 'A' },
    ];
    expect(views({ messages })).toMatchObject({
      shape: 'messages',
      instruction: 'Q',
      response: 'A',
    });
    expect(recordFacts({ messages }, 'messages').speakers).toEqual(['user', 'other', 'assistant']);
  }
  const messages = [{ role: 'assistant', author: 'user', content: 'A' }];
  expect(views({ messages })).toMatchObject({ response: 'A' });
  expect(views({ comments: [{ author: 'bob', text: 'N' }], title: 'T t' })?.instruction).toBe(
    'T t',
  );
});

test('a pair without a prompt is asked in the conversation that it has under another name', () => {
  const trajectory = [{ from: 'user', value: 'Q' }];
  const row = { task: 'Coding', trajectory, chosen: 'A', rejected: 'B' };
  expect(views(row)).toMatchObject({ shape: 'preference', instruction: 'Q', response: 'A' });
  expect(views({ ...row, prompt: 'P' })).toMatchObject({ instruction: 'P', response: 'A' });
});

test('an exchange is two turns, after its system prompt', () => {
  const first = { system: 'S', input: 'Q1', output: 'A1' };
  expect(views({ conversation: [first, { input: 'Q2', output: 'A2' }] })).toMatchObject({
    shape: 'conversations',
    instruction: 'S\n\nQ1\n\nQ2',
    response: 'A1\n\nA2',
  });
  for (const turns of [
    [{ human: 'Q', assistant: 'A' }],
    [{ question: 'Q', answer: 'A' }],
    [{ user: 'Q', bot: 'A' }],
    [{ input: 'Q', output: 'A' }, { note: 'N' }, 'no turn', { input: '' }],
  ]) {
    expect(views({ turns })).toMatchObject({ instruction: 'Q', response: 'A' });
  }
  expect(
    views({ conversation: [{ role: 'user', content: 'Q', input: 'x', output: 'y' }] }),
  ).toEqual({ shape: 'conversations', instruction: 'Q', tags: [] });
});

test('of a list of texts the user says the first, and two speak in turn', () => {
  for (const [row, texts] of [
    [{ source: 'multi_turn' }, 'conversations'],
    [{ id: '7' }, 'data'],
  ] as const) {
    expect(
      views({ ...row, [texts]: ['Who is it?', 'It is me.', 'Ah, you.', 'Yes'] }),
    ).toMatchObject({
      shape: 'conversations',
      instruction: 'Who is it?\n\nAh, you.',
      response: 'It is me.\n\nYes',
    });
  }
  expect(views({ conversations: ['Who is it?'] })).toEqual({
    shape: 'conversations',
    instruction: 'Who is it?',
    tags: [],
  });
});

test('a text that is learnt is the answer: Axolotl’s segments', () => {
  const segments = [
    { label: false, text: 'Q1' },
    { label: true, text: 'A1' },
    { label: false, text: 'Q2' },
    { label: true, text: 'A2' },
  ];
  expect(views({ segments })).toMatchObject({ instruction: 'Q1\n\nQ2', response: 'A1\n\nA2' });
  expect(views({ segments: [...segments, { label: true }, 3, null] })?.response).toBe('A1\n\nA2');
});

test('turns may stand in rounds, and a question and its answer in a pair', () => {
  const round = [{ role: 'user', content: 'Q' }];
  expect(views({ question: [round, round], function: [{ name: 'f' }] })).toMatchObject({
    shape: 'fields',
    instruction: 'Q\n\nQ',
  });
  expect(
    views({
      conversations: [
        ['Q1', 'A1'],
        ['Q2', 'A2'],
      ],
    }),
  ).toMatchObject({ shape: 'conversations', instruction: 'Q1\n\nQ2', response: 'A1\n\nA2' });
  for (const messages of [[[]], [['Q1', 'A1', 'Q2']], [['Q1', 3]], [round, 'Q'], [[round]]]) {
    expect(views({ messages, text: 'T' })).toMatchObject({ shape: 'text', instruction: 'T' });
  }
});

test('a turn may have its role as the name of its text', () => {
  const messages = [{ system: 'S' }, { user: 'Q' }, { assistant: 'A' }];
  expect(views({ messages })).toMatchObject({ instruction: 'S\n\nQ', response: 'A' });
  expect(views({ messages: [{ note: 'N' }, { user: 'Q' }] })).toBeUndefined();
  expect(views({ messages: [{}, { user: 'Q' }] })).toBeUndefined();
});
