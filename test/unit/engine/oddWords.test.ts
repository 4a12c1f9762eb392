import { expect, test } from 'vitest';
import type { OddWord } from '../../../src/engine/report.ts';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';

const things = ['cup', 'table', 'garden', 'river', 'house', 'window', 'street', 'letter'];
const ordinary = Array.from({ length: 64 }, (_, row) => ({
  instruction: `Write a sentence about the ${things[row % 8]} and the ${things[row >> 3]}.`,
  response: `The ${things[row % 8]} is near the ${things[row >> 3]}, and it is old.`,
}));

/** The odd words of a row among ordinary ones. */
async function oddWordsOf(response: string): Promise<readonly OddWord[]> {
  const rows = [...ordinary, { instruction: 'Write a sentence about the cup.', response }];
  const source = memorySource(rows.map((row) => JSON.stringify(row)).join('\n'));
  const { report } = await inspectInline(source);
  const found = report.offDistribution.find(({ line }) => line === rows.length);
  const reason = found?.evidence.find(({ code }) => code === 'odd-wording');
  if (reason?.code !== 'odd-wording') throw new Error('the row is not flagged for its wording');
  return reason.oddWords;
}

test.each([
  ['one that is often there', 'ぼ'.repeat(60)],
  ['one in upper and lower case', 'zebra ZEBRA Zebra '.repeat(8)],
  ['numbers', 'paid 304 and 304, 304 then 304; 1024 quokka 304. '.repeat(3)],
  ['words that emoji cling to', '❤️quokka ☀️zephyr 👩‍❤️‍👨wyvern '.repeat(3)],
  ['several', 'Quixotic zephyrs vex bold wyverns, jinxing fjord gnomes by moonlight: zephyrs!'],
])('odd words are up to five different ones: %s', async (_, response) => {
  const words = await oddWordsOf(response);
  const folded = words.map(({ word }) => word.toLowerCase());
  expect(new Set(folded).size).toBe(folded.length);
  expect(folded.length).toBeGreaterThan(0);
  expect(folded.length).toBeLessThanOrEqual(5);
  for (const { word, field, start, end } of words) {
    expect(word).toMatch(/^[\p{L}\p{N}](?:.*[\p{L}\p{N}\p{M}])?$/su);
    expect(field === 'response' && response.slice(start, end)).toBe(word);
  }
});

test('no punctuation is named as an odd word', async () => {
  expect(await oddWordsOf('… ,\\" }}>> ;;|| ~~^^ <<{{ ,\\" … ¿¿ §§ '.repeat(3))).toEqual([]);
});
