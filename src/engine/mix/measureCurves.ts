import { bandOf } from '../../metrics/stats/band.ts';
import { isCompared, type Uncompared } from '../compare/comparison.ts';
import { LEVEL_NAMES, MEASURED_FIELDS, type MeasuredField, type LevelName } from '../report.ts';
import type { TaskPool } from '../taskPool.ts';
import type { MeasuredMixedKinds } from '../tasks/measureMixedKinds.ts';
import type { MixedKinds, KindsOfLevels } from './mixedKinds.ts';
import { rowsOfLevels } from './mixedKinds.ts';
import type { MixedRepeats } from './mixedRepeats.ts';
import type { MeasurableShifts } from './mixedShift.ts';
import {
  SHIFT_NAMES,
  type MixCurve,
  type MixPoint,
  type MixUpdate,
  type Mixing,
  type ShiftName,
} from './mixing.ts';
import { generatedRowsAt, type MixDraw } from './drawMixtures.ts';
import { judgeCurve, judgeMixture, type LogDiversity } from './judgeMixture.ts';
import { countPlaced, type MixtureRows } from './mixtures.ts';

/** Everything that mixtures are measured by. */
export interface Measurable {
  readonly size: number;
  readonly ratios: readonly number[];
  readonly draws: readonly MixDraw[];
  /** Generated rows of each draw in the order in which mixtures take them: any rows, or the close ones. */
  readonly orders: {
    readonly all: readonly Uint32Array[];
    readonly close: readonly Uint32Array[] | Uncompared;
  };
  readonly kinds: KindsOfLevels;
  readonly shifts: MeasurableShifts;
  readonly repeats: MixedRepeats;
  readonly seed: number;
}

interface Job {
  readonly curve: keyof Mixing['curves'];
  readonly ratio: number;
  readonly mixtures: readonly MixtureRows[];
}

/** The mixtures of both curves that there are rows for, by ratio. Without generated rows both are the same. */
function jobsOf({ size, ratios, draws, orders }: Measurable): Job[] {
  const jobOf = (
    curve: Job['curve'],
    generated: readonly Uint32Array[],
    ratio: number,
  ): Job | undefined => {
    const rows = generatedRowsAt(ratio, size);
    if (generated.some((order) => order.length < rows)) return undefined;
    const mixtures = draws.map(({ real }, draw) => ({
      generated: generated[draw]!.subarray(0, rows),
      real: real.subarray(0, size - rows),
    }));
    return { curve, ratio, mixtures };
  };
  return ratios.flatMap((ratio) => {
    const { all, close } = orders;
    const jobs = [
      jobOf('all', all, ratio),
      ratio > 0 && isCompared(close) ? jobOf('close', close, ratio) : undefined,
    ];
    return jobs.filter((job) => job !== undefined);
  });
}

/** The number of rows at which all mixtures are measured, by what is measured. */
export function measuredRows(measurable: Measurable): ReadonlyMap<MixedKinds, number> {
  const mixtures = jobsOf(measurable).flatMap((job) => job.mixtures);
  const columns = LEVEL_NAMES.flatMap((level) =>
    MEASURED_FIELDS.map((field) => measurable.kinds[level][field]),
  );
  return new Map(
    columns
      .filter(isCompared)
      .map((kinds) => [
        kinds,
        Math.min(...mixtures.map((mixture) => countPlaced(mixture, kinds.placeOfRow))),
      ]),
  );
}

/**
 * Measures ratio after ratio, all threads on one, so that points come in order.
 * @param rowsOf see `measuredRows`
 */
export async function measureCurves(
  pool: TaskPool,
  measurable: Measurable,
  rowsOf: ReadonlyMap<MixedKinds, number>,
  onUpdate: (update: MixUpdate, share: number) => void,
): Promise<Mixing['curves']> {
  const jobs = jobsOf(measurable);
  const points: Record<Job['curve'], MixPoint[]> = { all: [], close: [] };
  const noise = noiseOf(measurable.shifts);
  let atZero: Diversities | undefined;
  let done = 0;
  const measure = async (job: Job, shiftOf: () => Promise<MixPoint['shift']>) => {
    const measured = await measureJob(pool, measurable, rowsOf, job, shiftOf);
    atZero ??= measured.diversity;
    const judged = judgeMixture(job.ratio, measured.diversity, atZero, measured.point.shift, noise);
    return { ...measured.point, ...judged };
  };
  for (const ratio of measurable.ratios) {
    const atRatio = jobs.filter((job) => job.ratio === ratio);
    const shifts = measureShifts(pool, measurable, atRatio);
    const found = await Promise.all(
      atRatio.map((job, at) => measure(job, async () => (await shifts)[at]!)),
    );
    atRatio.forEach(({ curve }, at) => {
      const point = found[at]!;
      points[curve].push(point);
      onUpdate({ type: 'point', curve, point }, ++done / jobs.length);
      if (ratio > 0 || !isCompared(measurable.orders.close)) return;
      points.close.push(point);
      onUpdate({ type: 'point', curve: 'close', point }, done / jobs.length);
    });
  }
  const curveOf = (curve: Job['curve']): MixCurve => ({
    points: points[curve],
    verdict: judgeCurve(points[curve], noise),
  });
  const { close } = measurable.orders;
  return { all: curveOf('all'), close: isCompared(close) ? curveOf('close') : close };
}

