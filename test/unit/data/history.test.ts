import { describe, expect, test } from 'vitest';
import { planFields } from '../../../src/data/fieldPlan.ts';
import type { JsonObject } from '../../../src/data/jsonObject.ts';
import { rejectedText } from '../../../src/data/rejectedText.ts';
import { textViews } from '../../../src/data/textViews.ts';

const views = (record: JsonObject) => textViews(record, planFields([record], {}));

const history = [
  ['Q1', 'A1'],
  ['Q2', 'A2'],
];

describe('what was said before a row asks', () => {
  test.each<[string, string, JsonObject]>([
    ['LLaMA Factory', 'alpaca', { instruction: 'Q3', input: '', output: 'A3' }],
    ['ms-swift', 'question-answer', { query: 'Q3', response: 'A3' }],
    ['ChatGLM', 'prompt-completion', { prompt: 'Q3', response: 'A3' }],
    ['KTO of LLaMA Factory', 'kto', { instruction: 'Q3', output: 'A3', kto_tag: true }],
  ])('is read as the turns of a chat: %s', (_, shape, row) => {
    expect(views({ ...row, history })).toEqual({
      shape,
      instruction: 'Q1\n\nQ2\nQ3',
      response: 'A1\n\nA2\nA3',
      tags: [],
    });
  });

  test('may be turns, and has no more than one side where no one answered', () => {
    const turns = [
      { role: 'user', content: 'Q1' },
      { role: 'assistant', content: 'A1' },
    ];
    const row = { instruction: 'Q2', output: 'A2' };
    const read = { instruction: 'Q1\nQ2', response: 'A1\nA2' };
    expect(views({ ...row, history: turns })).toMatchObject(read);
    expect(views({ ...row, history: [['Q1', '']] })).toMatchObject({ ...read, response: 'A2' });
  });

  test('is told in the words of the file', () => {
    const rows = [
      { instruction: 'Q3', input: 'I3', output: 'A3', history },
      { instruction: 'Q3', input: '', output: 'A3', history: [] },
      { instruction: 'Q3', input: '', output: 'A3', history },
    ];
    expect(planFields(rows, {}).description).toEqual({
      instruction: 'history (user) + instruction + input; instruction',
      response: 'history (assistant) + output; output',
    });
  });

  test.each<[string, JsonObject]>([
    ['LLaMA Factory', { instruction: 'Q3', input: '', chosen: 'good', rejected: 'bad' }],
    ['ms-swift', { query: 'Q3', response: 'good', rejected_response: 'bad' }],
  ])('is asked of both answers of a pair: %s', (_, row) => {
    const record = { ...row, history };
    const plan = planFields([record], {});
    expect(textViews(record, plan)).toMatchObject({
      shape: 'preference',
      instruction: 'Q1\n\nQ2\nQ3',
      response: 'good',
    });
    expect(rejectedText('preference', record, plan)).toBe('bad');
  });

  test.each<[string, unknown]>([
    ['empty', []],
    ['missing', null],
    ['a text', 'It was built in 1910.'],
    ['texts', ['Q1', 'A1']],
    ['lists of three', [['Q1', 'A1', 'more']]],
    ['pairs of other things', [['Q1', 1]]],
    ['objects that are no turns', [{ date: '1910', event: 'It was built.' }]],
  ])('is not read where the history is %s', (_, value) => {
    expect(views({ instruction: 'Q', output: 'A', history: value })).toMatchObject({
      instruction: 'Q',
      response: 'A',
    });
  });

  test('is left out where the person names the fields', () => {
    const row = { instruction: 'Q3', output: 'A3', history };
    const plan = planFields([row], { instruction: 'instruction', response: 'output' });
    expect(textViews(row, plan)).toMatchObject({ instruction: 'Q3', response: 'A3' });
  });
});
