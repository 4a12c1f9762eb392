import { expect, it } from 'vitest';
import { say, sentence } from '../../../src/data/sentence.ts';

it('writes numbers as a person reads them, and text as it is', () => {
  const said = sentence('{0} {0|line|lines}, {1}, {2}', 12_345, 0.0001, '4294967295');
  expect(say(said)).toBe('12,345 lines, 0.0001, 4294967295');
  expect(say(sentence('{0} {0|line|lines}', 1))).toBe('1 line');
});
