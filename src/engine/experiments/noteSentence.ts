import { fill } from '../../metrics/text/fill.ts';
import { harmlessText } from '../../metrics/text/harmlessText.ts';
import type { ExperimentNote, NoteValue } from './experimentsReport.ts';
import { englishColumnNames, englishLineWords, englishNoteWords, QUOTED } from './noteWords.ts';

/** How a face writes words and numbers. */
export interface Tongue {
  /** From English, which is the key of every translation. */
  readonly translate: (english: string) => string;
  readonly count: (value: number) => string;
  /** The number of a line of the table; like any count unless told. */
  readonly line?: (line: number) => string;
  /** A number of any size, to three digits that count. */
  readonly figure: (value: number) => string;
  readonly percent: (share: number) => string;
  readonly list: (parts: readonly string[]) => string;
}

const LINES_SHOWN = 8;
const TEXT_UNITS = 80;

/** A note in words, safe to show: names and cells of the table are in it. */
export function noteSentence({ code, values }: ExperimentNote, tongue: Tongue): string {
  const parts = values.map((value) => valueText(value, tongue));
  return fill(tongue.translate(englishNoteWords[code]), ...parts);
}

/** What a column is called in sentences: the named ones by their names, covariates by their own in quotation marks. */
export function columnName(column: string, { translate }: Tongue): string {
  return Object.hasOwn(englishColumnNames, column)
    ? translate(englishColumnNames[column as keyof typeof englishColumnNames])
    : fill(translate(QUOTED), harmlessText(column, TEXT_UNITS));
}

function valueText(value: NoteValue, tongue: Tongue): string {
  if (typeof value === 'string') return harmlessText(value, 2 * TEXT_UNITS);
  if ('count' in value) return tongue.count(value.count);
  if ('figure' in value) return tongue.figure(value.figure);
  if ('share' in value) return tongue.percent(value.share);
  if ('columns' in value) {
    return tongue.list(value.columns.map((column) => columnName(column, tongue)));
  }
  return linesText(value.lines, tongue);
}

function linesText(lines: readonly number[], tongue: Tongue): string {
  const { translate, count, line = count } = tongue;
  const shown = lines.slice(0, LINES_SHOWN).map(line).join(', ');
  if (lines.length === 1) return fill(translate(englishLineWords.line), shown);
  return lines.length > LINES_SHOWN
    ? fill(translate(englishLineWords.more), shown, count(lines.length - LINES_SHOWN))
    : fill(translate(englishLineWords.lines), shown);
}
