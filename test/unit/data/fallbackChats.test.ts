import { describe, expect, test } from 'vitest';
import { describeFields, planFields } from '../../../src/data/fieldPlan.ts';
import type { JsonObject } from '../../../src/data/readRows.ts';
import { textViews } from '../../../src/data/textViews.ts';

describe('a conversation under any name, in rows of no known shape', () => {
  const fieldsOf = (record: JsonObject) => describeFields(planFields([record], {}));
  const user = { role: 'user', content: 'Q' };
  const assistant = { from: 'assistant', content: 'A' };
  const written = 'USER: Q\n\n\nASSISTANT: A <|endoftext|>\n\n\nFUNCTION RESPONSE: {"a": 1}';

  test.each<[string, JsonObject, object]>([
    [
      'it is both where it ends with an answer',
      { note: 'A longer text than all of it', items: [user, assistant] },
      { instruction: 'items (user)', response: 'items (assistant)' },
    ],
    [
      'the first of two that are as long',
      { winner: 'tie', one: [user, assistant], two: [user, assistant] },
      { instruction: 'one (user)', response: 'one (assistant)' },
    ],
    [
      'it may be written out',
      { system: 'Some functions to be called', chat: written },
      { instruction: 'chat (user)', response: 'chat (assistant)' },
    ],
    [
      'it asks where an answer stands beside it',
      { context: [user, assistant, user], response1: 'A1', response2: 'Another one' },
      { instruction: 'context (user)', response: 'response1' },
    ],
    [
      'it asks beside the longest text where its last turn is no answer',
      { asked: [user], story: 'Once upon a time' },
      { instruction: 'asked (user)', response: 'story' },
    ],
    [
      'it may stand in an object',
      { meta: { title: 'Some title' }, data: { turns: [user, assistant] } },
      { instruction: 'data.turns (user)', response: 'data.turns (assistant)' },
    ],
    [
      'it is no answer to a question',
      { question: 'Is it so?', history: [user, { role: 'assistant', content: 'A long text' }] },
      { instruction: 'question' },
    ],
    [
      'it is none where no one whose words are read speaks',
      { title: 'A title', steps: [{ from: 'Berlin', to: 'Rome', text: 'By train' }] },
      { instruction: 'title' },
    ],
  ])('%s', (_, record, expected) => {
    expect(fieldsOf(record)).toEqual(expected);
  });

  test('what functions give back is of neither side', () => {
    const chat = `${written}\n\n\nASSISTANT: B`;
    expect(textViews({ chat }, planFields([{ chat }], {}))).toEqual({
      shape: 'fields',
      instruction: 'Q',
      response: 'A\n\nB',
      tags: [],
    });
  });
});
