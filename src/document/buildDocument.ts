import { flagEntries } from '../webview/viewModel/flagEntries.ts';
import { toLevelCards } from '../webview/viewModel/levelCards.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { checkListSection } from './checkListSection.ts';
import type { ReportDocument } from './document.ts';
import type { DocumentContext, DocumentRequest } from './documentRequest.ts';
import { flagSections } from './flagSections.ts';
import { glossarySection } from './glossarySection.ts';
import { levelSections } from './levelSections.ts';
import { methodSection } from './methodSection.ts';
import { summarySection } from './summarySection.ts';

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
