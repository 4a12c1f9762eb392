import { describe, expect, it } from 'vitest';
import { createCancelFlag } from '../../../../src/engine/cancellation.ts';
import { columnsOnly } from '../../../../src/engine/columnsOnly.ts';
import { uncompared } from '../../../../src/engine/compare/uncompared.ts';
import { drawMixtures, generatedRowsAt } from '../../../../src/engine/mix/drawMixtures.ts';
import { judgeMixture, type LogDiversity } from '../../../../src/engine/mix/judgeMixture.ts';
import { planMix } from '../../../../src/engine/mix/planMix.ts';
import { bandOf } from '../../../../src/metrics/stats/band.ts';
import { createRandom, type Random } from '../../../../src/metrics/stats/random.ts';
import { createInlineTaskPool } from '../../../support/inlineTaskPool.ts';

const KINDS = 1_000;
const GENERATED = 30;
const REAL = 60;
const RUNS = 100;
const pool = createInlineTaskPool(columnsOnly(createCancelFlag()), 1);
const unknown = uncompared('no-kinds');
const noise = { meanings: unknown, wording: unknown };

type Draw = (random: Random) => number;
const even =
  (kinds: number): Draw =>
  (random) =>
    Math.floor(kinds * random());
const nearlyOne: Draw = (random) => (random() < 0.96 ? 0 : 1 + Math.floor(20 * random()));

/** Ratios at which mixtures of rows with one kind each are called more, and less, diverse. */
async function judged(generated: Draw, real: Draw, seed: number) {
  const random = createRandom(97 * seed + 5);
  const rows = GENERATED + REAL;
  const values = Uint32Array.from({ length: rows }, (_, row) =>
    row < GENERATED ? generated(random) : real(random),
  );
  const offsets = Uint32Array.from({ length: rows + 1 }, (_, row) => row);
  const placeOfRow = Int32Array.from({ length: rows }, (_, row) => row);
  const kinds = { column: { values, offsets }, placeOfRow, kinds: KINDS };
  const both = { dataset: GENERATED, reference: REAL };
  const { size, ratios, ...plan } = planMix(both);
  const draws = drawMixtures(both, { size, ratios, ...plan }, seed);
  let atZero: LogDiversity | undefined;
  const found = { gains: [] as number[], losses: [] as number[] };
  for (const ratio of ratios) {
    const own = generatedRowsAt(ratio, size);
    const mixtures = draws.map((draw) => ({
      generated: draw.generated.subarray(0, own),
      real: draw.real.subarray(0, size - own),
    }));
    const params = { kinds, mixtures, rows: size, seed, withDeviation: true };
    const measured = await pool.run('measureMixedKinds', params);
    const here = { mean: bandOf(measured.logKinds).mean, ...measured.noise! };
    atZero ??= here;
    const { gains, losses } = judgeMixture(ratio, { meso: here }, { meso: atZero }, {}, noise);
    if (gains.length > 0) found.gains.push(ratio);
    if (losses.length > 0) found.losses.push(ratio);
  }
  return found;
}

describe('mixtures of few rows of one source', () => {
  it.each([
    ['no two rows of which share a kind', even(KINDS)],
    ['nearly all of one kind', nearlyOne],
    ['of five kinds', even(5)],
  ])('gain and lose nothing in 95 of 100 cases: %s', { tags: 'slow' }, async (_, draw) => {
    let alarms = 0;
    for (let seed = 0; seed < RUNS; seed++) {
      const { gains, losses } = await judged(draw, draw, seed);
      if (gains.length + losses.length > 0) alarms++;
    }
    // 5 expected at the most; 13 or more once in a thousand times.
    expect(alarms).toBeLessThan(13);
  });
});

it('mixtures gain beside rows of one kind, and lose beside rows no two of which share one', async () => {
  const gained = await judged(even(KINDS), () => 7, 1);
  expect(gained).toMatchObject({ losses: [] });
  expect(gained.gains).toContain(100);
  const lost = await judged(() => 7, even(KINDS), 1);
  expect(lost).toMatchObject({ gains: [] });
  expect(lost.losses).toContain(100);
});

it('copies of one kind neither gain nor lose', async () => {
  expect(
    await judged(
      () => 7,
      () => 7,
      1,
    ),
  ).toEqual({ gains: [], losses: [] });
});
