import { describe, expect, test } from 'vitest';
import { planFields } from '../../../src/data/fieldPlan.ts';
import type { JsonObject } from '../../../src/data/jsonObject.ts';
import { preferencePair } from '../../../src/data/preferencePair.ts';
import { rejectedText } from '../../../src/data/rejectedText.ts';
import { textViews } from '../../../src/data/textViews.ts';

const ASKED = 'Is it so?';
const user = { role: 'user', content: ASKED };
const good = { role: 'assistant', content: 'good' };
const bad = { role: 'assistant', content: 'bad' };

/** Shape, instruction, chosen and rejected answer. */
function read(record: JsonObject): readonly (string | undefined)[] {
  const plan = planFields([record], {});
  const views = textViews(record, plan);
  const rejected = views && rejectedText(views.shape, record, plan);
  return [views?.shape, views?.instruction, views?.response, rejected];
}

describe('names that say which answer is preferred', () => {
  test.each<[string, JsonObject]>([
    ['NeMo', { prompt: ASKED, chosen_response: 'good', rejected_response: 'bad' }],
    ['code that was accepted', { input: ASKED, accepted: 'good', rejected: 'bad' }],
    ['ms-swift’s older form', { query: ASKED, response: 'good', rejected_response: 'bad' }],
    ['Stack Exchange', { question: ASKED, response_j: 'good', response_k: 'bad' }],
    [
      'several of each: RewardBench 2',
      { prompt: ASKED, chosen: ['good'], rejected: ['bad', 'worse', 'worst'] },
    ],
    ['a prompt of another name', { user_prompt: ASKED, chosen: 'good', rejected: 'bad' }],
  ])('%s', (_, record) => {
    expect(read(record)).toEqual(['preference', ASKED, 'good', 'bad']);
  });

  test.each<[string, JsonObject]>([
    ['a text', { rejected_response: 'bad' }],
    ['turns', { rejected_messages: [user, bad] }],
  ])('ms-swift, beside whose turns is %s', (_, rejected) => {
    const row = { messages: [user, good], ...rejected };
    expect(read(row)).toEqual(['preference-messages', ASKED, 'good', 'bad']);
  });

  test('an answer that is not there makes no pair', () => {
    expect(read({ messages: [user, good], rejected_response: null })[0]).toBe('messages');
    expect(read({ query: ASKED, response: 'good', rejected_response: 3 })[0]).toBe(
      'question-answer',
    );
  });
});

