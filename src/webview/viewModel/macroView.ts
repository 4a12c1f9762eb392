import { isTold, type MacroLevel } from '../../engine/report.ts';
import type { FigureView } from '../protocol.ts';
import { barsView } from './barsView.ts';
import {
  commonFigures,
  explanationOf,
  figureView,
  headline,
  levelSentence,
  whenDefined,
} from './figureView.ts';
import type { LevelFieldBody } from './figureView.ts';
import type { Wording } from './wording.ts';
import { fill } from './wording.ts';

const LARGEST = 3;
const NO_FIGURE = '–';

/** What the panel says of a macro level: topics as bars, how much the largest take. */
export function macroView(level: MacroLevel, wording: Wording): LevelFieldBody {
  const { view } = wording;
  const labels = { title: view.macroChart, nameLabel: view.topic };
  return {
    headline: isTold(level)
      ? headline(level, view.topicsOf, wording)
      : {
          value: NO_FIGURE,
          unit: view.topicsUntold,
          explanation: explanationOf('effectiveNumber', wording),
        },
    sentence: levelSentence([spread(level, wording), withoutTopic(level, wording)], level, wording),
    chart: barsView(level.topics, level.topics.length, level.rows, labels, wording),
    figures: [
      ...figureView('vendiScore', wording.amount(level.vendiScore), wording),
      ...figureView('vendiScoreOfOrder', vendiOrders(level, wording), wording),
      ...figureView(
        'meanCosineDistance',
        whenDefined(level.meanCosineDistance, (distance) => wording.decimal(distance, 2)),
        wording,
      ),
      ...pairFigures(level, wording),
      ...figureView('rowsWithoutTopic', wording.count(level.rowsWithoutTopic), wording),
      ...commonFigures(level, wording),
    ],
    notes: foundOn(level, wording),
  };
}

function vendiOrders({ vendiScoreOfOrder: order }: MacroLevel, { amount }: Wording): string {
  return `${amount(order.half)} / ${amount(order.two)} / ${amount(order.infinity)}`;
}

function pairFigures({ pairs }: MacroLevel, wording: Wording): FigureView[] {
  if (!pairs) return [];
  const { decimal } = wording;
  return [
    ...figureView('meanNearestDistance', decimal(pairs.meanNearestDistance, 2), wording),
    ...figureView('novelSum', decimal(pairs.novelSum.proximityWeighted, 2), wording),
    ...figureView(
      'dcScore',
      fill(wording.view.ofRows, wording.amount(pairs.dcScore), wording.count(pairs.rows)),
      wording,
    ),
  ];
}

function spread(level: MacroLevel, wording: Wording): string | undefined {
  const { view } = wording;
  const { topics, rows } = level;
  const [first] = topics;
  if (!first || !isTold(level)) return undefined;
  if (topics.length === 1) return first.rows === rows ? view.macroOneTopic : undefined;
  if (topics.length <= LARGEST) {
    return fill(
      view.macroLargest,
      wording.count(topics.length),
      wording.percent(first.rows / rows),
    );
  }
  const taken = topics.slice(0, LARGEST).reduce((sum, topic) => sum + topic.rows, 0);
  return fill(view.macroSentence, wording.count(topics.length), wording.percent(taken / rows));
}

function withoutTopic(level: MacroLevel, wording: Wording): string | undefined {
  if (level.rowsWithoutTopic === 0) return undefined;
  const share = level.rowsWithoutTopic / level.rows;
  return fill(wording.view.macroWithoutTopic, wording.percent(share));
}

function foundOn({ topicsFoundOn }: MacroLevel, wording: Wording): string[] {
  const { rows, of } = topicsFoundOn;
  if (rows === of) return [];
  return [fill(wording.view.topicsFoundOn, wording.count(rows), wording.count(of))];
}
