import type { QualityFinding, Report } from '../../engine/report.ts';
import { flagKindLabel } from '../flagKindLabel.ts';
import type { FlagKind } from '../panelTerms.ts';
import type { NextStep } from '../panelViews.ts';
import type { FlagEntry } from './flagEntries.ts';
import { linesByKind } from './linesByKind.ts';
import type { Verdict } from './verdicts.ts';
import { fill, type Wording } from './wording.ts';

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

/**
 * What to do next, the most pressing first, each with its numbers: by the flags, then by the levels that are narrow, then what a
 * file with too few rows to be compared needs. The panel, written reports and agents have it from here.
 */
export function nextSteps(
  report: Pick<Report, 'quality'>,
  flags: readonly FlagEntry[],
  judged: readonly Verdict[],
  wording: Wording,
): NextStep[] {
  const { view } = wording;
  const counts = linesByKind(flags);
  const titleOf = (label: string, rows: number) => fill(view.stepRows, label, wording.count(rows));
  const ofKind = (kind: FlagKind): NextStep[] => {
    const rows = counts.get(kind);
    if (rows === undefined) return [];
    const title = titleOf(flagKindLabel(kind, wording.page), rows);
    return [{ title, text: wording.flagKinds[kind].whatToDo, flagKind: kind }];
  };
  const important = report.quality
    .filter(({ weight }) => weight === 'high')
    .map((finding) => ({ code: finding.code, rows: rowsLeft(finding, flags) }))
    .filter(({ rows }) => rows > 0)
    .toSorted((a, b) => b.rows - a.rows)
    .slice(0, MOST_QUALITY_STEPS)
    .map(({ code, rows }) => ({
      title: titleOf(wording.quality[code].label, rows),
      text: wording.quality[code].whatToDo,
      flagKind: 'quality' as const,
      reason: wording.quality[code].label,
    }));
  const helpOf = ({ whatToDo, action }: Verdict) => ({ text: whatToDo, ...(action && { action }) });
  const narrow = judged
    .filter(({ standing }) => standing === 'narrow')
    .map((level) => ({
      title: fill(view.stepOfLevel, level.title, level.word),
      ...helpOf(level),
    }));
  // Where no level is compared the rows are too few: what the first one needs, all need.
  const [first] = judged.every(({ standing }) => standing === 'unknown') ? judged : [];
  const ofAll = (level: Verdict): NextStep => ({
    title: fill(view.stepOfLevel, wording.page.levelsShort, level.word),
    ...helpOf(level),
  });
  const byLevels = first ? [ofAll(first)] : narrow;
  const byFlags = [
    ...BEFORE_QUALITY.flatMap(ofKind),
    ...important,
    ...AFTER_QUALITY.flatMap(ofKind),
  ];
  return [...byFlags.slice(0, MOST_STEPS - Math.min(2, byLevels.length)), ...byLevels].slice(
    0,
    MOST_STEPS,
  );
}

/** Rows with a finding, less the listed ones that none of the flags has: those were dismissed. */
function rowsLeft({ code, rows, places }: QualityFinding, flags: readonly FlagEntry[]): number {
  const isOfFinding = ({ cause }: FlagEntry) =>
    cause.kind === 'quality' && cause.findings.some((finding) => finding.code === code);
  return rows - places.length + flags.filter(isOfFinding).length;
}
