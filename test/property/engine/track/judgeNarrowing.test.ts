import { expect, test } from 'vitest';
import { createCancelFlag } from '../../../../src/engine/cancellation.ts';
import { columnsOnly } from '../../../../src/engine/columnsOnly.ts';
import { createInlineTaskPool } from '../../../support/inlineTaskPool.ts';
import type { Generations } from '../../../../src/engine/track/generations.ts';
import { judgeNarrowing } from '../../../../src/engine/track/judgeNarrowing.ts';
import { trackLevel } from '../../../../src/engine/track/trackLevel.ts';
import { createRandom, type Random } from '../../../../src/metrics/stats/random.ts';
import type { TokenColumn } from '../../../../src/metrics/text/tokenColumn.ts';

const KINDS = 150;
const ROWS = 300;
const SEQUENCES = 120;
const pool = createInlineTaskPool(columnsOnly(createCancelFlag()), 1);

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

const copies = (row: readonly number[]): TokenColumn => ({
  values: Uint32Array.from(Array.from({ length: 60 }, () => row).flat()),
  offsets: Uint32Array.from({ length: 61 }, (_, at) => at * row.length),
});

test('generations of copies of one row each are not called narrowing, a draw that becomes copies is', async () => {
  const pValueOf = async (columns: readonly TokenColumn[]) =>
    (await trackLevel(pool, { columns, kinds: KINDS }, 1, false))!.generations.at(-1)!.fromFirst!
      .narrowingPValue;
  const [six, five] = [copies([0, 1, 2, 3, 4, 5]), copies([0, 1, 2, 3, 4])];
  expect(await pValueOf([six, five])).toBe(0.5);
  expect(await pValueOf([draw(createRandom(1), KINDS), five])).toBeLessThan(0.001);
});

test('what tells no interval in an inspection has none: copies, and rows of which no two share a kind', async () => {
  const generationsOf = async (columns: readonly TokenColumn[]) =>
    (await trackLevel(pool, { columns, kinds: KINDS }, 1, false))!.generations;
  const [six, five] = [copies([0, 1, 2, 3, 4, 5]), copies([0, 1, 2, 3, 4])];
  const [first, later] = await generationsOf([six, five]);
  expect(first!.effectiveKinds).toEqual({ q1: expect.closeTo(6, 9) as number });
  expect(later!.effectiveKinds).toEqual({ q1: expect.closeTo(5, 9) as number });
  expect(later!.fromFirst!.ratio).toEqual({ value: expect.closeTo(5 / 6, 9) as number });
  // Noise of one of the two is noise of the ratio.
  const [drawn, copied] = await generationsOf([draw(createRandom(1), KINDS), five]);
  expect(drawn!.effectiveKinds.low).toBeLessThan(drawn!.effectiveKinds.q1);
  expect(copied!.effectiveKinds).not.toHaveProperty('low');
  expect(copied!.fromFirst!.ratio.low).toBeLessThan(copied!.fromFirst!.ratio.value);
  const each = Uint32Array.from({ length: 63 }, (_, row) => row);
  const distinct = { values: each.subarray(0, 62), offsets: each };
  for (const { effectiveKinds } of await generationsOf([distinct, distinct])) {
    expect(Object.keys(effectiveKinds)).toEqual(['q1']);
  }
});

/** The verdict on sequences of three generations, of so many of the source's kinds each. */
async function narrowing(kindsOf: readonly number[], seed: number): Promise<boolean> {
  const random = createRandom(seed);
  const columns = kindsOf.map((kinds) => draw(random, kinds));
  const level = (await trackLevel(pool, { columns, kinds: KINDS }, seed, false))!;
  const absent = { uncompared: { code: 'no-kinds', message: '' } } as const;
  const none = { instruction: absent, response: absent, whole: absent };
  const levels: Generations['levels'] = {
    macro: { ...none, whole: level },
    meso: none,
    micro: none,
  };
  return judgeNarrowing(levels).code === 'narrowing';
}

async function share(kindsOf: readonly number[]): Promise<number> {
  let found = 0;
  for (let seed = 1; seed <= SEQUENCES; seed++) if (await narrowing(kindsOf, seed)) found++;
  return found / SEQUENCES;
}

test(
  'draws from one source are called narrowing at no more than the stated rate',
  { tags: 'slow' },
  async () => {
    // 5 %, and three standard errors of 120 sequences.
    expect(await share([KINDS, KINDS, KINDS])).toBeLessThan(
      0.05 + 3 * Math.sqrt((0.05 * 0.95) / SEQUENCES),
    );
  },
);

test(
  'draws that lose a third of the kinds each time are told apart from them',
  { tags: 'slow' },
  async () => {
    expect(await share([KINDS, 100, 67])).toBeGreaterThan(0.95);
  },
);
