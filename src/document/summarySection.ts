import { FLAG_KINDS, type FlagKind } from '../webview/panelTerms.ts';
import type { LevelCardView } from '../webview/levelViews.ts';
import { flagKindLabel } from '../webview/flagKindLabel.ts';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import { linesByKind } from '../webview/viewModel/linesByKind.ts';
import { nextSteps } from '../webview/viewModel/nextSteps.ts';
import { verdicts } from '../webview/viewModel/verdicts.ts';
import { toHeadView } from '../webview/viewModel/headView.ts';
import { fill, joinSentences } from '../webview/viewModel/wording.ts';
import type { DocumentContext, DocumentRequest } from './documentRequest.ts';
import type { Block, Section } from './document.ts';

/** The first page, for the person who decides: how the levels stand, what was flagged, what to do. */
export function summarySection(
  request: DocumentRequest,
  cards: readonly LevelCardView[],
  flags: readonly FlagEntry[],
  context: DocumentContext,
): Section {
  const { report, withTexts, notes = [] } = request;
  const { wording, words } = context;
  const { file, fields, languages } = report;
  const head = toHeadView(file, fields, { fileName: file.path, chosen: {} }, wording, {
    languages,
  });
  const judged = verdicts(cards, wording);
  return {
    title: words.summary,
    startsPage: false,
    blocks: [
      { kind: 'facts', facts: head.facts },
      ...notes.map((text): Block => ({ kind: 'note', text })),
      { kind: 'heading', text: words.verdict },
      { kind: 'verdicts', verdicts: judged },
      {
        kind: 'note',
        text: joinSentences((['effectiveNumber', 'interval'] as const).map(saidOf(wording))),
      },
      {
        kind: 'note',
        text: joinSentences([wording.figures.standing.means, wording.figures.standing.meansNot]),
      },
      {
        kind: 'columns',
        columns: [
          [
            { kind: 'heading', text: words.flagsInNumbers },
            ...flagsInNumbers(flags, file.rows, context),
          ],
          [
            { kind: 'heading', text: wording.page.nextSteps },
            ...stepBlocks(nextSteps(report, flags, judged, wording), wording.page.nothingToDo),
          ],
        ],
      },
      { kind: 'note', text: withTexts ? words.textsIncluded : words.textsLeftOut },
    ],
  };
}

/** What a figure means, behind its name. */
const saidOf =
  ({ figures }: DocumentContext['wording']) =>
  (id: keyof typeof figures) =>
    `${figures[id].label}: ${figures[id].means}`;

function stepBlocks(steps: ReturnType<typeof nextSteps>, nothing: string): Block[] {
  return steps.length > 0 ? [{ kind: 'steps', steps }] : [{ kind: 'text', text: nothing }];
}

function flagsInNumbers(
  flags: readonly FlagEntry[],
  rows: number,
  { wording, words }: DocumentContext,
): Block[] {
  const counts = linesByKind(flags);
  if (counts.size === 0) return [{ kind: 'text', text: words.flagsNone }];
  const name = (kind: FlagKind) => flagKindLabel(kind, wording.page);
  const absent = FLAG_KINDS.filter((kind) => !counts.has(kind)).map(name);
  return [
    {
      kind: 'table',
      header: [wording.page.kind, words.rowsConcerned, words.shareOfRows],
      rows: FLAG_KINDS.flatMap((kind) => {
        const count = counts.get(kind);
        if (count === undefined) return [];
        // A broken line is no row: it has no share of them.
        const share = kind === 'row-error' ? '–' : wording.percent(count / Math.max(1, rows));
        return [[name(kind), wording.count(count), share]];
      }),
      numeric: [1, 2],
      ...(absent.length > 0 && {
        rest: fill(words.flagsAbsent, absent.join(wording.view.listSeparator)),
      }),
    },
  ];
}
