import { expect, test } from 'vitest';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';

const reportOf = async (texts: readonly string[]) => {
  const lines = texts.map((text) => JSON.stringify({ text })).join('\n');
  return (await inspectInline(memorySource(lines))).report;
};

/** With variation selectors, skin tones and joiners. */
const emoji = ['❤️', '☀️', '⚠️', '✔️', '👩‍❤️‍👨', '👍🏽', '🏴\u{e0067}\u{e007f}', '🎉'];

test('rows of emoji alone have no words, and are duplicates only where they are equal', async () => {
  const rows = emoji.flatMap((first, at) => [
    first.repeat(8),
    `${first} ${emoji[(at + 1) % 8]} `.repeat(3),
  ]);
  const { nearDuplicates, levels, languages } = await reportOf([...rows, rows[0]!]);
  expect(nearDuplicates.exactClusters.map(({ lines }) => lines)).toEqual([[1, rows.length + 1]]);
  expect(nearDuplicates.fuzzyClusters).toEqual([]);
  expect(levels.micro.whole).not.toHaveProperty('words');
  expect(languages.map(({ language }) => language)).toEqual(['zxx']);
});

test('emoji among words are no words', async () => {
  const rows = ['one', 'two', 'three', 'four', 'five'].map(
    (name) => `${name} 👩‍❤️‍👨 is here with us today ❤️`,
  );
  const { recurringWording, levels } = await reportOf(rows);
  expect(levels.micro.whole).toMatchObject({ words: { rows: 5, words: 30 } });
  const { list } =
    recurringWording[recurringWording.instruction.rows > 0 ? 'instruction' : 'response'];
  expect(list.map(({ text }) => text)).toEqual(['is here with us today']);
});
