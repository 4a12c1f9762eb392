import { expect, test } from 'vitest';
import { createCancelFlag } from '../../../../src/engine/cancellation.ts';
import { columnsOnly } from '../../../../src/engine/columnsOnly.ts';
import type { TaskContext } from '../../../../src/engine/taskContext.ts';
import { compareGenerations } from '../../../../src/engine/tasks/compareGenerations.ts';
import type { Generations, TrackedLevel } from '../../../../src/engine/track/generations.ts';
import { judgeNarrowing } from '../../../../src/engine/track/judgeNarrowing.ts';
import { createRandom, type Random } from '../../../../src/metrics/stats/random.ts';
import type { TokenColumn } from '../../../../src/metrics/text/tokenColumn.ts';

const KINDS = 150;
const ROWS = 300;
const SEQUENCES = 120;
const context = { setup: columnsOnly(createCancelFlag()) } as TaskContext;

/** Rows with one kind each, drawn by weights 1 / (rank + 3). */
function draw(random: Random, kinds: number): TokenColumn {
  const weights = Array.from({ length: kinds }, (_, rank) => 1 / (rank + 3));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const values = Uint32Array.from({ length: ROWS }, () => {
    let left = random() * total;
    return Math.max(
      0,
      weights.findIndex((weight) => (left -= weight) < 0),
    );
  });
  return { values, offsets: Uint32Array.from({ length: ROWS + 1 }, (_, row) => row) };
}

/** The verdict on sequences of three generations, of so many of the source's kinds each. */
function narrowing(kindsOf: readonly number[], seed: number): boolean {
  const random = createRandom(seed);
  const [first, ...later] = kindsOf.map((kinds) => draw(random, kinds));
  const level: TrackedLevel = {
    commonRows: ROWS,
    generations: [
      { rows: ROWS, effectiveKinds: { q1: 1, low: 1, high: 1 } },
      ...later.map((column) => ({
        rows: ROWS,
        effectiveKinds: { q1: 1, low: 1, high: 1 },
        fromFirst: compareGenerations(context, {
          first: first!,
          later: column,
          kinds: KINDS,
          seed,
          withDrift: false,
        })!,
      })),
    ],
  };
  const absent = { uncompared: { code: 'no-kinds', message: '' } } as const;
  const none = { instruction: absent, response: absent, whole: absent };
  const levels: Generations['levels'] = {
    macro: { ...none, whole: level },
    meso: none,
    micro: none,
  };
  return judgeNarrowing(levels).code === 'narrowing';
}

const share = (kindsOf: readonly number[]) =>
  Array.from({ length: SEQUENCES }, (_, seed) => narrowing(kindsOf, seed + 1)).filter(Boolean)
    .length / SEQUENCES;

test('draws from one source are called narrowing at no more than the stated rate', () => {
  // 5 %, and three standard errors of 120 sequences.
  expect(share([KINDS, KINDS, KINDS])).toBeLessThan(
    0.05 + 3 * Math.sqrt((0.05 * 0.95) / SEQUENCES),
  );
}, 60_000);

test('draws that lose a third of the kinds each time are told apart from them', () => {
  expect(share([KINDS, 100, 67])).toBeGreaterThan(0.95);
}, 60_000);
