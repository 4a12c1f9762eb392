import { hasPassed, type CheckOutcome } from '../check/checkOutcome.ts';
import { resultSentence, resultTexts, type Translate } from '../check/resultTexts.ts';
import { englishCheckWords as words } from '../check/checkWords.ts';
import type { CheckResult } from '../check/evaluateChecks.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { withMinus } from '../metrics/text/withMinus.ts';
import { flagKindLabel } from '../webview/flagKindLabel.ts';
import { FLAG_KINDS } from '../webview/panelTerms.ts';
import { columnWidth, padToWidth } from './columnWidth.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { formatCount } from './formatCount.ts';
import { BETWEEN, hanging, joined } from './layLines.ts';
import type { Style } from './style.ts';
import type { TerminalWording } from './terminalWording.ts';

const NAME_LENGTH = 120;
const GAP = '  ';
const INDENT = '    ';

/** The outcome of a check as a table for a person at a terminal of `columns` columns. */
export function renderCheck(
  outcome: CheckOutcome,
  style: Style,
  columns: number,
  { translate, page }: Pick<TerminalWording, 'translate' | 'page'>,
): string {
  const { file, results, flags, notes } = outcome;
  const rows = results.map((result) => cells(result, translate));
  const { headFigure, headValue, headLimit, headAgainst } = words;
  const heads = ['', ...[headFigure, headValue, headLimit, headAgainst].map(translate)];
  const table = tableLines([heads, ...rows], columns);
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
    ...table.flatMap((lines, at) => {
      if (at === 0) return lines.map(style.dim);
      return results[at - 1]?.outcome === 'failed' ? lines.map(style.warn) : lines;
    }),
    '',
    ...(counts.length > 0
      ? joined(fill(translate(words.flags), counts.join(BETWEEN)).split(BETWEEN), columns, '')
      : []),
    ...notes.flatMap((note) =>
      hanging(fill(translate(words.note), harmlessText(note, 1000)), columns, '').map(style.dim),
    ),
    verdict,
    ...failed.flatMap((result) =>
      hanging(harmlessText(resultSentence(result, translate), 1000), columns),
    ),
    '',
  ].join('\n');
}

/** The lines of each row: one, or two where the terminal has no room for what follows the figure. */
function tableLines(rows: readonly (readonly string[])[], columns: number): string[][] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => columnWidth(row[at] ?? ''))),
  );
  const cells = rows.map((row) => row.map((cell, at) => padToWidth(cell, widths[at] ?? 0)));
  const lines = cells.map((row) => [row.join(GAP).trimEnd()]);
  if (lines.flat().every((line) => columnWidth(line) <= columns)) return lines;
  return cells.map(([mark = '', figure = '', ...rest]) => [
    `${mark}${GAP}${figure}`.trimEnd(),
    `${INDENT}${rest.join(GAP)}`.trimEnd(),
  ]);
}

function cells(result: CheckResult, translate: Translate): string[] {
  const { figure, rule, outcome } = result;
  const { value, limit, comparedWith } = resultTexts(result, translate);
  const against = rule === 'limit' ? '' : fill(translate(words[rule]), withMinus(comparedWith));
  return [
    translate(outcome === 'passed' ? words.keptMark : words.notKeptMark),
    harmlessText(figure, NAME_LENGTH),
    withMinus(value),
    withMinus(limit),
    against,
  ];
}
