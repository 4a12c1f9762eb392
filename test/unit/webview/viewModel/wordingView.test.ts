import { expect, test } from 'vitest';
import { toWordingView } from '../../../../src/webview/viewModel/wordingView.ts';
import { createWording } from '../../../../src/webview/viewModel/wording.ts';
import { sampleReport } from '../sampleReport.ts';

const wording = createWording((english) => english, 'en');

test.each([
  [0, 0, 'No phrase of four words or more recurs in 5 rows or more.'],
  [1, 1, 'One phrase of four words or more recurs in 5 rows or more.'],
  [2, 2, '2 phrases of four words or more recur in 5 rows or more.'],
  [
    12,
    2,
    '12 phrases of four words or more recur in 5 rows or more; the 2 that take up most text are listed.',
  ],
])('of %i phrases with %i listed it says how many there are', (found, listed, sentence) => {
  const { instruction, response } = sampleReport.recurringWording;
  const list = Array.from({ length: listed }, () => response.list[0]!);
  const recurringWording = { instruction, response: { ...response, found, list } };
  const { fields } = toWordingView({ recurringWording, sampled: [] }, wording);
  expect(fields.find(({ field }) => field === 'response')?.sentence).toBe(sentence);
});
