import { MEASURED_FIELDS } from '../webview/panelTerms.ts';
import type { LevelCardView, LevelFieldView, LinesTableView } from '../webview/levelViews.ts';
import { fill } from '../webview/viewModel/wording.ts';
import type { DocumentContext } from './documentRequest.ts';
import type { Block, DocumentChart, Section } from './document.ts';

type Measured = Extract<LevelFieldView, { kind: 'measured' }>;

const TABLE_ROWS = 10;

/** A section for each level: what it says of each field, with charts and figures. */
export function levelSections(
  cards: readonly LevelCardView[],
  context: DocumentContext,
): Section[] {
  return cards.map((card) => ({
    title: card.title,
    startsPage: true,
    blocks: [
      { kind: 'note', text: card.subject },
      ...shownFields(card).flatMap((field): Block[] => {
        const view = card.fields[field];
        const heading: Block = { kind: 'heading', text: context.wording.page[field] };
        switch (view.kind) {
          case 'measured':
            return [heading, ...measuredBlocks(view, context)];
          case 'unmeasured':
            return [heading, { kind: 'text', text: view.reason }];
          case 'pending':
            return [];
        }
      }),
    ],
  }));
}

/** Of a file with one field the whole says nothing that the field does not. */
function shownFields({ fields }: LevelCardView) {
  const parts = [fields.instruction, fields.response];
  const hasBoth = parts.every(({ kind }) => kind === 'measured');
  return MEASURED_FIELDS.filter((field) => field !== 'whole' || hasBoth);
}

function measuredBlocks(view: Measured, context: DocumentContext): Block[] {
  const { headline, sentence, verdict, chart, growth, yardsticks, notes, tables = [] } = view;
  const { comparison } = verdict;
  const standing = comparison ? [comparison, ...view.standing] : view.standing;
  const charts: DocumentChart[] = [
    chart,
    ...(growth ? [{ kind: 'growth', ...growth } as const] : []),
    ...(yardsticks ? [{ kind: 'yardsticks', ...yardsticks } as const] : []),
  ];
  return [
    {
      kind: 'headline',
      ...(headline.lead !== undefined && { lead: headline.lead }),
      value: headline.value,
      unit: headline.unit,
      ...(headline.interval !== undefined && { interval: headline.interval }),
    },
    { kind: 'text', text: fill(context.words.verdictOf, verdict.word, verdict.means) },
    ...(sentence === '' ? [] : [{ kind: 'text', text: sentence } as const]),
    { kind: 'list', items: standing.map(({ text, lines }) => withLines(text, lines, context)) },
    { kind: 'charts', charts },
    { kind: 'figures', figures: [...view.figures, ...view.moreFigures] },
    ...tables.map((table) => tableBlock(table, context)),
    ...notes.map((text): Block => ({ kind: 'note', text })),
  ];
}

function tableBlock(
  { title, note, header, rows }: LinesTableView,
  context: DocumentContext,
): Block {
  const { page, view, count } = context.wording;
  const shown = rows.slice(0, TABLE_ROWS);
  return {
    kind: 'table',
    title,
    note,
    header: [...header, page.exampleLines],
    rows: shown.map(({ cells, lines }) => [...cells, lines.map(count).join(view.listSeparator)]),
    numeric: header.map((_, column) => column).slice(1),
    ...(rows.length > shown.length && {
      rest: fill(page.shown, count(shown.length), count(rows.length)),
    }),
  };
}

function withLines(
  text: string,
  lines: readonly number[],
  { wording, words }: DocumentContext,
): string {
  if (lines.length === 0) return text;
  return fill(words.linesOf, text, lines.map(wording.count).join(wording.view.listSeparator));
}