export const noiseOf = (shifts: MeasurableShifts): Mixing['noise'] => {
  const ofShift = (name: ShiftName) => {
    const shift = shifts[name];
    return isCompared(shift) ? shift.noise : shift;
  };
  return { meanings: ofShift('meanings'), wording: ofShift('wording') };
};

type Diversities = Readonly<Partial<Record<LevelName, LogDiversity>>>;
type MeasuredPoint = Omit<MixPoint, 'gains' | 'losses' | 'shifted' | 'isMarked'>;

/** The shifts of several jobs, all of whose mixtures go through a classifier together. */
async function measureShifts(
  pool: TaskPool,
  { shifts, draws }: Measurable,
  jobs: readonly Job[],
): Promise<MixPoint['shift'][]> {
  const mixtures = jobs.flatMap((job) => job.mixtures);
  const heldBack = jobs.flatMap(() => draws.map((draw) => draw.heldBack));
  const areas = await Promise.all(
    SHIFT_NAMES.map(async (name) => {
      const shift = shifts[name];
      if (!isCompared(shift)) return undefined;
      return pool.run('measureMixedShift', { laidOut: shift.laidOut, mixtures, heldBack });
    }),
  );
  return jobs.map((_, job) =>
    Object.fromEntries(
      SHIFT_NAMES.flatMap((name, at) => {
        const ofJob = areas[at]?.slice(job * draws.length, (job + 1) * draws.length);
        return ofJob ? [[name, bandOf(ofJob)]] : [];
      }),
    ),
  );
}

async function measureJob(
  pool: TaskPool,
  measurable: Measurable,
  rowsOf: ReadonlyMap<MixedKinds, number>,
  { ratio, mixtures }: Job,
  shiftOf: () => Promise<MixPoint['shift']>,
): Promise<{ readonly point: MeasuredPoint; readonly diversity: Diversities }> {
  const found = await measureKinds(pool, measurable, rowsOf, mixtures);
  const bandsOf = (level: LevelName) =>
    Object.fromEntries(
      MEASURED_FIELDS.flatMap((field) => {
        const logKinds = found(level, field)?.logKinds;
        return logKinds ? [[field, bandOf(logKinds.map(Math.exp))]] : [];
      }),
    ) as MixPoint['effectiveKinds'][LevelName];
  const generatedRows = generatedRowsAt(ratio, measurable.size);
  return {
    point: {
      ratio,
      generatedRows,
      realRows: measurable.size - generatedRows,
      effectiveKinds: {
        macro: bandsOf('macro'),
        meso: bandsOf('meso'),
        micro: bandsOf('micro'),
      },
      shift: await shiftOf(),
      nearDuplicates: bandOf(mixtures.map(measurable.repeats.shareOf)),
    },
    diversity: Object.fromEntries(
      LEVEL_NAMES.flatMap((level) => {
        const measured = found(level, 'whole');
        if (measured?.noise === undefined) return [];
        const { logKinds, noise } = measured;
        return [[level, { mean: bandOf(logKinds).mean, ...noise }]];
      }),
    ),
  };
}

/** Fields that are one column are measured once. */
async function measureKinds(
  pool: TaskPool,
  { kinds, seed }: Measurable,
  rowsOf: ReadonlyMap<MixedKinds, number>,
  mixtures: readonly MixtureRows[],
): Promise<(level: LevelName, field: MeasuredField) => MeasuredMixedKinds | undefined> {
  const measured = new Map<MixedKinds, MeasuredMixedKinds>();
  await Promise.all(
    Array.from(rowsOf, async ([column, rows]) => {
      if (rows === 0) return;
      const withDeviation = LEVEL_NAMES.some((level) => kinds[level].whole === column);
      const params = { kinds: column, mixtures, rows, seed, withDeviation };
      measured.set(column, await pool.run('measureMixedKinds', params));
    }),
  );
  return (level, field) => {
    const column = kinds[level][field];
    return isCompared(column) ? measured.get(column) : undefined;
  };
}

/** Levels as the result tells them: at how many rows each was measured. */
export const levelsOf = (
  kinds: KindsOfLevels,
  rowsOf: ReadonlyMap<MixedKinds, number>,
): Mixing['levels'] => rowsOfLevels(kinds, (column) => rowsOf.get(column) ?? 0);
