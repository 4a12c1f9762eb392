import {
  formatFigure,
  hasPassed,
  limitText,
  resultSentence,
  type CheckOutcome,
} from '../check/checkOutcome.ts';
import type { CheckResult } from '../check/evaluateChecks.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { FLAG_KINDS } from '../webview/panelTerms.ts';
import { columnWidth, padToWidth } from './columnWidth.ts';
import { formatAmount, formatCount } from './formatAmount.ts';
import type { Style } from './style.ts';

const HEAD = ['', 'figure', 'value', 'limit', 'against'] as const;
const NAME_LENGTH = 120;

/** The outcome of a check as a table for a person. */
export function renderCheck(outcome: CheckOutcome, style: Style): string {
  const { file, results, flags, notes } = outcome;
  const rows = results.map((result) => cells(result));
  const widths = HEAD.map((head, column) =>
    Math.max(...[head, ...rows.map((row) => row[column] ?? '')].map(columnWidth)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => padToWidth(cell, widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  const failed = results.filter((result) => result.outcome === 'failed');
  const counts = FLAG_KINDS.flatMap((kind) => {
    const count = flags.filter((flag) => flag.kind === kind).length;
    return count > 0 ? [`${kind} ${formatCount(count)}`] : [];
  });
  const verdict = hasPassed(outcome)
    ? style.accent(`passed: ${formatAmount(results.length, 'limit')} kept`)
    : style.warn(`FAILED: ${failed.length} of ${formatAmount(results.length, 'limit')} not kept`);
  return [
    style.bold(harmlessText(file, 1000)),
    '',
    style.dim(line(HEAD)),
    ...rows.map((row, at) => {
      const text = line(row);
      return results[at]?.outcome === 'failed' ? style.warn(text) : text;
    }),
    '',
    ...(counts.length > 0 ? [`flags: ${counts.join(' · ')}`] : []),
    ...notes.map((note) => style.dim(`note: ${harmlessText(note, 1000)}`)),
    verdict,
    ...failed.map((result) => `  ${harmlessText(resultSentence(result), 1000)}`),
    '',
  ].join('\n');
}

function cells(result: CheckResult): string[] {
  const { figure, rule, outcome, value, comparedWith } = result;
  const against =
    rule === 'limit'
      ? ''
      : `${rule} ${comparedWith === undefined ? 'undefined' : formatFigure(comparedWith)}`;
  return [
    outcome === 'passed' ? 'ok' : 'FAIL',
    harmlessText(figure, NAME_LENGTH),
    value === undefined ? 'undefined' : formatFigure(value),
    limitText(result),
    against,
  ];
}
