import { REPORT_FIGURE_IDS } from '../glossary/figures.ts';
import type { DocumentContext } from './documentRequest.ts';
import type { Section } from './document.ts';

const PARTS = ['means', 'range', 'meansNot', 'whatToDo', 'formula', 'source'] as const;

/** What every figure of a data set means: the same texts as behind the (i) in the panel. */
export function glossarySection({ wording, words }: DocumentContext): Section {
  return {
    title: words.glossary,
    startsPage: true,
    blocks: [
      {
        kind: 'glossary',
        entries: REPORT_FIGURE_IDS.map((id) => ({
          id,
          label: wording.figures[id].label,
          parts: PARTS.map((part) => ({
            head: wording.page[part],
            text: wording.figures[id][part],
          })),
        })),
      },
    ],
  };
}
