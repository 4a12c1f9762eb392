import { hasEditorLines, pathOfPart, placeOf, type InputPart } from '../data/inputs/inputPart.ts';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { englishCheckWords as words } from './checkWords.ts';
import type { CheckResult } from './evaluateChecks.ts';

/** From English, as a command's language has it. */
export type Translate = (english: string) => string;

/** Everything that a check found, before it is written in one form or another. */
export interface CheckOutcome {
  readonly strataVersion: string;
  /** As the person gave it. */
  readonly file: string;
  /** Of what the file is made, where it is not one plain file of JSON lines. */
  readonly parts?: readonly InputPart[];
  readonly results: readonly CheckResult[];
  readonly flags: readonly FlaggedRow[];
  /** What one should know of the comparison, in the command's language. */
  readonly notes: readonly string[];
}

export interface FlaggedRow extends Pick<FlagEntry, 'kind' | 'line' | 'lines' | 'severity'> {
  /** In the command's language. */
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

const SENTENCES = {
  limit: { passed: words.kept, failed: words.notKept, undefined: words.kept },
  baseline: {
    passed: words.keptByBaseline,
    failed: words.notKeptByBaseline,
    undefined: words.noBaseline,
  },
  reference: {
    passed: words.keptByReference,
    failed: words.notKeptByReference,
    undefined: words.noReference,
  },
} as const;

/** One sentence on a limit, without its full stop: what was asked for, what there is. */
export function resultSentence(result: CheckResult, translate: Translate): string {
  const { figure, rule, value, comparedWith, outcome } = result;
  const isUndefined = rule !== 'limit' && comparedWith === undefined;
  return fill(
    translate(SENTENCES[rule][isUndefined ? 'undefined' : outcome]),
    figure,
    valueText(value, translate),
    limitText(result, translate),
    valueText(comparedWith, translate),
  );
}

export const valueText = (value: number | undefined, translate: Translate): string =>
  value === undefined ? translate(words.undefined) : formatFigure(value);

/** `≥ 20`, `≤ 0.05`, `20 to 40`; a dash where no limit could be told. */
export function limitText(
  { atLeast, atMost }: Pick<CheckResult, 'atLeast' | 'atMost'>,
  translate: Translate,
): string {
  if (atLeast !== undefined && atMost !== undefined) {
    return fill(translate(words.range), formatFigure(atLeast), formatFigure(atMost));
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
