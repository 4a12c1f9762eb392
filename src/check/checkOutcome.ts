import { hasEditorLines, pathOfPart, placeOf, type InputPart } from '../data/inputs/inputPart.ts';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import type { CheckResult } from './evaluateChecks.ts';

/** Everything that a check found, before it is written in one form or another. */
export interface CheckOutcome {
  readonly strataVersion: string;
  /** As the person gave it. */
  readonly file: string;
  /** Of what the file is made, where it is not one plain file of JSON lines. */
  readonly parts?: readonly InputPart[];
  readonly results: readonly CheckResult[];
  readonly flags: readonly FlaggedRow[];
  /** What one should know of the comparison, in the command's language. */
  readonly notes: readonly string[];
}

export interface FlaggedRow extends Pick<FlagEntry, 'kind' | 'line' | 'lines' | 'severity'> {
  /** In the command's language. */
  readonly reason: string;
}

export interface FilePlace {
  readonly file: string;
  /** 1-based; absent where the file has no lines to go to. */
  readonly line?: number;
}

/** The file and the line where a line of the data set stands. */
export function filePlaceOf(
  { file, parts }: Pick<CheckOutcome, 'file' | 'parts'>,
  line: number,
): FilePlace {
  const place = parts && placeOf(parts, line);
  if (!parts || !place) return { file, line };
  const { part } = place;
  return {
    file: pathOfPart(file, part),
    ...(hasEditorLines(part) && { line: place.line }),
  };
}

export function hasPassed({ results }: CheckOutcome): boolean {
  return results.every(({ outcome }) => outcome === 'passed');
}
