import { expect, test } from 'vitest';
import { planFields } from '../../../src/data/fieldPlan.ts';
import type { JsonObject } from '../../../src/data/jsonObject.ts';
import { rejectedText } from '../../../src/data/rejectedText.ts';
import type { FieldSelection } from '../../../src/data/rowTypes.ts';
import { textViews } from '../../../src/data/textViews.ts';

const row = { prompt: 'Q', response: 'A', prompt_ja: '問', response_ja: '答' };
const read = (
  record: JsonObject,
  sample: readonly JsonObject[] = [record],
  selection: FieldSelection = {},
) => textViews(record, planFields(sample, selection));

test('a field that stands there in another language is read in it, and so it is described', () => {
  expect(read(row)).toMatchObject({
    shape: 'prompt-completion',
    instruction: '問',
    response: '答',
  });
  expect(planFields([row], {}).description).toMatchObject({
    instruction: 'prompt_ja',
    response: 'response_ja',
  });
});

test.each<[string, JsonObject, object]>([
  [
    'a part of an instruction',
    { instruction: 'I', input: 'X', input_zh: '入', output: 'A' },
    { instruction: 'I\n入', response: 'A' },
  ],
  ['a turn', { role: 'assistant', text: 'A', text_ja: '答' }, { response: '答' }],
  [
    'a field of no known shape',
    { question: 'Is it so?', question_de: 'Ist es so?', generated_solution: 'Yes' },
    { instruction: 'Ist es so?', response: 'Yes' },
  ],
])('so it is with %s', (_, record, expected) => {
  expect(read(record)).toMatchObject(expected);
});

test('so it is with both answers of a pair', () => {
  const pair = { prompt: 'Q', chosen: 'A', chosen_ja: '良', rejected: 'B', rejected_ja: '悪' };
  const plan = planFields([pair], {});
  expect(textViews(pair, plan)?.response).toBe('良');
  expect(rejectedText('preference', pair, plan)).toBe('悪');
});

test('a row that lacks it is read as it is', () => {
  const blank = { ...row, prompt_ja: ' ', response_ja: null };
  expect(read(blank, [row, row, blank])).toMatchObject({ instruction: 'Q', response: 'A' });
});

test.each<[string, JsonObject[]]>([
  [
    'in fewer than half of the rows',
    [row, ...Array.from({ length: 2 }, () => ({ prompt: 'Q', response: 'A' }))],
  ],
  ['in two languages', [{ ...row, prompt_zh: '问', response_zh: '答' }]],
  ['in English', [{ prompt: 'Q', response: 'A', prompt_en: 'E', response_en: 'E' }]],
  ['as no text', [{ prompt: 'Q', response: 'A', prompt_ja: ['問'], response_ja: 3 }]],
])('what stands there %s is not read', (_, sample) => {
  expect(read(sample[0]!, sample)).toMatchObject({ instruction: 'Q', response: 'A' });
});

test('what a person chose is read as it is', () => {
  expect(read(row, [row], { instruction: 'prompt' })).toMatchObject({ instruction: 'Q' });
});

test('names that every object has are no fields', () => {
  expect(read({ ...row, constructor_ja: 'x', ['__proto___ja']: 'y' })).toMatchObject({
    instruction: '問',
  });
});
