import type { RowError, ShapeId } from '../data/rowTypes.ts';
import type { Uncompared } from '../engine/compare/comparison.ts';
import type { MixNote } from '../engine/mix/mixing.ts';
import type { OffDistributionRow, SampleNote, Unmeasured } from '../engine/report.ts';
import type { Selection, Strategy } from '../engine/select/selection.ts';
import type { LeakKind } from '../metrics/compare/leakedRows.ts';
import type { MeasuredField } from '../webview/panelTerms.ts';
import type { CompareWords } from '../webview/viewModel/compareWords.ts';
import { selectionConcerns } from '../webview/viewModel/select/choiceStatus.ts';
import type { SelectWords } from '../webview/viewModel/select/selectWords.ts';
import type { MixWords } from '../webview/viewModel/mix/mixWords.ts';
import type { TrackWords } from '../webview/viewModel/track/trackWords.ts';
import { flagReason } from '../webview/viewModel/flagReason.ts';
import { languageName } from '../webview/viewModel/languageName.ts';
import { unmeasuredReason } from '../webview/viewModel/levelCards.ts';
import { sampleNote } from '../webview/viewModel/sampleNotes.ts';
import { whyUncompared } from '../webview/viewModel/whyUncompared.ts';
import type { Wording } from '../webview/viewModel/wording.ts';

/** What the terminal says for the codes and messages of a report, a comparison, generations or a choice of rows. */
export interface ReportTexts {
  readonly shape: (shape: ShapeId) => string;
  readonly language: (tag: string) => string;
  readonly unmeasured: (level: Unmeasured, field: MeasuredField) => string;
  readonly oddReasons: (row: OffDistributionRow) => string;
  readonly rowError: (error: RowError) => string;
  readonly sampled: (note: SampleNote) => string;
  readonly uncompared: (found: Uncompared) => string;
  readonly untracked: (found: Uncompared) => string;
  readonly mixNote: (note: MixNote) => string;
  readonly leak: (kind: LeakKind) => string;
  readonly strategy: (strategy: Strategy) => string;
  readonly selectionNotes: (selection: Selection) => readonly string[];
}

/** In English codes and messages stand as the JSON has them; in another language they are told as in the panel. */
export function reportTexts(
  wording: Wording,
  studies: {
    readonly compare: CompareWords;
    readonly mix: MixWords;
    readonly track: TrackWords;
    readonly select: SelectWords;
  },
  language: string,
): ReportTexts {
  return language === 'en' ? asInReport : asInPanel(wording, studies);
}

const asInReport: ReportTexts = {
  shape: (shape) => shape,
  language: (tag) => tag,
  unmeasured: ({ unmeasured }) => unmeasured.message,
  oddReasons: ({ reasons }) => reasons.join(' '),
  rowError: ({ message }) => message,
  sampled: ({ message }) => message,
  uncompared: ({ uncompared }) => uncompared.message,
  untracked: ({ uncompared }) => uncompared.message,
  mixNote: ({ message }) => message,
  leak: (kind) => kind,
  strategy: (strategy) => strategy,
  selectionNotes: ({ notes }) => notes,
};

const asInPanel = (
  wording: Wording,
  { compare, mix, track, select }: Parameters<typeof reportTexts>[1],
): ReportTexts => ({
  shape: (shape) => wording.view[`shape.${shape}`],
  language: (tag) => languageName(tag, wording),
  unmeasured: (level, field) => unmeasuredReason(level, field, wording),
  oddReasons: (row) =>
    flagReason({ lines: [row.line], cause: { kind: 'off-distribution', row } }, wording),
  rowError: ({ sentence }) => wording.say(sentence),
  sampled: (note) => sampleNote(note, wording),
  uncompared: (found) => whyUncompared(found, compare),
  untracked: ({ uncompared }) => track[`uncompared.${uncompared.code}`],
  mixNote: ({ code }) => mix[`note.${code}`],
  leak: (kind) => compare[`leak.${kind}`],
  strategy: (strategy) => select[`strategy.${strategy}`],
  selectionNotes: (selection) => selectionConcerns(selection, select, wording),
});
