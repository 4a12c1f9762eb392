import { nameOfPlace } from '../data/inputs/inputPart.ts';
import { FLAG_KINDS, type FlagKind } from '../webview/panelTerms.ts';
import { flagKindLabel } from '../webview/flagKindLabel.ts';
import { withPersonalDataMasked } from '../metrics/quality/findPersonalData.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import { flagReason } from '../webview/viewModel/flagReason.ts';
import { queryFlags } from '../webview/viewModel/queryFlags.ts';
import { sampleNotes } from '../webview/viewModel/sampleNotes.ts';
import { toQualityView } from '../webview/viewModel/qualityView.ts';
import { toWordingView } from '../webview/viewModel/wordingView.ts';
import { fill } from '../webview/viewModel/wording.ts';
import type { DocumentContext, DocumentRequest } from './documentRequest.ts';
import type { Block, Section } from './document.ts';

/** Flags listed of each kind: a document is no worklist. */
const FLAGS_LISTED = 15;
const LINES_LISTED = 6;
const EXCERPT_LENGTH = 140;
const PHRASES_LISTED = 15;

/** The flags that are listed: the most severe of each kind. */
export function listedFlags(
  flags: readonly FlagEntry[],
  { wording }: DocumentContext,
): { readonly kind: FlagKind; readonly total: number; readonly listed: readonly FlagEntry[] }[] {
  return FLAG_KINDS.flatMap((kind) => {
    const filter = { kinds: [kind] };
    const sort = { by: 'severity', descending: true } as const;
    const page = queryFlags(flags, { filter, sort, offset: 0, limit: FLAGS_LISTED }, wording);
    return page.total > 0 ? [{ kind, total: page.total, listed: page.entries }] : [];
  });
}

/** The flagged rows by kind, the quality findings, and the wording that recurs. */
export function flagSections(
  request: DocumentRequest,
  flags: readonly FlagEntry[],
  context: DocumentContext,
): Section[] {
  const { wording, words } = context;
  const listed = listedFlags(flags, context);
  const notes = sampleNotes(request.report.sampled, 'flags', undefined, wording);
  return [
    ...(listed.length > 0
      ? [
          {
            title: words.flaggedRows,
            startsPage: true,
            blocks: [
              ...listed.flatMap((of) => kindBlocks(of, request, context)),
              ...notes.map((text): Block => ({ kind: 'note', text })),
            ],
          },
        ]
      : []),
    ...qualitySection(request, context),
    ...wordingSection(request, context),
  ];
}

function kindBlocks(
  { kind, total, listed }: ReturnType<typeof listedFlags>[number],
  request: DocumentRequest,
  context: DocumentContext,
): Block[] {
  const { withTexts, excerpts } = request;
  const { wording, words } = context;
  const { page, count } = wording;
  return [
    { kind: 'heading', text: flagKindLabel(kind, page) },
    { kind: 'text', text: wording.flagKinds[kind].means },
    {
      kind: 'table',
      header: [page.line, page.reason, ...(withTexts ? [page.excerpt] : [])],
      rows: listed.map((flag) => [
        linesText(flag.lines, request, context),
        withPersonalDataMasked(flagReason(flag, wording)),
        ...(withTexts ? [maskedExcerpt(excerpts.get(flag.line) ?? '')] : []),
      ]),
      numeric: [],
      ...(total > listed.length && {
        rest: fill(words.flagsListed, count(listed.length), count(total)),
      }),
    },
  ];
}

/** Masked before it is cut: personal data that are cut are not known as such. */
const maskedExcerpt = (text: string): string =>
  harmlessText(withPersonalDataMasked(text, EXCERPT_LENGTH), EXCERPT_LENGTH);

function linesText(
  lines: readonly number[],
  { report: { file } }: DocumentRequest,
  { wording, words }: DocumentContext,
): string {
  const { count, view } = wording;
  const named = (line: number) => {
    const place = nameOfPlace(file.parts, line);
    return place === undefined ? count(line) : `${count(line)} (${harmlessText(place, 200)})`;
  };
  const shown = lines.slice(0, LINES_LISTED).map(named).join(view.listSeparator);
  const more = lines.length - LINES_LISTED;
  return more > 0 ? fill(words.andMoreLines, shown, count(more)) : shown;
}

function qualitySection(
  { report }: DocumentRequest,
  { wording, words }: DocumentContext,
): Section[] {
  const { sentence, findings } = toQualityView(report.quality, wording);
  if (sentence === undefined) return [];
  return [
    {
      title: words.quality,
      startsPage: false,
      blocks: [
        { kind: 'text', text: sentence },
        {
          kind: 'table',
          header: [words.finding, words.weight, words.rowsConcerned, wording.page.means],
          rows: findings.map(({ label, weight, rows, explanation }) => [
            label,
            weight,
            rows,
            explanation.means,
          ]),
          numeric: [2],
        },
      ],
    },
  ];
}

function wordingSection(
  { report, withTexts }: DocumentRequest,
  { wording, words }: DocumentContext,
): Section[] {
  const { page, count } = wording;
  const { fields, notes } = toWordingView(report, wording);
  if (fields.length === 0) return [];
  const blocks = fields.flatMap(({ field, sentence, phrases }): Block[] => {
    const shown = phrases.slice(0, PHRASES_LISTED);
    return [
      { kind: 'heading', text: page[field] },
      { kind: 'text', text: sentence },
      ...(withTexts && shown.length > 0
        ? [
            {
              kind: 'table',
              header: [page.wordingPhrase, page.wordingRows, words.shareOfRows],
              rows: shown.map(({ text, rowsText, shareText }) => [
                withPersonalDataMasked(text),
                rowsText,
                shareText,
              ]),
              numeric: [1, 2],
              ...(phrases.length > shown.length && {
                rest: fill(page.shown, count(shown.length), count(phrases.length)),
              }),
            } as const,
          ]
        : []),
    ];
  });
  return [
    {
      title: page.wording,
      startsPage: false,
      blocks: [...blocks, ...notes.map((text): Block => ({ kind: 'note', text }))],
    },
  ];
}
