import type { LevelFigures } from '../../metrics/stats/levelFigures.ts';
import type { YardstickView } from '../protocol.ts';
import { explanationOf } from './figureView.ts';
import type { Wording } from './wording.ts';
import { fill } from './wording.ts';

/** A level among the public sets on a logarithmic scale; none where there is nothing to compare with. */
export function yardstickView(
  { atCommonRows, yardsticks }: LevelFigures,
  wording: Wording,
): YardstickView | undefined {
  if ('absence' in atCommonRows || !atCommonRows.interval || !yardsticks) return undefined;
  const { q1, interval, rows } = atCommonRows;
  const values = [interval.low, interval.high, ...yardsticks.map((set) => set.q1)].map(Math.log);
  const lowest = Math.min(...values);
  const span = Math.max(...values) - lowest || 1;
  const place = (value: number) => (Math.log(value) - lowest) / span;
  return {
    title: fill(wording.view.yardsticks, wording.count(rows)),
    explanation: explanationOf('yardsticks', wording),
    sets: yardsticks.map((set) => ({
      name: set.name,
      text: wording.amount(set.q1),
      at: place(set.q1),
    })),
    file: {
      text: fill(wording.view.yardstickFile, wording.amount(q1)),
      at: place(q1),
      from: place(interval.low),
      to: place(interval.high),
    },
  };
}
