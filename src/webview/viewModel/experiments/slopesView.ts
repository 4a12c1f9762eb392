import {
  isAbsent,
  type ExperimentsReport,
  type ModelAbsence,
  type Slope,
} from '../../../engine/experiments/experimentsReport.ts';
import { columnName, type Tongue } from '../../../engine/experiments/noteSentence.ts';
import { englishSlopeWords } from '../../../engine/experiments/slopeWords.ts';
import type { SlopeRowView, SlopesView } from '../../experimentsProtocol.ts';
import { fill } from '../wording.ts';
import { explainedFigures } from './explainedFigures.ts';
import type { ExperimentWords } from './experimentWords.ts';

/** The slopes of every level, alone and together, on one axis that holds zero and all intervals. */
export function slopesView(
  report: ExperimentsReport,
  tongue: Tongue,
  words: ExperimentWords,
): SlopesView | undefined {
  const { levels, together } = report;
  if (levels.length === 0) return undefined;
  const found = levels.map(({ column, alone }) => ({
    column,
    alone,
    together: isAbsent(together)
      ? undefined
      : together.levels.find((level) => level.column === column)?.slope,
  }));
  const ends = found
    .flatMap(({ alone, together: joint }) => [isAbsent(alone) ? undefined : alone.slope, joint])
    .flatMap((slope) => (slope ? [slope.interval95.low, slope.interval95.high] : []));
  const low = Math.min(0, ...ends);
  const spread = Math.max(0, ...ends) - low || 1;
  const place = (value: number) => (value - low) / spread;
  const { translate } = tongue;
  const rowOf = (
    column: string,
    isTogether: boolean,
    slope: Slope,
    predictiveR2?: number,
  ): SlopeRowView => ({
    level: columnName(column, tongue),
    basis: isTogether ? words.together : translate(englishSlopeWords.alone),
    isTogether,
    isTold: slope.interval95.low > 0 || slope.interval95.high < 0,
    places: [
      slope.interval95.low,
      slope.interval68.low,
      slope.mean,
      slope.interval68.high,
      slope.interval95.high,
    ].map(place),
    meanText: tongue.figure(slope.mean),
    lowText: tongue.figure(slope.interval95.low),
    highText: tongue.figure(slope.interval95.high),
    probabilityText: tongue.percent(slope.probabilityPositive),
    predictiveText:
      predictiveR2 === undefined ? '' : tongue.figure(Math.round(100 * predictiveR2) / 100),
  });
  return {
    title: translate(englishSlopeWords.slopes),
    explained: explainedFigures(
      ['slope', 'slopeInterval', 'probabilityPositive', 'predictiveR2', 'varianceInflation'],
      tongue,
    ),
    legend: words.slopesLegend,
    columns: {
      level: words.levelColumn,
      basis: words.basis,
      chart: words.intervalColumn,
      mean: words.mean,
      low: words.low95,
      high: words.high95,
      probability: words.probability,
      predictive: words.predictive,
    },
    zero: place(0),
    rows: found.flatMap(({ column, alone, together: joint }) => [
      isAbsent(alone)
        ? absentRow(columnName(column, tongue), alone, tongue, words)
        : rowOf(column, false, alone.slope, alone.leaveOneOut?.predictiveR2),
      ...(joint ? [rowOf(column, true, joint)] : []),
    ]),
  };
}

function absentRow(
  level: string,
  absence: ModelAbsence,
  tongue: Tongue,
  words: ExperimentWords,
): SlopeRowView {
  return {
    level,
    basis: tongue.translate(englishSlopeWords.alone),
    isTogether: false,
    isTold: false,
    absence: absenceText(absence, tongue, words),
    places: [],
    meanText: '',
    lowText: '',
    highText: '',
    probabilityText: '',
    predictiveText: '',
  };
}

function absenceText(absence: ModelAbsence, tongue: Tongue, words: ExperimentWords): string {
  switch (absence.absence) {
    case 'too-few-runs':
      return fill(words.tooFew, tongue.count(absence.runs), tongue.count(absence.needed));
    case 'collinear':
      return fill(
        words.collinear,
        tongue.list(absence.madeOf.map((column) => columnName(column, tongue))),
      );
    case 'same-score':
      return words.sameScore;
    case 'constant':
    case 'no-column':
      return words.constant;
  }
}
