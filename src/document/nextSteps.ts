import type { Report } from '../engine/report.ts';
import type { FlagKind } from '../webview/panelTerms.ts';
import { flagKindLabel } from '../webview/flagKindLabel.ts';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import { linesByKind } from '../webview/viewModel/linesByKind.ts';
import { fill } from '../webview/viewModel/wording.ts';
import type { DocumentContext } from './buildDocument.ts';
import type { Step, Verdict } from './document.ts';

const MOST_STEPS = 6;
const MOST_QUALITY_STEPS = 2;

/** What spoils a training run stands before what wastes it, and that before what has to be read. */
const BEFORE_QUALITY: readonly FlagKind[] = ['row-error', 'exact-duplicate', 'preference-pair'];
const AFTER_QUALITY: readonly FlagKind[] = [
  'near-duplicate',
  'off-distribution',
  'semantic-duplicate',
  'template',
  'contained',
  'quality',
];

/** What to do next, the most pressing first, each with its numbers: by the flags, then by the levels that are narrow. */
export function nextSteps(
  report: Report,
  flags: readonly FlagEntry[],
  judged: readonly Verdict[],
  { wording, words }: DocumentContext,
): Step[] {
  const counts = linesByKind(flags);
  const titleOf = (label: string, rows: number) =>
    fill(rows === 1 ? words.stepRowsOne : words.stepRowsOther, label, wording.count(rows));
  const ofKind = (kind: FlagKind): Step[] => {
    const rows = counts.get(kind);
    if (rows === undefined) return [];
    return [
      {
        title: titleOf(flagKindLabel(kind, wording.page), rows),
        text: wording.flagKinds[kind].whatToDo,
      },
    ];
  };
  const important = report.quality
    .filter(({ weight }) => weight === 'high')
    .toSorted((a, b) => b.rows - a.rows)
    .slice(0, MOST_QUALITY_STEPS)
    .map(({ code, rows }) => ({
      title: titleOf(wording.quality[code].label, rows),
      text: wording.quality[code].whatToDo,
    }));
  const narrow = judged
    .filter(({ standing }) => standing === 'narrow')
    .map(({ title, word, whatToDo }) => ({
      title: fill(words.verdictOf, title, word),
      text: whatToDo,
    }));
  const byFlags = [
    ...BEFORE_QUALITY.flatMap(ofKind),
    ...important,
    ...AFTER_QUALITY.flatMap(ofKind),
  ];
  return [...byFlags.slice(0, MOST_STEPS - Math.min(2, narrow.length)), ...narrow].slice(
    0,
    MOST_STEPS,
  );
}
