import { recurringPhrases, type RecurringPhrase } from '../../metrics/micro/recurringPhrases.ts';
import { wholeWordPhrases } from '../../metrics/micro/wholeWordPhrases.ts';
import { tokenText } from '../../metrics/text/tokenText.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { forEachLine } from '../forEachLine.ts';
import type { RecurringText, RecurringWording } from '../wordingTypes.ts';
import type { TaskContext } from '../taskContext.ts';

export interface RecurringWordingParams {
  readonly field: 'instruction' | 'response';
  /** Tokens of the field, one row for each line. */
  readonly tokens: TokenColumn;
  /** 0-based lines of the rows, ascending; shared. */
  readonly lines: Uint32Array;
}

/** A thousandth of the rows, but no fewer than five, make wording recurring. */
const LEAST_ROWS = 5;
const LEAST_SHARE = 0.001;
const MOST_TEXTS = 50;
const TEXT_LENGTH = 500;

/** The wording that recurs over many rows of one field, as its first row writes it. */
export function findRecurringWording(
  context: TaskContext,
  { field, tokens, lines }: RecurringWordingParams,
): RecurringWording {
  let rows = 0;
  for (let row = 0; row < lines.length; row++) {
    if (tokens.offsets[row + 1]! > tokens.offsets[row]!) rows++;
  }
  const minRows = Math.max(LEAST_ROWS, Math.ceil(LEAST_SHARE * rows));
  const { found, phrases } = recurringPhrases(tokens, minRows, MOST_TEXTS);
  const texts = new Map<number, string>();
  const read = (unread: ReadonlySet<number>) => {
    const inOrder = [...unread].sort((a, b) => a - b);
    let next = 0;
    forEachLine(
      context,
      Uint32Array.from(inOrder, (row) => lines[row]!),
      (views) => {
        texts.set(inOrder[next++]!, views[field] ?? '');
      },
    );
  };
  const rowsOf = (some: readonly RecurringPhrase[]) => new Set(some.map(({ row }) => row));
  read(rowsOf(phrases));
  const whole = wholeWordPhrases(phrases, tokens, minRows, (row) => texts.get(row)!);
  // Of what is left of a phrase the first row may be an earlier one.
  read(new Set([...rowsOf(whole)].filter((row) => !texts.has(row))));
  const list = whole.map((phrase): RecurringText => ({
    text: shortened(
      tokenText(texts.get(phrase.row)!, phrase.start - tokens.offsets[phrase.row]!, phrase.length),
    ),
    rows: phrase.rows,
    share: phrase.rows / rows,
    lines: phrase.firstRows.map((row) => lines[row]! + 1),
  }));
  return { rows, minRows, found, list };
}

function shortened(text: string): string {
  return text.length > TEXT_LENGTH ? `${text.slice(0, TEXT_LENGTH).toWellFormed()}…` : text;
}
