import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planFields } from '../../../src/data/fieldPlan.ts';
import { indexLines } from '../../../src/data/lineIndex.ts';
import { createCancelFlag } from '../../../src/engine/cancellation.ts';
import { forEachLine } from '../../../src/engine/forEachLine.ts';
import { createTaskContext, type TaskContext } from '../../../src/engine/taskContext.ts';
import { memoryReader } from '../data/collectRows.ts';

const LINES = 40;
/** Some lines are long, so that their neighbours are far from each other; one is broken and one is blank. */
const lines = Array.from({ length: LINES }, (_, line) => {
  if (line === 7) return '{"text":';
  if (line === 8) return '';
  return JSON.stringify({ text: `row ${line} ${'x'.repeat(line % 5 === 0 ? 40_000 : 10)}` });
});

test('of any lines, near or far, the rows are handed out in order', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(LINES - 1)), (chosen) => {
      const wanted = chosen.toSorted((a, b) => a - b);
      expect(rowsOf(wanted, () => undefined)).toEqual(
        wanted.filter((line) => line !== 7 && line !== 8),
      );
    }),
    { numRuns: 50 },
  );
});

test('other lines can be read while lines are handed out', () => {
  const all = Array.from(lines.keys());
  const usable = all.filter((line) => line !== 7 && line !== 8);
  expect(rowsOf(all, (context) => readLines(context, [39, 0], () => undefined))).toEqual(usable);
});

function rowsOf(wanted: readonly number[], onRow: (context: TaskContext) => void): number[] {
  const rows: number[] = [];
  const context = contextOf(lines.join('\n'));
  readLines(context, wanted, (row) => {
    rows.push(row);
    onRow(context);
  });
  return rows;
}

function readLines(
  context: TaskContext,
  wanted: readonly number[],
  onRow: (row: number) => void,
): void {
  forEachLine(context, Uint32Array.from(wanted.toSorted((a, b) => a - b)), ({ instruction }) =>
    onRow(Number(instruction!.split(' ')[1])),
  );
}

function contextOf(text: string): TaskContext {
  const bytes = new SharedArrayBuffer(new TextEncoder().encode(text).length);
  new Uint8Array(bytes).set(new TextEncoder().encode(text));
  const { lineStarts } = indexLines(memoryReader(text));
  return createTaskContext({
    source: { kind: 'memory', path: 'rows.jsonl', bytes },
    lineStarts,
    plan: planFields([], {}),
    cancelFlag: createCancelFlag(),
  });
}
