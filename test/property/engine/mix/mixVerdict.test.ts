import { expect, test } from 'vitest';
import { createCancelFlag } from '../../../../src/engine/cancellation.ts';
import { columnsOnly } from '../../../../src/engine/columnsOnly.ts';
import { uncompared } from '../../../../src/engine/compare/uncompared.ts';
import { isCompared } from '../../../../src/engine/compare/comparison.ts';
import { drawMixtures } from '../../../../src/engine/mix/drawMixtures.ts';
import { findClose } from '../../../../src/engine/mix/findClose.ts';
import { measureCurves, measuredRows } from '../../../../src/engine/mix/measureCurves.ts';
import type { KindsOfLevels } from '../../../../src/engine/mix/mixedKinds.ts';
import { measurableShifts } from '../../../../src/engine/mix/mixedShift.ts';
import { DRAWS, RATIOS, type MixCurve, type Mixing } from '../../../../src/engine/mix/mixing.ts';
import { createInlineTaskPool } from '../../../support/inlineTaskPool.ts';
import { quantizeRow } from '../../../../src/metrics/embed/quantizeRow.ts';
import { normalQuantile } from '../../../../src/metrics/stats/normalQuantile.ts';
import { createRandom, type Random } from '../../../../src/metrics/stats/random.ts';

const ROWS = 240;
const SIZE = 120;
const DIMENSIONS = 64;
const KINDS = 60;
const RUNS = 60;
const SLOW = { tags: 'slow' };
const pool = createInlineTaskPool(columnsOnly(createCancelFlag()), 1);

/** What generated rows are like, where real rows are drawn evenly from KINDS kinds and around the origin. */
interface Source {
  /** How far the mean of generated rows lies from that of real ones, in standard deviations of one dimension. */
  readonly offset: number;
  readonly kinds: number;
}

function embeddings(random: Random, { offset }: Source) {
  const values = new Int8Array(2 * ROWS * DIMENSIONS);
  const inverseNorms = Float32Array.from({ length: 2 * ROWS }, (_, row) => {
    const numbers = Float32Array.from({ length: DIMENSIONS }, () =>
      normalQuantile((random() + 1e-9) / (1 + 2e-9)),
    );
    if (row < ROWS) numbers[0]! += offset;
    return quantizeRow(numbers, values, row * DIMENSIONS);
  });
  return { rows: 2 * ROWS, dimensions: DIMENSIONS, values, inverseNorms };
}

/** The curves for two files of the same number of rows, the generated one from the source given. */
async function mixturesOf(
  source: Source,
  seed: number,
  withClose = false,
): Promise<Mixing['curves']> {
  const random = createRandom(seed);
  const placeOfRow = Int32Array.from({ length: 2 * ROWS }, (_, row) => row);
  const values = Uint32Array.from({ length: 2 * ROWS }, (_, row) =>
    Math.floor(random() * (row < ROWS ? source.kinds : KINDS)),
  );
  const offsets = Uint32Array.from({ length: 2 * ROWS + 1 }, (_, row) => row);
  const column = { column: { values, offsets }, placeOfRow, kinds: 2 * KINDS };
  const none = uncompared('no-kinds');
  const fields = { instruction: none, response: none, whole: none };
  const kinds: KindsOfLevels = {
    macro: { ...fields, whole: column },
    meso: fields,
    micro: fields,
  };
  const plan = { size: SIZE, heldBackRows: SIZE, draws: DRAWS, ratios: RATIOS };
  const draws = drawMixtures({ dataset: ROWS, reference: ROWS }, plan, seed);
  const meanings = { by: embeddings(random, source), placeOfRow };
  const close = withClose ? await findClose(pool, meanings, draws, plan, seed) : none;
  const closeRows = isCompared(close) ? close.ofDraws : none;
  const shifts = await measurableShifts(
    pool,
    { meanings, wording: none },
    { draws, close: isCompared(closeRows) ? closeRows : [] },
    plan,
    seed,
  );
  const measurable = {
    ...plan,
    draws,
    orders: { all: draws.map(({ generated }) => generated), close: closeRows },
    kinds,
    shifts,
    repeats: { shareOf: () => 0, complete: true },
    seed,
  };
  const rowsOf = measuredRows(measurable);
  return measureCurves(pool, measurable, rowsOf, () => undefined);
}

const curvesOf = (source: Source, runs = RUNS): Promise<MixCurve[]> =>
  Promise.all(
    Array.from({ length: runs }, async (_, run) => (await mixturesOf(source, 101 * (run + 1))).all),
  );

const share = (curves: readonly MixCurve[], holds: (curve: MixCurve) => boolean) =>
  curves.filter(holds).length / curves.length;

// The stated 5 %, and three standard errors of 60 runs.
const MOST_FALSE_ALARMS = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / RUNS);

test(
  'generated rows from the source of the real ones show a shift, a gain or a loss at no more than the stated rates',
  SLOW,
  async () => {
    const curves = await curvesOf({ offset: 0, kinds: KINDS });
    const shifted = share(curves, ({ points }) => points.some((point) => point.shifted.length > 0));
    expect(shifted).toBeLessThan(MOST_FALSE_ALARMS);
    const changed = share(curves, ({ points }) =>
      points.some(({ gains, losses }) => gains.length + losses.length > 0),
    );
    expect(changed).toBeLessThan(MOST_FALSE_ALARMS);
  },
);

test(
  'of few rows, the curve of close ones has no more false alarms than the first',
  SLOW,
  async () => {
    const runs = 20;
    const found = await Promise.all(
      Array.from({ length: runs }, (_, run) =>
        mixturesOf({ offset: 0, kinds: KINDS }, 101 * (run + 1), true),
      ),
    );
    const curves = found.map(({ close }) => close).filter(isCompared);
    expect(curves).toHaveLength(runs);
    const alarms = share(curves, ({ points }) =>
      points.some(
        ({ shifted, gains, losses }) => shifted.length + gains.length + losses.length > 0,
      ),
    );
    expect(alarms).toBeLessThan(0.1 + 3 * Math.sqrt((0.1 * 0.9) / runs));
  },
);

test(
  'generated rows from elsewhere shift more with every ratio, and none is marked where they shift',
  SLOW,
  async () => {
    const curves = await curvesOf({ offset: 2, kinds: 2 * KINDS }, 20);
    const meanAreas = [0, 2, 4, 6, 8, 10].map(
      (at) =>
        curves.reduce((sum, { points }) => sum + points[at]!.shift.meanings!.mean, 0) /
        curves.length,
    );
    expect(meanAreas).toEqual(meanAreas.toSorted((a, b) => a - b));
    expect(meanAreas.at(-1)).toBeGreaterThan(0.8);
    expect(share(curves, ({ points }) => points.at(-1)!.shifted.length > 0)).toBe(1);
    expect(
      curves
        .flatMap(({ points }) => points)
        .filter((point) => point.isMarked && point.shifted.length > 0),
    ).toEqual([]);
  },
);

test('generated rows with more kinds but the same meanings are a marked gain', SLOW, async () => {
  const curves = await curvesOf({ offset: 0, kinds: 2 * KINDS }, 30);
  expect(share(curves, ({ verdict }) => verdict.code === 'gains-without-shift')).toBeGreaterThan(
    0.9,
  );
  const losing = await curvesOf({ offset: 0, kinds: KINDS / 2 }, 30);
  expect(share(losing, ({ points }) => points.at(-1)!.losses.includes('macro'))).toBeGreaterThan(
    0.9,
  );
  expect(losing.flatMap(({ verdict }) => verdict.ratios)).toEqual([]);
});
