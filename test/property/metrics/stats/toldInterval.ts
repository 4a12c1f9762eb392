import type { CommonRows, Interval } from '../../../../src/metrics/stats/levelFigures.ts';

/** The interval of a figure that has one. */
export function toldInterval(point: CommonRows): Interval {
  if (!('q1' in point) || !point.interval) throw new Error('expected an interval');
  return point.interval;
}
