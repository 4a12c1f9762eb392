import { describe, expect, test } from 'vitest';
import { answerPairs, lacksAnswer } from '../../../src/data/answerPairs.ts';
import type { JsonObject } from '../../../src/data/jsonObject.ts';
import { detectShape } from '../../../src/data/shapes.ts';

/** Whether the last row of a file lacks its answer. */
const lastLacks = (...rows: readonly JsonObject[]) => {
  const last = rows.at(-1)!;
  return lacksAnswer(last, detectShape(last)!, answerPairs(rows));
};

const PAIR = { prompt: 'Q', completion: 'A' };
const SPANS = { question: 'Q', answers: { text: ['A'], answer_start: [0] } };
const ALPACA = { instruction: 'Q', input: '', output: 'A' };

describe('a row whose question has no answer', () => {
  test.each<[JsonObject, JsonObject]>([
    [PAIR, { prompt: 'Q', completion: null }],
    [PAIR, { prompt: 'Q' }],
    [PAIR, { prompt: 'Q', completion: null, label: true }],
    [ALPACA, { instruction: 'Q', input: '', output: null }],
    [ALPACA, { instruction: 'Q', input: 'x' }],
    [ALPACA, { instruction: 'Q' }],
    [{ prompt: 'Q', completion: [{ role: 'assistant', content: 'A' }] }, { prompt: 'Q' }],
    [{ input: 'Q', ideal: ['A'] }, { input: 'Q' }],
    [
      { instruction: 'Q', completions: [{ response: 'A' }] },
      { instruction: 'Q', completions: [] },
    ],
    [
      { text: 'T', output: 'O' },
      { text: 'T', output: '' },
    ],
    [
      { question: 'Q', answer: 4 },
      { question: 'Q', answer: null },
    ],
  ])('after %j: %j', (other, row) => {
    expect(lastLacks(other, row)).toBe(true);
  });

  test.each<[string, JsonObject[]]>([
    ['no other row has one', [{ prompt: 'Q' }, { prompt: 'Q', completion: null }]],
    ['most have none', [PAIR, { prompt: 'Q' }, { prompt: 'Q' }]],
    ['the row is of another kind', [PAIR, PAIR, { instruction: 'Q' }]],
    ['it has an answer of another name', [PAIR, { prompt: 'Q', response: 'A' }]],
    ['its answers are a list', [ALPACA, { instruction: 'Q', input: '', output: ['A', 'B'] }]],
    ['its answer is a number', [PAIR, { prompt: 'Q', completion: 0 }]],
    ['its question may have none', [SPANS, { ...SPANS, answers: { text: [], answer_start: [] } }]],
    ['its text has no summary', [{ text: 'T', summary: 'S' }, { text: 'T' }]],
    ['it is a chat', [PAIR, { prompt: 'Q', messages: [{ role: 'user', content: 'Q' }] }]],
    ['it is a preference pair', [PAIR, PAIR, { prompt: 'Q', chosen: 'A', rejected: 'B' }]],
  ])('not where %s', (_, rows) => {
    expect(lastLacks(...rows)).toBe(false);
  });
});
