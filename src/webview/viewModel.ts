import type { AnalysisErrorCode } from '../data/analysisError.ts';
import type { ConvertPhase } from '../engine/jobs/convertInput.ts';
import type { JobProgress } from '../engine/jobs/job.ts';
import type { PartialReport, Progress } from '../engine/inspection.ts';
import type { Report } from '../engine/report.ts';
import { nameOfPlace } from '../data/inputs/inputPart.ts';
import type { BrokenLines } from '../data/brokenLines.ts';
import type {
  DoneView,
  FailedView,
  FlagSummary,
  LinesTableView,
  NextStep,
  RunningView,
} from './protocol.ts';
import { rowErrorEntries, type FlagEntry } from './viewModel/flagEntries.ts';
import { flagReason } from './viewModel/flagReason.ts';
import { withPlace } from './viewModel/flagRow.ts';
import { harmlessText } from '../metrics/text/harmlessText.ts';
import type { HostFacts } from './viewModel/headView.ts';
import { toHeadView } from './viewModel/headView.ts';
import { toLevelCards } from './viewModel/levelCards.ts';
import { toQualityView } from './viewModel/qualityView.ts';
import { nextSteps } from './viewModel/nextSteps.ts';
import { countFlags } from './viewModel/queryFlags.ts';
import { sampleNotes } from './viewModel/sampleNotes.ts';
import { verdicts } from './viewModel/verdicts.ts';
import { withCopiesFirst } from './viewModel/withCopiesFirst.ts';
import { toWordingView } from './viewModel/wordingView.ts';
import type { Wording } from './viewModel/wording.ts';
import { fill, joinSentences } from './viewModel/wording.ts';

/** Why an inspection ended without a report. */
export interface Failure {
  readonly code: AnalysisErrorCode | 'unknown';
  readonly message: string;
  /** Where no line was a row: what is wrong with them. */
  readonly broken?: BrokenLines;
}

/** The report as plot-ready numbers and strings. @param flags the report's, from flagEntries */
export function toDoneView(
  report: Report,
  flags: readonly FlagEntry[],
  host: HostFacts,
  wording: Wording,
): DoneView {
  const { file, fields, levels, sampled } = report;
  const notes = [...(host.notes ?? []), ...sampleNotes(sampled, 'head', undefined, wording)];
  return {
    kind: 'done',
    head: toHeadView(file, fields, { ...host, notes }, wording, { languages: report.languages }),
    nextSteps: toNextSteps(report, flags, wording),
    levels: withCopiesFirst(toLevelCards(levels, sampled, wording), flags, wording),
    quality: toQualityView(report.quality, wording),
    recurringWording: toWordingView(report, wording),
    flags: toFlagSummary(report, flags, wording),
  };
}

/** What stands at the top of the page, for the person who decides. @param flags as shown */
export function toNextSteps(
  report: Report,
  flags: readonly FlagEntry[],
  wording: Wording,
): NextStep[] {
  const cards = toLevelCards(report.levels, report.sampled, wording);
  return nextSteps(report, flags, verdicts(cards, wording), wording);
}

/** An inspection on its way, with what is known so far. */
export function toRunningView(
  progress: Progress | JobProgress<ConvertPhase>,
  partial: PartialReport | undefined,
  host: HostFacts,
  wording: Wording,
): RunningView {
  return {
    kind: 'running',
    fileName: harmlessText(host.fileName),
    fraction: progress.fraction,
    phase: wording.view[`phase.${progress.phase}`],
    ...(partial && toPartialView(partial, host, wording)),
  };
}

export function toPartialView(
  partial: PartialReport,
  host: HostFacts,
  wording: Wording,
): Required<Pick<RunningView, 'head' | 'levels'>> {
  const firstLines = partial.sampled.find(({ what }) => what === 'first-lines');
  return {
    head: toHeadView(partial.file, partial.fields, host, wording, {
      ...(firstLines && { linesSoFar: firstLines.used }),
    }),
    levels: toLevelCards(partial.levels, partial.sampled, wording),
  };
}

