import { describe, expect, test } from 'vitest';
import { planFields } from '../../../src/data/fieldPlan.ts';
import type { JsonObject } from '../../../src/data/readRows.ts';
import type { FieldSelection } from '../../../src/data/rowTypes.ts';
import { noTextError, textViews } from '../../../src/data/textViews.ts';

const views = (record: JsonObject, selection: FieldSelection = {}) =>
  textViews(record, planFields([record], selection));

describe('a row without text', () => {
  const said = (record: JsonObject, selection: FieldSelection = {}, sample = [record]) =>
    noTextError(7, record, planFields(sample, selection)).message;

  test('has its line and code, and is told what was looked for', () => {
    const plan = planFields([], {});
    expect(noTextError(7, {}, plan)).toMatchObject({ line: 7, code: 'no-text' });
    expect(noTextError(7, {}, plan).message).toContain('question and answer');
    expect(said({}, { instruction: 'ask', response: 'say' })).toBe(
      'Expected text in the chosen fields ask and say, found no text.',
    );
  });

  test.each<[JsonObject, string]>([
    [{ status_code: 429, body: { error: { message: 'Too many.' } } }, 'response.body.error'],
    [{ error: { error: { message: 'Too long.' } } }, 'response.error'],
  ])('tells of the error that %j has in place of an answer', (response, place) => {
    const answered = { response: { choices: [{ message: { role: 'assistant', content: 'A.' } }] } };
    const reason = `Expected text, found an error in \`${place}\`.`;
    expect(said({ response, error: null }, {}, [answered])).toBe(reason);
    const result = { type: 'errored', error: { error: { message: 'Too long.' } } };
    const succeeded = { type: 'succeeded', message: { role: 'assistant', content: 'A.' } };
    const answers = [1, 2, 3].map((id) => ({ custom_id: `b${id}`, result: succeeded }));
    const sample = [{ custom_id: 'a', result }, ...answers];
    expect(textViews({ custom_id: 'a', result }, planFields(sample, {}))).toBeUndefined();
    expect(said({ custom_id: 'a', result }, {}, sample)).toBe(
      'Expected text, found an error in `result.error`.',
    );
    const late = { response: null, error: { code: 'expired', message: 'Too late.' } };
    expect(said(late, {}, [answered])).toBe('Expected text, found an error in `error`.');
  });

  test.each<[JsonObject, string]>([
    [{ instruction: 1, output: 2 }, 'Expected text in `instruction`, found a number.'],
    [{ instruction: null, output: '' }, 'Expected text in `instruction`, found null.'],
    [{ prompt: ' ', completion: '' }, 'Expected text in `prompt`, found an empty text.'],
    [{ chosen: [], rejected: [] }, 'Expected text in `chosen`, found an empty array.'],
    [{ question: [1, {}] }, 'Expected text in `question`, found an array without text.'],
    [{ text: { a: 1 } }, 'Expected text in `text`, found an object.'],
    [{ text: 5, error: null, errors: [] }, 'Expected text in `text`, found a number.'],
    [{ messages: 5 }, 'Expected a list of turns in `messages`, found a number.'],
    [{ messages: [] }, 'Expected a list of turns in `messages`, found an empty array.'],
    [{ messages: [{ content: 'Q' }, { content: 'A' }] }, 'Turn 1 of `messages` has no role.'],
    [
      { messages: [{ role: 'user' }, { content: 'A' }], id: 'x' },
      'Turn 2 of `messages` has no role.',
    ],
    [
      { messages: [{ role: 5, content: 7 }] },
      'Expected text as the role of turn 1 of `messages`, found a number.',
    ],
    [
      { messages: [{ role: 'user', content: 7 }] },
      'Expected text in turn 1 of `messages`, found a number.',
    ],
    [{ messages: [{ role: 'user' }] }, 'Expected text in turn 1 of `messages`, found no content.'],
    [
      { messages: [{ sender: 'human', text: '' }] },
      'Expected text in turn 1 of `messages`, found an empty text.',
    ],
    [
      { conversation: [{ input: '', output: ' ' }] },
      'Expected text in turn 1 of `conversation`, found an empty text.',
    ],
    [
      { conversations: [{ from: 'narrator', value: 'Once.' }] },
      'Turn 1 of `conversations` has the role `narrator`, which is neither the one who asks nor the one who answers.',
    ],
    [
      { chosen: { from: 'gpt', value: '' }, rejected: { from: 'gpt', value: '' } },
      'Expected text in `chosen`, found a turn without text.',
    ],
    [{ constructor: 5, numbers: [1] }, 'found no text.'],
  ])('%j: %s', (record, reason) => {
    expect(views(record)).toBeUndefined();
    expect(said(record)).toContain(reason);
  });

  test('is told which of the fields of its file is empty, or where its only text stands', () => {
    const sample = [{ headline: 'Some words' }, { headline: 'More words' }];
    expect(said({ headline: '', note: 'n n' }, {}, sample)).toBe(
      'Expected text in `headline`, found an empty text.',
    );
    expect(said({ id: 'a b', url: 'c', path: 'd', date: 'e' }, {}, sample)).toMatch(
      /^Expected messages.*; the only text is in `id`, `url`, `path`, …, which is not read\.$/,
    );
  });

  test('is told what stands in the chosen field', () => {
    expect(said({ ask: [], text: 5 }, { instruction: 'ask', response: 'say' })).toBe(
      'Expected text in `ask`, found an empty array.',
    );
    const messages = [{ role: 'assistant', content: 'A' }];
    expect(said({ messages }, { instruction: 'messages', response: 'say' })).toBe(
      'Expected text in the chosen fields messages and say, found no text.',
    );
  });
});
