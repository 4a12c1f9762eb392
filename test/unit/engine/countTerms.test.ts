import { expect, test } from 'vitest';
import { openBytes } from '../../../src/data/byteReader.ts';
import { planFields } from '../../../src/data/fieldPlan.ts';
import { indexLines } from '../../../src/data/lineIndex.ts';
import { createCancelFlag } from '../../../src/engine/cancellation.ts';
import { createTaskContext } from '../../../src/engine/taskContext.ts';
import { countTerms } from '../../../src/engine/tasks/countTerms.ts';
import { readFields } from '../../../src/engine/tasks/readFields.ts';
import { memorySource } from '../../support/inspectInline.ts';
import { termsByTopic } from '../../support/termsByTopic.ts';

function contextOf(lines: readonly string[]) {
  const source = memorySource(lines.join('\n'));
  const { lineStarts } = indexLines(openBytes(source));
  const plan = planFields([], {});
  return createTaskContext({ source, lineStarts, plan, cancelFlag: createCancelFlag() });
}

const row = (instruction: string, response: string) => JSON.stringify({ instruction, response });
/** More bytes than are read along between two rows. */
const long = row('long', 'x '.repeat(50_000));
const lines = [row('a', 'b'), '{broken', row('c', 'd'), long, '', row('e', 'f')];

test('rows are read in any order, near and far from one another, and lines that are no rows are left out', () => {
  const context = contextOf(lines);
  const texts = (field: 'instruction' | 'response' | 'whole') =>
    Object.fromEntries(readFields(context, [5, 1, 0, 4, 2, 0], field));
  expect(texts('instruction')).toEqual({ 0: 'a', 2: 'c', 5: 'e' });
  expect(texts('response')).toEqual({ 0: 'b', 2: 'd', 5: 'f' });
  expect(texts('whole')).toEqual({ 0: 'a\nb', 2: 'c\nd', 5: 'e\nf' });
});

test('terms are counted group by group, in the order of the rows, whatever else is read with them', () => {
  const context = contextOf([row('dog', 'cat'), row('cat', 'bird'), row('dog', 'fish')]);
  const groups = [[1, 0], [2]];
  for (const mostBytes of [1, 100, 1_000]) {
    const counted = countTerms(context, { field: 'whole', groups }, mostBytes);
    expect(termsByTopic(counted)).toEqual([
      [
        ['cat', 2],
        ['bird', 1],
        ['dog', 1],
      ],
      [
        ['dog', 1],
        ['fish', 1],
      ],
    ]);
  }
});