/** @param failure its code is an AnalysisError's, or `unknown` for any other fault */
export function toFailedView(
  { code, message, broken }: Failure,
  fileName: string,
  wording: Wording,
): FailedView {
  // Settings name fields: they help where rows are objects that have texts in others than the usual ones.
  const isFieldFault = broken?.rowErrors.some((error) => error.code === 'no-text') ?? false;
  const canSet =
    code === 'no-usable-row'
      ? isFieldFault
      : code === 'out-of-memory' || code === 'embedding-endpoint';
  const todo = code === 'no-usable-row' && !isFieldFault ? 'unreadable-lines' : code;
  return {
    kind: 'failed',
    fileName: harmlessText(fileName),
    title: wording.view[`failed.${code}`],
    message: harmlessText(message, 1000),
    whatToDo: wording.view[`todo.${todo}`],
    ...(code === 'cancelled' && { isCancelled: true }),
    ...(broken && { brokenLines: brokenLinesTable(broken, wording) }),
    actions: canSet ? ['inspectAgain', 'openSettings'] : ['inspectAgain'],
  };
}

function brokenLinesTable(
  { rowErrors, rowErrorCount, parts }: BrokenLines,
  wording: Wording,
): LinesTableView {
  const { view, count } = wording;
  const isCut = rowErrors.length < rowErrorCount;
  return {
    title: `${view.rowErrors}: ${count(rowErrorCount)}`,
    note: isCut ? fill(view.rowErrorsListed, count(rowErrors.length), count(rowErrorCount)) : '',
    header: [view.rowErrorReason, view.rowErrorColumn],
    linesLabel: wording.page.line,
    rows: rowErrorEntries(rowErrors).map((entry, at) => ({
      cells: [
        withPlace(flagReason(entry, wording), nameOfPlace(parts, entry.line)),
        String(rowErrors[at]?.column ?? ''),
      ],
      lines: entry.lines,
    })),
  };
}

/** What is said above the table of flags. */
export function toFlagSummary(
  report: Report,
  flags: readonly FlagEntry[],
  wording: Wording,
): FlagSummary {
  const { view, count } = wording;
  const { file, nearDuplicates, offDistribution, sampled } = report;
  const counts = countFlags(flags);
  const share = wording.percent(file.rows > 0 ? nearDuplicates.rows / file.rows : 0);
  const sentences = [
    fill(view.flagsDuplicates, count(nearDuplicates.rows), count(file.rows), share),
    ...(nearDuplicates.contained.rows.length > 0
      ? [fill(view.flagsContained, count(nearDuplicates.contained.rows.length))]
      : []),
    ...(nearDuplicates.semantic.rows > 0
      ? [fill(view.flagsSemantic, count(nearDuplicates.semantic.rows))]
      : []),
    ...(nearDuplicates.templates.families.length > 0
      ? [fill(view.flagsTemplates, count(templateRows(report)))]
      : []),
    ...preferenceSentence(report, wording),
    fill(view.flagsOff, count(offDistribution.length)),
    ...(counts.quality.lines > 0 ? [fill(view.flagsQuality, count(counts.quality.lines))] : []),
    fill(view.flagsErrors, count(file.rowErrorCount)),
  ];
  const listed = file.rowErrors.length;
  const errors =
    listed < file.rowErrorCount
      ? [fill(view.rowErrorsListed, count(listed), count(file.rowErrorCount))]
      : [];
  return {
    thresholds: thresholdViews(report, wording),
    counts,
    explanations: wording.flagKinds,
    sentence: joinSentences(sentences),
    notes: [...errors, ...sampleNotes(sampled, 'flags', undefined, wording)],
  };
}

function preferenceSentence(
  { nearDuplicates: { preferencePairs } }: Report,
  { view, count }: Wording,
): string[] {
  if (!preferencePairs) return [];
  const { pairs, alike, contradictions } = preferencePairs;
  return [fill(view.flagsPreference, count(pairs), count(alike.length + contradictions.length))];
}

function templateRows({ nearDuplicates: { templates } }: Report): number {
  return templates.families.reduce((sum, { lines }) => sum + lines.length, 0);
}

function thresholdViews(
  { settings, nearDuplicates }: Report,
  { view, percent }: Wording,
): FlagSummary['thresholds'] {
  const { floor, semantic } = nearDuplicates;
  const precision = semantic.expectedPrecision;
  return {
    near: { value: settings.nearDuplicateThreshold, lowest: floor },
    semantic: {
      value: semantic.threshold,
      lowest: semantic.floor,
      ...(precision !== undefined && { note: fill(view.precisionNote, percent(precision)) }),
    },
  };
}
