import type { Delimiter } from '../csvDelimiter.ts';
import type { InputKind } from './inputKind.ts';

/** One file of a data set that is not a plain file of JSON lines, and where its rows are among the lines of the whole. */
export interface InputPart extends InputKind {
  /** Its name; within the folder, where a folder is read. */
  readonly path: string;
  /** That it is within the folder that was named, whatever that is called; absent where the file itself was. */
  readonly inFolder?: true;
  readonly bytes: number;
  /** Lines of the data set before the part's first. */
  readonly linesBefore: number;
  readonly lines: number;
  /** What the part's lines are: those of its text, or its records, one each, where it has none. */
  readonly counted: 'lines' | 'records';
  /** What parts the cells of a table; absent where it is none. */
  readonly delimiter?: Delimiter;
  /** The key under which the records of a JSON text stand, where they are in an array of its one object; otherwise absent. */
  readonly field?: string;
}

export interface Place {
  readonly part: InputPart;
  /** 1-based, in the part. */
  readonly line: number;
}

/** Where a line of the data set stands. O(log parts). @param line 1-based, of the data set */
export function placeOf(parts: readonly InputPart[], line: number): Place | undefined {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (parts[middle]!.linesBefore < line) low = middle + 1;
    else high = middle;
  }
  const part = parts[low - 1];
  return part && { part, line: line - part.linesBefore };
}

/** Whether an editor shows the lines of a part: compressed files and those that count records have none to go to. */
export function hasEditorLines({ counted, compression }: InputPart): boolean {
  return counted === 'lines' && compression === undefined;
}

/** `part-2.jsonl:7` for a line of a folder; undefined where the data set is one file. @param line 1-based, of the data set */
export function nameOfPlace(
  parts: readonly InputPart[] | undefined,
  line: number,
): string | undefined {
  if (!parts || parts.length < 2) return undefined;
  const place = placeOf(parts, line);
  return place && `${place.part.path}:${place.line}`;
}

/** Path of a part. @param whole path of the file or folder that was named */
export function pathOfPart(whole: string, { path, inFolder }: InputPart): string {
  return inFolder ? `${whole.replace(/[\\/]+$/u, '')}/${path}` : whole;
}
