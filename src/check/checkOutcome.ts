import { hasEditorLines, pathOfPart, placeOf, type InputPart } from '../data/inputs/inputPart.ts';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import type { CheckResult } from './evaluateChecks.ts';

/** Everything that a check found, before it is written in one form or another. */
export interface CheckOutcome {
  readonly strataVersion: string;
  /** As the person gave it. */
  readonly file: string;
  /** Of what the file is made, where it is not one plain file of JSON lines. */
  readonly parts?: readonly InputPart[];
  readonly results: readonly CheckResult[];
  readonly flags: readonly FlaggedRow[];
  /** What one should know of the comparison, in English. */
  readonly notes: readonly string[];
}

export interface FlaggedRow extends Pick<FlagEntry, 'kind' | 'line' | 'lines' | 'severity'> {
  /** In English. */
  readonly reason: string;
}

export interface FilePlace {
  readonly file: string;
  /** 1-based; absent where the file has no lines to go to. */
  readonly line?: number;
}

/** The file and the line where a line of the data set stands. */
export function filePlaceOf(
  { file, parts }: Pick<CheckOutcome, 'file' | 'parts'>,
  line: number,
): FilePlace {
  const place = parts && placeOf(parts, line);
  if (!parts || !place) return { file, line };
  const { part } = place;
  return {
    file: pathOfPart(file, part),
    ...(hasEditorLines(part) && { line: place.line }),
  };
}

export function hasPassed({ results }: CheckOutcome): boolean {
  return results.every(({ outcome }) => outcome === 'passed');
}

/** One English sentence on a limit: what was asked for, what there is. */
export function resultSentence(result: CheckResult): string {
  const { figure, rule, value, comparedWith, outcome } = result;
  const is = value === undefined ? `${figure} is undefined` : `${figure} is ${formatFigure(value)}`;
  if (rule !== 'limit' && comparedWith === undefined) {
    return `${is}; it is undefined for the ${rule}`;
  }
  const other = comparedWith === undefined ? '' : ` (${rule}: ${formatFigure(comparedWith)})`;
  return `${is}, ${outcome === 'passed' ? 'as asked' : 'but has to be'} ${limitText(result)}${other}`;
}

/** `≥ 20`, `≤ 0.05`, `20 to 40`; a dash where no limit could be told. */
export function limitText({ atLeast, atMost }: Pick<CheckResult, 'atLeast' | 'atMost'>): string {
  if (atLeast !== undefined && atMost !== undefined) {
    return `${formatFigure(atLeast)} to ${formatFigure(atMost)}`;
  }
  if (atLeast !== undefined) return `≥ ${formatFigure(atLeast)}`;
  return atMost === undefined ? '–' : `≤ ${formatFigure(atMost)}`;
}

/** At most four digits after the point, and no more than six that say something. */
export function formatFigure(value: number): string {
  if (Number.isInteger(value)) return value.toLocaleString('en-US');
  return value.toLocaleString('en-US', {
    maximumSignificantDigits: Math.abs(value) >= 1 ? 6 : 4,
  });
}
