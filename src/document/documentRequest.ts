import type { Report } from '../engine/report.ts';
import type { SheetStep } from '../webview/sheetProtocol.ts';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import type { Wording } from '../webview/viewModel/wording.ts';
import type { DocumentWords } from './documentWords.ts';

/** A file that the report is of. */
export interface InputFile {
  readonly path: string;
  readonly bytes: number;
  /** In hexadecimal digits; absent where the file changed since it was measured. */
  readonly sha256?: string;
}

export interface DocumentRequest {
  /** Already without texts where these are to be left out. */
  readonly report: Report;
  readonly inputs: readonly InputFile[];
  readonly withTexts: boolean;
  /** The start of the texts of flagged rows by line, where texts go in. */
  readonly excerpts: ReadonlyMap<number, string>;
  /** Flags that a person said are fine are left out. */
  readonly isShown?: (flag: FlagEntry) => boolean;
  /** What one should know first, in the language of the document. */
  readonly notes?: readonly string[];
  /** The check-list as it stands in the workspace. */
  readonly checkList?: readonly SheetStep[];
}

/** What a writer of the document needs besides the report. */
export interface DocumentContext {
  readonly wording: Wording;
  readonly words: DocumentWords;
}
