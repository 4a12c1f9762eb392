import {
  hasPassed,
  limitText,
  resultSentence,
  valueText,
  type CheckOutcome,
  type Translate,
} from '../check/checkOutcome.ts';
import { englishCheckWords as words } from '../check/checkWords.ts';
import type { CheckResult } from '../check/evaluateChecks.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { flagKindLabel } from '../webview/flagKindLabel.ts';
import { FLAG_KINDS } from '../webview/panelTerms.ts';
import { columnWidth, padToWidth } from './columnWidth.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { formatCount } from './formatAmount.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';

const NAME_LENGTH = 120;

/** The outcome of a check as a table for a person. */
export function renderCheck(
  outcome: CheckOutcome,
  style: Style,
  { translate, page }: Pick<TerminalWording, 'translate' | 'page'>,
): string {
  const { file, results, flags, notes } = outcome;
  const rows = results.map((result) => cells(result, translate));
  const { headFigure, headValue, headLimit, headAgainst } = words;
  const heads = ['', ...[headFigure, headValue, headLimit, headAgainst].map(translate)];
  const widths = heads.map((head, column) =>
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
    return count > 0 ? [`${flagKindLabel(kind, page)} ${formatCount(count)}`] : [];
  });
  const isOne = results.length === 1;
  const all = formatCount(results.length);
  const verdict = hasPassed(outcome)
    ? style.accent(fill(translate(isOne ? words.passedOne : words.passedOther), all))
    : style.warn(
        fill(
          translate(isOne ? words.failedOne : words.failedOther),
          formatCount(failed.length),
          all,
        ),
      );
  return [
    style.bold(harmlessText(file, 1000)),
    '',
    style.dim(line(heads)),
    ...rows.map((row, at) => {
      const text = line(row);
      return results[at]?.outcome === 'failed' ? style.warn(text) : text;
    }),
    '',
    ...(counts.length > 0 ? [fill(translate(words.flags), counts.join(' · '))] : []),
    ...notes.map((note) => style.dim(fill(translate(words.note), harmlessText(note, 1000)))),
    verdict,
    ...failed.map((result) => `  ${harmlessText(resultSentence(result, translate), 1000)}`),
    '',
  ].join('\n');
}

function cells(result: CheckResult, translate: Translate): string[] {
  const { figure, rule, outcome, value, comparedWith } = result;
  const against =
    rule === 'limit' ? '' : fill(translate(words[rule]), valueText(comparedWith, translate));
  return [
    translate(outcome === 'passed' ? words.keptMark : words.notKeptMark),
    harmlessText(figure, NAME_LENGTH),
    valueText(value, translate),
    limitText(result, translate),
    against,
  ];
}
