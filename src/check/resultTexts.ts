import { fill } from '../webview/viewModel/wording.ts';
import { englishCheckWords as words } from './checkWords.ts';
import type { CheckResult } from './evaluateChecks.ts';

/** From English, as a command's language has it. */
export type Translate = (english: string) => string;

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
  const { figure, rule, comparedWith, outcome } = result;
  const isUndefined = rule !== 'limit' && comparedWith === undefined;
  const texts = resultTexts(result, translate);
  return fill(
    translate(SENTENCES[rule][isUndefined ? 'undefined' : outcome]),
    figure,
    texts.value,
    texts.limit,
    texts.comparedWith,
  );
}

export interface ResultTexts {
  readonly value: string;
  /** `≥ 20`, `≤ 0.05`, `20 to 40`; a dash where no limit could be told. */
  readonly limit: string;
  readonly comparedWith: string;
}

/** The figures of a result, with so many digits that a value which is beyond a limit does not look like it. */
export function resultTexts(result: CheckResult, translate: Translate): ResultTexts {
  const { value, atLeast, atMost, comparedWith } = result;
  const digits = moreDigits(result);
  const orUndefined = (figure: number | undefined) =>
    figure === undefined ? translate(words.undefined) : formatFigure(figure, digits);
  const least = atLeast === undefined ? undefined : formatFigure(atLeast, digits);
  const most = atMost === undefined ? undefined : formatFigure(atMost, digits);
  let limit = '–';
  if (least !== undefined && most !== undefined) limit = fill(translate(words.range), least, most);
  else if (least !== undefined) limit = `≥ ${least}`;
  else if (most !== undefined) limit = `≤ ${most}`;
  return { value: orUndefined(value), limit, comparedWith: orUndefined(comparedWith) };
}

/** Digits beyond the usual ones; a number has 17 at most that say something. */
function moreDigits({ outcome, value, atLeast, atMost }: CheckResult): number {
  if (outcome === 'passed' || value === undefined) return 0;
  const looksKept = (digits: number) =>
    [atLeast, atMost].some(
      (limit) => limit !== undefined && formatFigure(limit, digits) === formatFigure(value, digits),
    );
  let digits = 0;
  while (digits < 13 && looksKept(digits)) digits++;
  return digits;
}

/** Six digits that say something, of numbers below 1 four. @param more digits than that */
export function formatFigure(value: number, more = 0): string {
  if (Number.isInteger(value)) return value.toLocaleString('en-US');
  return value.toLocaleString('en-US', {
    maximumSignificantDigits: (Math.abs(value) >= 1 ? 6 : 4) + more,
  });
}
