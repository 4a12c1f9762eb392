import { recurringPhrases } from '../../metrics/micro/recurringPhrases.ts';
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
  const rowsRead = [...new Set(phrases.map(({ row }) => row))].sort((a, b) => a - b);
  let next = 0;
  forEachLine(
    context,
    Uint32Array.from(rowsRead, (row) => lines[row]!),
    (views) => {
      texts.set(rowsRead[next++]!, views[field] ?? '');
    },
  );
  const list = phrases.map((phrase): RecurringText => ({
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
