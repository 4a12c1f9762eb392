import { expect, test } from 'vitest';
import { inspectTexts } from '../../../../src/metrics/quality/inspectTexts.ts';

const excerptOf = (response: string) => inspectTexts({ response })[0]?.excerpt;

test('what goes on after an excerpt is told by an ellipsis', () => {
  const opening = 'I hope this helps! ';
  expect(excerptOf(`${opening}${'a'.repeat(61)}`)).toBe(opening + 'a'.repeat(61));
  expect(excerptOf(`${opening}${'a'.repeat(62)}`)).toBe(`${opening}${'a'.repeat(61)}…`);
});

test('no character is cut in two', () => {
  const opening = 'I hope this helps! ';
  expect(excerptOf(`${opening}${'a'.repeat(60)}🚲🚲`)).toBe(`${opening}${'a'.repeat(60)}…`);
});

test('a phrase is shown with its own paragraph, no further', () => {
  expect(excerptOf('Bikes.\n\nI hope this helps! \nWrite to us.')).toBe('I hope this helps!');
});
