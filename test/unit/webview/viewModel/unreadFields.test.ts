import { expect, it } from 'vitest';
import { unreadFields } from '../../../../src/webview/viewModel/unreadFields.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';

const wording = createWording((english) => english, 'en');

it('names the fields that a person chose and that no row has, by what they were chosen as', () => {
  const fields = { response: 'answer', available: [] };
  const chosen = { instruction: 'qestion', response: 'answer', tags: 'k\u202E' };
  expect(unreadFields(fields, chosen, wording)).toEqual([
    expect.stringMatching(/“qestion”.* as instruction/),
    expect.stringMatching(/^No row has tags in “k[^\u202E]*”/),
  ]);
});

it('says nothing of what is not chosen, found or not', () => {
  expect(unreadFields({ response: 'answer', available: [] }, {}, wording)).toEqual([]);
});
