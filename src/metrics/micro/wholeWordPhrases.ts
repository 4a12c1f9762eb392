import type { TokenColumn } from '../text/tokenColumn.ts';
import { tokenBounds } from '../text/tokenBounds.ts';
import { tokenQuarters, WORD_QUARTERS } from '../text/tokenQuarters.ts';
import { wordEdges } from '../text/wordEdges.ts';
import { isInLonger, type RecurringPhrase } from './recurringPhrases.ts';
import { rowsWithRuns, type Run } from './rowsWithRuns.ts';

/** Words that are left of a phrase at least, roughly: one of which less would be left stays as it is. */
const LEAST_WORDS = 2;

/**
 * Recurring phrases without the parts of words at their ends, in scripts without spaces, where a token is a character: a phrase
 * ends inside of a word where rows go on with different words that begin alike. What is left is counted anew; what is then
 * the same as another phrase, or hardly occurs outside a longer one, is left out.
 * @param column tokens from `TokenBuffer`; not mutated
 * @param minRows as of `recurringPhrases`
 * @param textOf the text of a row that the `row` of a phrase names
 * @returns those that take up most text, rows times length, first
 * O(tokens) time where any phrase is cut; then the length of the phrases' first rows.
 */
export function wholeWordPhrases(
  phrases: readonly RecurringPhrase[],
  column: TokenColumn,
  minRows: number,
  textOf: (row: number) => string,
): readonly RecurringPhrase[] {
  const edges = wordEdges();
  const runs = phrases.map((phrase) => cut(phrase, column, textOf(phrase.row), edges));
  const cutAt = [...phrases.keys()].filter((at) => runs[at]!.length < phrases[at]!.length);
  if (cutAt.length === 0) return phrases;
  const whole = phrases.filter((_, at) => !cutAt.includes(at));
  const counted = rowsWithRuns(
    column,
    cutAt.map((at) => runs[at]!),
  );
  const all = [...whole, ...counted];
  const kept = all.filter(
    (phrase, at) =>
      at < whole.length ||
      !all.some((other, place) => place !== at && isCovered(phrase, other, place < at)),
  );
  return kept.sort((a, b) => textOfPhrase(b) - textOfPhrase(a) || a.start - b.start);

  function isCovered(phrase: RecurringPhrase, other: RecurringPhrase, isEarlier: boolean): boolean {
    if (other.length < phrase.length || !holds(other, phrase)) return false;
    return other.length === phrase.length
      ? isEarlier
      : isInLonger(phrase.rows, other.rows, minRows);
  }

  function holds(outer: Run, inner: Run): boolean {
    const { values } = column;
    for (let shift = 0; shift + inner.length <= outer.length; shift++) {
      let token = 0;
      while (
        token < inner.length &&
        values[outer.start + shift + token] === values[inner.start + token]
      ) {
        token++;
      }
      if (token === inner.length) return true;
    }
    return false;
  }

  function textOfPhrase({ rows, ...run }: RecurringPhrase): number {
    return rows * quartersOf(run, column);
  }
}

/** The tokens of a phrase that are of whole words in its first row; all, where hardly any are. */
function cut(
  phrase: RecurringPhrase,
  column: TokenColumn,
  text: string,
  edges: ReturnType<typeof wordEdges>,
): Run {
  const bounds = tokenBounds(text);
  const before = column.offsets[phrase.row]!;
  let first = phrase.start - before;
  let last = first + phrase.length - 1;
  const from = edges(text, bounds[2 * first]!).after;
  const to = edges(text, bounds[2 * last + 1]!).before;
  while (first <= last && bounds[2 * first]! < from) first++;
  while (first <= last && bounds[2 * last + 1]! > to) last--;
  const run = { start: before + first, length: last - first + 1 };
  return quartersOf(run, column) < LEAST_WORDS * WORD_QUARTERS ? phrase : run;
}

function quartersOf({ start, length }: Run, { values }: TokenColumn): number {
  let quarters = 0;
  for (let at = start; at < start + length; at++) quarters += tokenQuarters(values[at]!);
  return quarters;
}
