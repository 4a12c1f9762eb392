import type { Report } from '../engine/report.ts';
import { flagEntries, type FlagEntry } from '../webview/viewModel/flagEntries.ts';
import { toLevelCards } from '../webview/viewModel/levelCards.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import type { Wording } from '../webview/viewModel/wording.ts';
import { fill } from '../webview/viewModel/wording.ts';
import type { SheetStep } from '../webview/sheetProtocol.ts';
import { checkListSection } from './checkListSection.ts';
import type { ReportDocument } from './document.ts';
import type { DocumentWords } from './documentWords.ts';
import { flagSections } from './flagSections.ts';
import { glossarySection } from './glossarySection.ts';
import { levelSections } from './levelSections.ts';
import { methodSection } from './methodSection.ts';
import { summarySection } from './summarySection.ts';

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

const NAME_LENGTH = 120;

/** The report as a document: a page for the person who decides, then the figures, then how they were measured. */
export function buildDocument(
  request: DocumentRequest,
  language: string,
  context: DocumentContext,
): ReportDocument {
  const { report, isShown = () => true } = request;
  const { wording, words } = context;
  const flags = flagEntries(report).filter(isShown);
  const cards = toLevelCards(report.levels, report.sampled, wording);
  const sections = [
    summarySection(request, cards, flags, context),
    ...levelSections(cards, context),
    ...flagSections(request, flags, context),
    ...(request.checkList ? [checkListSection(request.checkList, context)] : []),
    methodSection(request, context),
  ];
  return {
    title: fill(words.title, harmlessText(baseName(report.file.path), NAME_LENGTH)),
    language,
    sections: [...sections, glossarySection(context)],
  };
}

function baseName(path: string): string {
  return path.split(/[\\/]/u).at(-1) ?? path;
}
