import { describe, expect, test } from 'vitest';
import { planFields } from '../../../src/data/fieldPlan.ts';
import type { JsonObject } from '../../../src/data/jsonObject.ts';
import { textViews } from '../../../src/data/textViews.ts';

const views = (record: JsonObject) => textViews(record, planFields([record], {}));

describe('of several completions of one instruction', () => {
  const user = { role: 'user', content: 'Q' };

  test('the one of the best rank is read, also where each is turns', () => {
    const answers = [{ answer: 'B', rank: 2 }, { answer: 'A', rank: 1 }, { answer: 'C' }];
    expect(views({ prompt: 'Q', answers })).toMatchObject({ instruction: 'Q', response: 'A' });
    const chosen = { text: 'D', selected: true, rank: 3 };
    expect(views({ question: 'Q', answers: [...answers, chosen] })?.response).toBe('D');
    const ranked = ['B', 'A'].map((content, at) => ({
      rank: 1 - at,
      completion: [{ role: 'assistant', content }],
    }));
    expect(views({ context: [user], completions: ranked })).toMatchObject({
      shape: 'completions',
      instruction: 'Q',
      response: 'A',
    });
    expect(views({ prompt: 'Q', answers: [{ answer: 'A', rank: 'x' }, 3, null] })).toMatchObject({
      response: 'A',
    });
  });

  test('those that are the steps of one answer are read as one', () => {
    const row = { prompt: 'Q', completions: ['S1', 'S2'], labels: [true, false] };
    expect(views(row)).toMatchObject({ shape: 'completions', response: 'S1\n\nS2', tags: [] });
    expect(views({ ...row, labels: [true] })?.response).toBe('S1');
    expect(views({ ...row, labels: ['a', 'b'] })?.response).toBe('S1');
  });

  test.each(['generations', 'outputs', 'solutions'])('they may be called %s', (name) => {
    expect(views({ instruction: 'Q', [name]: ['A', 'B'] })).toMatchObject({
      shape: 'completions',
      instruction: 'Q',
      response: 'A',
    });
  });
});
