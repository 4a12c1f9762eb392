import { isTold, type MacroLevel, type MesoLevel } from '../engine/report.ts';
import type { FigureId } from '../glossary/figures.ts';
import type { MicroLevel } from '../metrics/micro/microLevel.ts';
import { withMinus } from '../metrics/text/withMinus.ts';
import type { LevelId } from '../webview/panelTerms.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { countOf } from './countOf.ts';
import { formatCount } from './formatCount.ts';
import { formatShare } from './formatShare.ts';
import type { Bar } from './renderBars.ts';
import { formatKinds, type HalfNoun } from './renderStanding.ts';
import type { TerminalWording } from './terminalWording.ts';
import { withSmallInitial } from './withSmallInitial.ts';

export type MeasuredLevel = MacroLevel | MesoLevel | MicroLevel;

/** What a level says by itself; what all levels have is added where it is laid out. */
export interface LevelBody {
  readonly id: LevelId;
  readonly headline: string;
  /** What half of is in how many kinds. */
  readonly half: HalfNoun;
  readonly figures: readonly string[];
  readonly bars: readonly Bar[];
}

/** Figures whose label is a name, which keeps its capital within a line. */
const PROPER_NAMES: ReadonlySet<FigureId> = new Set(['vendiScore', 'novelSum', 'dcScore', 'mtld']);

export function macroBody(level: MacroLevel, wording: TerminalWording): LevelBody {
  const { terminal, view } = wording;
  const { pairs, hill, topics, rowsWithoutTopic } = level;
  const figures = [
    ...commonFigures(level, wording),
    ...decimalFigure('vendiScore', level.vendiScore, 1, wording),
    ...decimalFigure('meanCosineDistance', level.meanCosineDistance, 3, wording),
  ];
  if (pairs) {
    const dcScore = fill(view.ofRows, pairs.dcScore.toFixed(1), formatCount(pairs.rows));
    figures.push(
      ...decimalFigure('meanNearestDistance', pairs.meanNearestDistance, 3, wording),
      ...decimalFigure('novelSum', pairs.novelSum.proximityWeighted, 3, wording),
      labelled('dcScore', dcScore, wording),
    );
  }
  if (rowsWithoutTopic > 0) figures.push(countOf('withoutTopic', rowsWithoutTopic, wording));
  return {
    id: 'macro',
    headline: isTold(level)
      ? fill(terminal.topics, formatKinds(hill.q1), formatCount(hill.q0))
      : terminal.topicsUntold,
    half: 'halfInTopics',
    figures,
    bars: topics.map(({ name, rows }) => ({ label: name, count: rows })),
  };
}

export function mesoBody(level: MesoLevel, wording: TerminalWording): LevelBody {
  const { terminal, view } = wording;
  const { hill, kinds, source, verbs, nouns, balance } = level;
  const effective = (template: string, words: MesoLevel['verbs']) =>
    words ? [fill(template, formatKinds(words.hill.q1), formatCount(words.kinds))] : [];
  return {
    id: 'meso',
    headline: fill(terminal[`kinds.${source}`], formatKinds(hill.q1), formatCount(kinds)),
    half: source === 'tags' || source === 'language-model' ? 'halfInTags' : 'halfInUnits',
    figures: [
      ...commonFigures(level, wording),
      fill(terminal.perRow, level.kindsPerRow.toFixed(2)),
      ...effective(terminal.verbs, verbs),
      ...effective(terminal.nouns, nouns),
      ...(balance
        ? [fill(terminal.balance, formatCount(balance.overCount), formatCount(balance.underCount))]
        : []),
    ],
    bars: level.top.map(({ name, also, count }) => ({
      label: also ? fill(view.alsoNamed, name, also.join(view.listSeparator)) : name,
      count,
    })),
  };
}

export function microBody(level: MicroLevel, wording: TerminalWording): LevelBody {
  const { terminal } = wording;
  const { hill, types, words, length } = level;
  const distinct = level.distinct.map((share) => (share === null ? '–' : share.toFixed(3)));
  return {
    id: 'micro',
    headline: fill(terminal.tokens, formatKinds(hill.q1), formatCount(types)),
    half: 'halfInTypes',
    figures: [
      fill(terminal.entropy, level.entropyBits.toFixed(2)),
      fill(terminal.distinct, distinct.join(' ')),
      fill(terminal.length, formatCount(length.median)),
      ...decimalFigure('mtld', words?.mtld, 1, wording),
      ...decimalFigure('selfRepetition', words?.selfRepetition, 2, wording),
      ...decimalFigure('compressionRatio', level.compressionRatio, 2, wording),
      ...commonFigures(level, wording),
    ],
    bars: level.top.map(({ name, count }) => ({ label: name.trim(), count })),
  };
}

function commonFigures(level: MeasuredLevel, wording: TerminalWording): string[] {
  const { sampleCoverage, evenness } = level;
  return [
    ...(sampleCoverage === undefined
      ? []
      : [labelled('coverage', formatShare(sampleCoverage), wording)]),
    ...decimalFigure('evenness', evenness, 2, wording),
  ];
}

/** A figure by the name that the glossary has for it. */
function labelled(id: FigureId, value: string, { figures }: TerminalWording): string {
  const { label } = figures[id];
  return `${PROPER_NAMES.has(id) ? label : withSmallInitial(label)} ${value}`;
}

function decimalFigure(
  id: FigureId,
  value: number | undefined,
  digits: number,
  wording: TerminalWording,
): string[] {
  return value === undefined ? [] : [labelled(id, withMinus(value.toFixed(digits)), wording)];
}
