import { expect, test } from 'vitest';
import { describeFields, planFields } from '../../../src/data/fieldPlan.ts';
import type { JsonObject } from '../../../src/data/jsonObject.ts';

/** Which fields of rows of no known shape are read. */
const fieldsOf = (...sample: JsonObject[]) => describeFields(planFields(sample, {}));

test.each<[string, JsonObject, object]>([
  [
    'a program, and not what explains it',
    {
      sql_prompt: 'How many?',
      sql: 'SELECT 1',
      sql_explanation: 'It counts them all, one by one',
    },
    { instruction: 'sql_prompt', response: 'sql' },
  ],
  [
    'no program where an answer is named',
    { question: 'How many?', code: 'print(1) # and more', final_answer: 'One of them' },
    { instruction: 'question', response: 'final_answer' },
  ],
  [
    'no input of tests as an answer',
    { question: 'How many?', input_output: '{"inputs": ["1 2", "3 4"]}', solution_text: 'One 1' },
    { instruction: 'question', response: 'solution_text' },
  ],
  [
    'what is wanted, however long what is not',
    { query: 'Which one?', pos: ['This one'], neg: ['Not this one', 'Nor this one'] },
    { instruction: 'query', response: 'pos' },
  ],
  [
    'nothing where all that is left is not wanted',
    { query: 'Which one?', negative: 'Not this one' },
    { instruction: 'query' },
  ],
  [
    'what is not wanted where there is nothing else',
    { bad_text: 'A b' },
    { instruction: 'bad_text' },
  ],
  [
    'what was generated, and not its copy beside how it was made',
    {
      instruction: 'How many?',
      distilabel_metadata: { raw_output_text_generation_0: 'One of them, or so.' },
      generation: 'One of them.',
    },
    { instruction: 'instruction', response: 'generation' },
  ],
  [
    'what stands in metadata where no text stands elsewhere',
    { id: 7, metadata: { question: 'How many?' } },
    { instruction: 'metadata.question' },
  ],
  [
    'Japanese names, before longer texts',
    { 出典: '店の案内、二頁目、三行目', 質問: 'いくらですか。', 回答: '百円です。' },
    { instruction: '質問', response: '回答' },
  ],
  [
    'Chinese names',
    { 来源: '很长很长的一段说明文字', 问题: '多少钱？', 答案: '一元。' },
    { instruction: '问题', response: '答案' },
  ],
  [
    'what a person and a bot say',
    { Human: 'How are you?', Bot: 'Fine, thanks', remark: 'A remark that is longer' },
    { instruction: 'Human', response: 'Bot' },
  ],
])('%s', (_, record, expected) => {
  expect(fieldsOf(record)).toEqual(expected);
});

test('a passage, whatever explains the answer that was made of it', () => {
  const sample = Array.from({ length: 20 }, (_, i) => ({
    source: `Passage ${i} ${'of many words '.repeat(9)}`,
    rationale: `Because it says so ${i}`,
    target: i % 2 === 0 ? 'yes' : 'no',
  }));
  expect(fieldsOf(...sample)).toEqual({ instruction: 'source', response: 'target' });
});
