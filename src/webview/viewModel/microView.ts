import type { FigureId } from '../../glossary/figures.ts';
import type { MicroLevel } from '../../metrics/micro/microLevel.ts';
import type { ChartView, FigureView } from '../protocol.ts';
import { commonFigures, figureView, headline, levelSentence, whenDefined } from './figureView.ts';
import type { LevelFieldBody } from './figureView.ts';
import type { Wording } from './wording.ts';
import { fill } from './wording.ts';

/** What the panel says of a micro level: how often the token of each rank occurs, on logarithmic axes. */
export function microView(level: MicroLevel, wording: Wording): LevelFieldBody {
  const { view } = wording;
  const { median, q1, q3 } = level.length;
  const sentence = fill(view.microSentence, wording.amount(level.hill.q1), wording.count(median));
  const lengths = fill(view.range, ...[median, q1, q3].map(wording.count));
  const distinct = level.distinct.map((share) =>
    share === null ? '–' : wording.decimal(share, 3),
  );
  return {
    headline: headline(level, view.tokensOf, wording),
    sentence: levelSentence([sentence], level, wording),
    chart: rankFrequencyView(level, wording),
    figures: [
      ...figureView('entropy', fill(view.bits, wording.decimal(level.entropyBits, 2)), wording),
      ...figureView('distinct', distinct.join(' / '), wording),
      ...figureView('midBand', wording.amount(level.midBand.tokensPerRow), wording),
      ...figureView('length', lengths, wording),
      ...wordFigures(level, wording),
      ...figureView('hapaxShare', wording.percent(level.hapaxShare), wording),
      ...figureView(
        'expectationAdjustedDistinct',
        wording.decimal(level.expectationAdjustedDistinct, 3),
        wording,
      ),
      ...decimalFigure('zipfSlope', level.zipfSlope, 2, wording),
      ...figureView('tokens', wording.count(level.tokens), wording),
      ...commonFigures(level, wording),
    ],
    notes: [],
  };
}

function wordFigures({ words, compressionRatio }: MicroLevel, wording: Wording): FigureView[] {
  return [
    ...decimalFigure('mattr', words?.mattr, 3, wording),
    ...decimalFigure('mtld', words?.mtld, 1, wording),
    ...decimalFigure('hdD', words?.hdD, 3, wording),
    ...decimalFigure('ngramDiversity', words?.ngramDiversity, 2, wording),
    ...decimalFigure('selfRepetition', words?.selfRepetition, 2, wording),
    ...decimalFigure('compressionRatio', compressionRatio, 2, wording),
  ];
}

function decimalFigure(
  id: FigureId,
  value: number | undefined,
  digits: number,
  wording: Wording,
): FigureView[] {
  const text = whenDefined(value, (defined) => wording.decimal(defined, digits));
  return figureView(id, text, wording);
}

function rankFrequencyView(level: MicroLevel, wording: Wording): ChartView {
  return {
    kind: 'curve',
    title: wording.view.microChart,
    xLabel: wording.view.rank,
    yLabel: wording.view.occurrences,
    points: level.rankFrequency
      .filter(({ rank, count }) => rank > 0 && count > 0)
      .map(({ rank, count }) => ({
        x: rank,
        y: count,
        xText: wording.count(rank),
        yText: wording.count(count),
      })),
  };
}