describe('verdicts on two answers', () => {
  const alpaca = { instruction: ASKED, input: '', output_1: 'bad', output_2: 'good' };
  const lettered = { prompt: ASKED, response_a: 'bad', response_b: 'good' };

  test.each<[string, JsonObject]>([
    ['AlpacaFarm', { ...alpaca, preference: 2 }],
    [
      'PKU-SafeRLHF',
      { prompt: ASKED, response_0: 'bad', response_1: 'good', better_response_id: 1 },
    ],
    ['AlpacaEval', { ...alpaca, preference: 1.9 }],
    ['AlpacaEval, of the first', { ...alpaca, output_1: 'good', output_2: 'bad', preference: 1.2 }],
    ['a table of them', { ...alpaca, preference: '1.75' }],
    [
      'a share between 0 and 1',
      { prompt: ASKED, answer_0: 'bad', answer_1: 'good', preferred: 0.7 },
    ],
    ['a letter', { ...lettered, winner: 'B' }],
    ['the name of a model', { ...lettered, winner: 'model_b' }],
    ['the name of a field', { ...lettered, preferred: 'response_b' }],
    [
      'HelpSteer2',
      { prompt: ASKED, response_1: 'bad', response_2: 'good', preference_strength: 2 },
    ],
    ['HelpSteer3', { context: [user], response1: 'bad', response2: 'good', overall_preference: 1 }],
    ['LMSYS', { ...lettered, winner_model_a: 0, winner_model_b: 1, winner_tie: 0 }],
    ['LMSYS in a table', { ...lettered, winner_model_a: '0', winner_model_b: '1' }],
    [
      'HelpSteer2 in a table',
      { prompt: ASKED, response_1: 'good', response_2: 'bad', preference_strength: '-1' },
    ],
    [
      'OpenAI’s summaries from feedback',
      {
        info: { id: 't3_1', post: ASKED, title: 'A title', article: null },
        summaries: [
          { text: 'bad', policy: 'sup1', note: 'Not so.' },
          { text: 'good', policy: 'ref', note: '' },
        ],
        choice: 1,
        extra: { confidence: 6 },
      },
    ],
    ['SHP', { history: ASKED, human_ref_A: 'bad', human_ref_B: 'good', score_A: 1, score_B: 2 }],
    [
      'WebGPT',
      {
        question: { full_text: ASKED },
        answer_0: 'bad',
        answer_1: 'good',
        score_0: -1,
        score_1: 1,
      },
    ],
  ])('%s', (_, record) => {
    expect(read(record)).toEqual(['preference', ASKED, 'good', 'bad']);
  });

  test('of conversations', () => {
    const row = { conversation_a: [user, good], conversation_b: [user, bad], winner: 'model_a' };
    expect(read(row)).toEqual(['preference-messages', ASKED, 'good', 'bad']);
  });

  test('of conversations as JSON in the cells of a table', () => {
    const [a, b] = [good, bad].map((answer) => JSON.stringify([user, answer]));
    const row = { model_a: 'm', conversation_a: a, conversation_b: b, winner: 'model_a' };
    expect(read(row)).toEqual(['preference', ASKED, 'good', 'bad']);
  });

  test('of what was said in each round, as LMSYS has it', () => {
    const row = {
      prompt: JSON.stringify([ASKED, 'And then?']),
      response_a: JSON.stringify(['bad', 'worse']),
      response_b: JSON.stringify(['good', null]),
      winner_model_a: 0,
      winner_model_b: 1,
    };
    expect(read(row)).toEqual(['preference', `${ASKED}\n\nAnd then?`, 'good', 'bad\n\nworse']);
    for (const prompt of [ASKED, '["Is it so?"', '["Is it so?", 1]', '["Is it so?"]']) {
      expect(read({ ...row, prompt }).slice(1)).toEqual([prompt, row.response_b, row.response_a]);
    }
  });

  test.each<[string, JsonObject]>([
    ['a tie', { ...lettered, winner: 'tie (bothbad)' }],
    ['an answer that is not there', { ...lettered, winner: 'c' }],
    ['a number of two digits', { ...alpaca, preference: 12 }],
    ['a number below 0', { ...alpaca, preference: -2 }],
    ['a number half-way between the two', { ...alpaca, preference: 1.5 }],
    ['a share', { ...alpaca, preference: 0.7 }],
    ['the name of a model that ends with a number', { ...alpaca, winner: 'm-2' }],
    ['no number in a table', { ...alpaca, preference: '', score_1: '', score_2: '1' }],
    ['a choice of none', { prompt: ASKED, summaries: [{ text: 'a' }, { text: 'b' }], choice: 2 }],
    ['a choice of one', { prompt: ASKED, summaries: [{ text: 'a' }], choice: 0 }],
    ['0 on the scale', { ...alpaca, overall_preference: 0 }],
    ['equal scores', { ...lettered, score_a: 1, score_b: 1 }],
    ['a verdict that is no word', { ...lettered, winner: ['b'] }],
    ['one answer', { prompt: ASKED, response_a: 'A', winner: 'a' }],
    ['answers that are no texts', { prompt: ASKED, response_a: 1, response_b: 2, winner: 'a' }],
  ])('%s makes no pair', (_, record) => {
    expect(preferencePair(record)).toBeUndefined();
    expect(read(record)[1]).toBe(ASKED);
  });

  test('SHP’s labels, which are the verdict, are no tags', () => {
    const sample = Array.from({ length: 30 }, (_, at) => ({
      domain: `d${at % 3}`,
      history: 'Is it so?',
      human_ref_A: 'Yes',
      human_ref_B: 'No',
      score_A: 1,
      score_B: 2,
      labels: at % 2,
    }));
    expect(planFields(sample, {}).tagFields).toEqual(['domain']);
  });
});
