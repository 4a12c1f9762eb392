import { expect, test } from 'vitest';
import { isMeasured } from '../../../src/engine/report.ts';
import { rowKey } from '../../../src/engine/rowTags.ts';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';

const rows = Array.from({ length: 12 }, (_, at) => ({
  instruction: `Write story number ${at % 10} about the sea.`,
  output: 'The sea.',
}));
const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
const keyOf = ({ instruction, output }: (typeof rows)[number]) =>
  rowKey({ shape: 'alpaca', instruction, response: output, tags: [] });

test('tags of a language model are the kinds of the rows that have them, and of no others', async () => {
  const tags = new Map([
    [keyOf(rows[0]!), ['Story Writing', 'sea']],
    [keyOf(rows[1]!), ['story writing']],
  ]);
  const { report } = await inspectInline(memorySource(text), {
    rowTags: { model: 'Fake', seed: 3, tags },
  });
  const level = report.levels.meso.instruction;
  // Rows 10 and 11 equal rows 0 and 1.
  expect(level).toMatchObject({ source: 'language-model', rows: 4, kinds: 2, rowsWithoutKind: 0 });
  expect(isMeasured(level) && level.top.map(({ count, lines }) => [count, lines])).toEqual([
    [4, [1, 2, 11, 12]],
    [2, [1, 11]],
  ]);
  expect(report.sampled).toContainEqual({
    what: 'language-model-tags',
    used: 4,
    of: 12,
    seed: 3,
    message: 'Task units (meso) are tags that Fake gave 4 of 12 rows.',
  });
});

test('without tags of a model the kinds are found in the texts', async () => {
  const { report } = await inspectInline(memorySource(text));
  expect(report.levels.meso.instruction).toMatchObject({ source: 'verb-noun', rows: 12 });
});
