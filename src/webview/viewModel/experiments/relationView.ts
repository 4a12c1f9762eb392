import type { Relation } from '../../../engine/experiments/experimentsReport.ts';
import type { Tongue } from '../../../engine/experiments/noteSentence.ts';
import { harmlessText } from '../../../metrics/text/harmlessText.ts';
import { sampleIndexes } from '../../../metrics/stats/sampleIndexes.ts';
import type { RelationView } from '../../experimentsProtocol.ts';
import { fill } from '../wording.ts';
import type { ExperimentWords } from './experimentWords.ts';

/** More dots than these cannot be told apart, and a table of them not be read. */
const POINTS_SHOWN = 1000;
const SEED = 1;

export interface RelationTitles {
  readonly title: string;
  readonly xLabel: string;
  /** The column is the natural logarithm of the size. */
  readonly isSize: boolean;
}

/** Score against one column: its runs, and where one more would fall. */
export function relationView(
  relation: Relation,
  { title, xLabel, isSize }: RelationTitles,
  tongue: Tongue,
  words: ExperimentWords,
): RelationView {
  const { points, band, slope, runs } = relation;
  const valueOf = (at: number) => (isSize ? Math.exp(at) : at);
  const shown =
    points.length <= POINTS_SHOWN
      ? points
      : Array.from(sampleIndexes(points.length, POINTS_SHOWN, SEED)).flatMap(
          (index) => points[index] ?? [],
        );
  const step = isSize
    ? `× ${tongue.figure(Math.exp(relation.standardDeviation))}`
    : tongue.figure(relation.standardDeviation);
  const mean = `${slope.mean >= 0 ? '+' : ''}${tongue.figure(slope.mean)}`;
  return {
    title,
    sentence: fill(
      words.relationSentence,
      tongue.count(runs),
      step,
      mean,
      tongue.percent(slope.probabilityPositive),
    ),
    xLabel,
    yLabel: words.adjusted,
    isLogarithmic: isSize,
    points: shown.map(({ line, label, at, score, adjustedScore }) => ({
      line,
      label: harmlessText(label, 120),
      x: valueOf(at),
      y: adjustedScore,
      xText: tongue.figure(valueOf(at)),
      yText: tongue.figure(adjustedScore),
      scoreText: tongue.figure(score),
    })),
    band: band.map(({ at, mean: middle, interval68, interval95 }) => ({
      x: valueOf(at),
      mean: middle,
      low68: interval68.low,
      high68: interval68.high,
      low95: interval95.low,
      high95: interval95.high,
    })),
    columns: { line: words.lineColumn, data: words.dataColumn, score: words.score },
    ...(shown.length < points.length && {
      rest: fill(words.pointsRest, tongue.count(shown.length), tongue.count(points.length)),
    }),
  };
}
