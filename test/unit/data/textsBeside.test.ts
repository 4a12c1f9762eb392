import { expect, test } from 'vitest';
import { planFields } from '../../../src/data/fieldPlan.ts';
import type { JsonObject } from '../../../src/data/jsonObject.ts';
import { textViews } from '../../../src/data/textViews.ts';

const views = (record: JsonObject) => textViews(record, planFields([record], {}));

test('what stands beside a prompt was written for it, where there is nothing else', () => {
  for (const row of [
    { prompt: 'Q', text: 'A', format: 'blog' },
    { input: 'Q', reasoning_content: 'R r', content: 'A' },
  ]) {
    expect(views(row)).toMatchObject({
      shape: 'prompt-completion',
      instruction: 'Q',
      response: 'A',
    });
  }
  expect(views({ prompt: 'Q', text: 'T', completion: '' })?.response).toBeUndefined();
  expect(views({ prompt: 'Q', text: 'T', label: 'L' })?.shape).toBe('labelled-text');
  expect(views({ prompt: ' ', text: 'T' })?.shape).toBe('text');
  expect(views({ prompt: 'P', question: 'Q', answer: 'A', text: 'T' })).toMatchObject({
    shape: 'question-answer',
    response: 'A',
  });
});

test('a program is what was made of a text, a code of one word is not', () => {
  const code = 'def f(n):\n    return n';
  expect(views({ text: 'Q', code, test_list: ['assert f(1)'] })).toMatchObject({
    shape: 'text-output',
    instruction: 'Q',
    response: code,
  });
  expect(views({ text: 'Q', code: 'E11', label: 'L' })?.shape).toBe('labelled-text');
});

test('KTO’s answer may be Alpaca’s', () => {
  const row = { instruction: 'I', input: 'X', output: 'A', kto_tag: false };
  expect(views(row)).toEqual({ shape: 'kto', instruction: 'I\nX', response: 'A', tags: [] });
  expect(views({ ...row, kto_tag: 'no' })?.shape).toBe('alpaca');
});
