import type { TerminalStream } from './terminalContext.ts';

/** A narrower terminal wraps by itself. */
const LEAST_COLUMNS = 40;

/** Emphasis for a terminal; every function returns its text unchanged where colours are off. */
export interface Style {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly accent: (text: string) => string;
  readonly warn: (text: string) => string;
}

/** Whether a stream leads to a terminal that takes escape sequences; one that does not, such as a shell in Emacs, is `dumb`. */
export function takesEscapes({ isTTY }: TerminalStream): boolean {
  return isTTY === true && process.env['TERM'] !== 'dumb';
}

/** For what a stream leads to: emphasis on a terminal only. */
export function styleOf(stream: TerminalStream): Style {
  return createStyle(takesEscapes(stream) && !process.env['NO_COLOR']);
}

/** Columns that a line may take: those of the terminal, Infinity where a stream leads to none, or to one of unknown width. */
export function columnsOf({ isTTY, columns }: TerminalStream): number {
  return isTTY && columns ? Math.max(LEAST_COLUMNS, columns) : Infinity;
}

export function createStyle(colours: boolean): Style {
  const wrap = (code: number, end: number) => (text: string) =>
    colours ? `\x1b[${code}m${text}\x1b[${end}m` : text;
  return { bold: wrap(1, 22), dim: wrap(2, 22), accent: wrap(36, 39), warn: wrap(33, 39) };
}
