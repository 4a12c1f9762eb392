import { expect, test } from 'vitest';
import { readRunTable } from '../../../src/data/runTable/readRunTable.ts';
import { analyseRuns } from '../../../src/engine/experiments/analyseRuns.ts';
import { isAbsent, type Slope } from '../../../src/engine/experiments/experimentsReport.ts';
import values from '../metrics/experiments/linearModels.json' with { type: 'json' };

const { runs } = values;
const [size, qsec, weight, power, score] = runs.columns as [
  number[],
  number[],
  number[],
  number[],
  number[],
];
const header = 'size,qsec,macro-instruction,micro-response,score';
const rows = size.map((value, i) => [value, qsec[i], weight[i], power[i], score[i]].join(','));
const report = analyseRuns(readRunTable([header, ...rows].join('\n')));

function expectSlope(
  slope: Slope,
  reference: { mean: number[]; interval68: number[]; interval95: number[]; positive: number[] },
) {
  expect(slope.mean).toBeCloseTo(reference.mean[0]!, 9);
  expect(slope.interval68.low).toBeCloseTo(reference.interval68[0]!, 9);
  expect(slope.interval68.high).toBeCloseTo(reference.interval68[1]!, 9);
  expect(slope.interval95.low).toBeCloseTo(reference.interval95[0]!, 9);
  expect(slope.interval95.high).toBeCloseTo(reference.interval95[1]!, 9);
  expect(slope.probabilityPositive / reference.positive[0]! - 1).toBeCloseTo(0, 7);
}

test('a level alone, with size and covariate held fixed, is what R says', () => {
  const { alone } = report.levels[0]!;
  if (isAbsent(alone)) throw new Error(alone.absence);
  expectSlope(alone.slope, runs.alone);
  expect(alone.leaveOneOut!.predictiveR2).toBeCloseTo(runs.foretoldAlone[0]!, 9);
  expect(alone.leaveOneOut!.logDensityGain).toBeCloseTo(runs.foretoldAlone[1]! - runs.held[1]!, 8);
});

test('both levels together are what R says', () => {
  const { together } = report;
  if (isAbsent(together)) throw new Error(together.absence);
  expectSlope(together.levels[0]!.slope, runs.weight);
  expectSlope(together.levels[1]!.slope, runs.power);
  expect(together.levels[0]!.varianceInflation).toBeCloseTo(runs.inflation[0]!, 9);
  expect(together.levels[1]!.varianceInflation).toBeCloseTo(runs.inflation[1]!, 9);
  expect(together.comparisons).toHaveLength(1);
  expect(together.comparisons[0]!.probabilityFirstLarger).toBeCloseTo(runs.firstLarger[0]!, 9);
  expect(together.leaveOneOut!.logDensityGain).toBeCloseTo(
    runs.foretoldBoth[1]! - runs.held[1]!,
    8,
  );
});

test('the logarithm of the size is what R says', () => {
  if (!report.size || isAbsent(report.size)) throw new Error('no size');
  expectSlope(report.size.slope, runs.size);
});
