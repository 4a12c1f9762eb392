import type { SheetStep } from '../webview/sheetProtocol.ts';
import type { DocumentContext } from './documentRequest.ts';
import type { Section } from './document.ts';

/** The steps that teams are advised to take, and which of them are done. */
export function checkListSection(
  steps: readonly Pick<SheetStep, 'title' | 'state' | 'evidence'>[],
  { words }: DocumentContext,
): Section {
  return {
    title: words.checkList,
    startsPage: false,
    blocks: [
      { kind: 'note', text: words.checkListNote },
      {
        kind: 'table',
        header: [words.checkListStep, words.checkListState, words.checkListEvidence],
        rows: steps.map(({ title, state, evidence = '' }) => [title, state, evidence]),
        numeric: [],
      },
    ],
  };
}
