import { describe, expect, it } from 'vitest';
import type { FigureCheck } from '../../../src/check/checkConfig.ts';
import { evaluateChecks } from '../../../src/check/evaluateChecks.ts';
import { figureAt } from '../../../src/check/figureAt.ts';
import type { Report } from '../../../src/engine/report.ts';
import { sampleReport } from '../webview/sampleReport.ts';

const check = (figure: string, limits: Partial<FigureCheck>): FigureCheck => ({
  figure,
  whenAbsent: 'fail',
  ...limits,
});
const outcomes = (checks: readonly FigureCheck[], others: object = {}) =>
  evaluateChecks(checks, { report: sampleReport, ...others }).map(({ outcome }) => outcome);

/** A report in which one figure of the sample is another. */
function withFigure(path: string, value: unknown): Report {
  const copy = structuredClone(sampleReport) as unknown as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop()!;
  let at = copy;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  at[last] = value;
  return copy as unknown as Report;
}

describe('figureAt', () => {
  it('follows keys, places and lengths', () => {
    expect(figureAt(sampleReport, 'file.rows')).toBe(303);
    expect(figureAt(sampleReport, 'file.rowErrors.length')).toBe(3);
    expect(figureAt(sampleReport, 'file.rowErrors.1.line')).toBe(120);
  });

  it('counts the rows of a quality finding, none where the report has none', () => {
    const quality = [{ code: 'refusal' as const, weight: 'high' as const, rows: 7, places: [] }];
    const report = { ...sampleReport, quality };
    expect(figureAt(report, 'quality.refusal.rows')).toBe(7);
    expect(figureAt(report, 'quality.mojibake.rows')).toBe(0);
    expect(figureAt(report, 'quality.no-such-code.rows')).toBeUndefined();
  });

  it('finds nothing that is not the report’s own', () => {
    for (const path of [
      '',
      'constructor',
      'file.toString.length',
      '__proto__',
      'file.rows.x',
      'a.b',
    ]) {
      expect(figureAt(sampleReport, path)).toBeUndefined();
    }
  });
});

describe('evaluateChecks', () => {
  it('holds figures to limits, both inclusive', () => {
    const rows = (limits: Partial<FigureCheck>) => check('file.rows', limits);
    expect(
      outcomes([
        rows({ min: 303 }),
        rows({ max: 303 }),
        rows({ min: 303.1 }),
        rows({ max: 302.9 }),
        rows({ min: 300, max: 310 }),
        rows({ min: 310, max: 300 }),
      ]),
    ).toEqual(['passed', 'passed', 'failed', 'failed', 'passed', 'failed']);
  });

  it('divides one figure by another', () => {
    const [result] = evaluateChecks([check('file.rowErrorCount', { of: 'file.rows', max: 0.01 })], {
      report: sampleReport,
    });
    expect(result).toEqual({
      figure: 'file.rowErrorCount / file.rows',
      rule: 'limit',
      outcome: 'passed',
      value: 3 / 303,
      atMost: 0.01,
    });
  });

  it('an undefined figure, or one divided by 0, fails unless it may be absent', () => {
    const path = 'levels.macro.instruction.meanCosineDistance';
    const report = withFigure(path, undefined);
    const of = (whenAbsent: 'fail' | 'pass') =>
      outcomes(
        [
          check(path, { min: 0, whenAbsent }),
          check('file.rows', { of: 'file.blankLines', min: 0, whenAbsent }),
        ],
        { report: { ...report, file: { ...report.file, blankLines: 0 } } },
      );
    expect(of('fail')).toEqual(['failed', 'failed']);
    expect(of('pass')).toEqual(['passed', 'passed']);
  });

  it.each([
    [100, 90, { maxDecrease: 0.1 }, 'passed'],
    [100, 89.9, { maxDecrease: 0.1 }, 'failed'],
    [100, 500, { maxDecrease: 0.1 }, 'passed'],
    [100, 110, { maxIncrease: 0.1 }, 'passed'],
    [100, 110.1, { maxIncrease: 0.1 }, 'failed'],
    [0, 0, { maxIncrease: 0.5 }, 'passed'],
    [0, 1, { maxIncrease: 0.5 }, 'failed'],
    [0, 2, { maxIncreaseBy: 2 }, 'passed'],
    [100, 96, { maxDecreaseBy: 5, maxDecrease: 0.5 }, 'passed'],
    [100, 94, { maxDecreaseBy: 5, maxDecrease: 0.5 }, 'failed'],
    [-1, -1.1, { maxDecrease: 0.1 }, 'passed'],
    [-1, -1.2, { maxDecrease: 0.1 }, 'failed'],
    [-1, -0.8, { maxDecrease: 0.1 }, 'passed'],
  ] as const)('from %d to %d with %o: %s', (was, is, baseline, outcome) => {
    const path = 'levels.micro.response.zipfSlope';
    expect(
      outcomes([check(path, { baseline })], {
        report: withFigure(path, is),
        baseline: withFigure(path, was),
      }),
    ).toEqual([outcome]);
  });

  it.each([
    [10, 8, { minRatio: 0.8 }, 'passed'],
    [10, 7.9, { minRatio: 0.8 }, 'failed'],
    [10, 13, { maxRatio: 1.25 }, 'failed'],
    [-1, -0.9, { minRatio: 0.8, maxRatio: 1.25 }, 'passed'],
    [-1, -0.7, { minRatio: 0.8, maxRatio: 1.25 }, 'failed'],
    [-1, -1.3, { minRatio: 0.8, maxRatio: 1.25 }, 'failed'],
  ] as const)('beside a reference of %d, %d with %o: %s', (other, is, reference, outcome) => {
    const path = 'levels.micro.response.zipfSlope';
    const atEqualRows = { report: withFigure(path, is), reference: withFigure(path, other) };
    expect(outcomes([check(path, { reference })], { atEqualRows })).toEqual([outcome]);
  });

  it('says nothing of a comparison with a figure that is undefined there', () => {
    const path = 'levels.micro.response.zipfSlope';
    const baseline = withFigure(path, undefined);
    expect(outcomes([check(path, { baseline: { maxDecrease: 1 } })], { baseline })).toEqual([
      'failed',
    ]);
  });

  it('a path to no number, and a comparison with nothing, are the caller’s mistakes', () => {
    for (const figure of ['file', 'file.path', 'file.rowErrors']) {
      expect(() => outcomes([check(figure, { min: 0 })])).toThrow(RangeError);
    }
    expect(() => outcomes([check('file.rows', { baseline: { maxDecrease: 0 } })])).toThrow(
      RangeError,
    );
    expect(() => outcomes([check('file.rows', { reference: { minRatio: 0 } })])).toThrow(
      RangeError,
    );
  });
});
