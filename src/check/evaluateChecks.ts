import { sentence } from '../data/sentence.ts';
import type { Report } from '../engine/report.ts';
import type { FigureCheck } from './checkConfig.ts';
import { CheckFault } from './checkFault.ts';
import { englishCheckWords as words } from './checkWords.ts';
import { figureAt } from './figureAt.ts';

export type CheckRule = 'limit' | 'baseline' | 'reference';

/** One limit of one figure, and how the file stands to it. */
export interface CheckResult {
  /** Path of the figure; of two joined by ` / ` where it is divided. */
  readonly figure: string;
  readonly rule: CheckRule;
  readonly outcome: 'passed' | 'failed';
  /** Absent where the figure is undefined for this file. */
  readonly value?: number;
  /** Of the baseline or the reference; absent where undefined there, and for a plain limit. */
  readonly comparedWith?: number;
  readonly atLeast?: number;
  readonly atMost?: number;
}

export interface CheckSubjects {
  readonly report: Report;
  readonly baseline?: Report;
  /** The file and the reference at equal rows. */
  readonly atEqualRows?: { readonly report: Report; readonly reference: Report };
}

/**
 * Holds a report to the checks, in their order: the limits of each figure, then baseline, then reference.
 * @throws CheckFault where a path leads to something that is no number, RangeError where a baseline
 *   or reference is asked for and not there
 */
export function evaluateChecks(
  checks: readonly FigureCheck[],
  { report, baseline, atEqualRows }: CheckSubjects,
): CheckResult[] {
  return checks.flatMap((check) => {
    const { min, max } = check;
    const results: CheckResult[] = [];
    if (min !== undefined || max !== undefined) {
      results.push(resultOf(check, 'limit', figureOf(check, report), bounds(min, max)));
    }
    if (check.baseline) {
      if (!baseline) throw new RangeError(`${check.figure} has a limit by the baseline: name one`);
      const was = figureOf(check, baseline);
      results.push(
        resultOf(
          check,
          'baseline',
          figureOf(check, report),
          was === undefined ? undefined : changeBounds(check, was),
          was,
        ),
      );
    }
    if (check.reference) {
      if (!atEqualRows) {
        throw new RangeError(`${check.figure} has a limit by the reference: name one`);
      }
      const other = figureOf(check, atEqualRows.reference);
      const limits = other === undefined ? undefined : ratioBounds(check, other);
      results.push(
        resultOf(check, 'reference', figureOf(check, atEqualRows.report), limits, other),
      );
    }
    return results;
  });
}

interface Bounds {
  readonly atLeast?: number;
  readonly atMost?: number;
}

function resultOf(
  { figure, of, whenAbsent }: FigureCheck,
  rule: CheckRule,
  value: number | undefined,
  limits: Bounds | undefined,
  comparedWith?: number,
): CheckResult {
  const isKept =
    value === undefined || limits === undefined
      ? whenAbsent === 'pass'
      : value >= (limits.atLeast ?? -Infinity) && value <= (limits.atMost ?? Infinity);
  return {
    figure: of === undefined ? figure : `${figure} / ${of}`,
    rule,
    outcome: isKept ? 'passed' : 'failed',
    ...(value !== undefined && { value }),
    ...(comparedWith !== undefined && { comparedWith }),
    ...limits,
  };
}

/** Undefined where the figure is, or the one that it is divided by is undefined or 0. */
function figureOf({ figure, of }: FigureCheck, report: Report): number | undefined {
  const value = numberAt(report, figure);
  if (of === undefined) return value;
  const divisor = numberAt(report, of);
  return value === undefined || divisor === undefined || divisor === 0
    ? undefined
    : value / divisor;
}

function numberAt(report: Report, path: string): number | undefined {
  const value = figureAt(report, path) ?? undefined;
  if (value === undefined || typeof value === 'number') return value;
  throw new CheckFault(words.noFigure, path, sentence(kindOf(value)));
}

function kindOf(value: unknown): string {
  if (Array.isArray(value)) return words.aList;
  if (typeof value === 'boolean') return words.aTrueOrFalse;
  return typeof value === 'string' ? words.aText : words.anObject;
}

function bounds(atLeast: number | undefined, atMost: number | undefined): Bounds {
  return { ...(atLeast !== undefined && { atLeast }), ...(atMost !== undefined && { atMost }) };
}

const times = (factor: number | undefined, value: number) =>
  factor === undefined ? undefined : factor * value;

/** A negative figure's least quotient is its highest value. */
function ratioBounds({ reference = {} }: FigureCheck, other: number): Bounds {
  const atMin = times(reference.minRatio, other);
  const atMax = times(reference.maxRatio, other);
  return other < 0 ? bounds(atMax, atMin) : bounds(atMin, atMax);
}

/** Of a share and an amount the narrower one counts. A share of a negative figure is one of its size. */
function changeBounds({ baseline = {} }: FigureCheck, was: number): Bounds {
  const { maxDecrease, maxIncrease, maxDecreaseBy, maxIncreaseBy } = baseline;
  const least = [times(maxDecrease, Math.abs(was)), maxDecreaseBy].filter((by) => by !== undefined);
  const most = [times(maxIncrease, Math.abs(was)), maxIncreaseBy].filter((by) => by !== undefined);
  return bounds(
    least.length > 0 ? was - Math.min(...least) : undefined,
    most.length > 0 ? was + Math.min(...most) : undefined,
  );
}
