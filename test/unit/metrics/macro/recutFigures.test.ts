import { expect, test } from 'vitest';
import { drawTopics } from '../../../../src/metrics/macro/drawTopics.ts';
import { measureTopics } from '../../../../src/metrics/macro/measureTopics.ts';
import { recutFigures } from '../../../../src/metrics/macro/recutFigures.ts';
import { clusteredRows, matrixOf, shuffled } from '../embed/matrixOf.ts';
import { recutFiguresOf } from './recutFiguresOf.ts';

const rows = clusteredRows(12, 50, 0.6);
const options = { seed: 1, commonRows: 100 };
const figuresOf = (all: number[][], commonRows = options.commonRows) =>
  recutFiguresOf(matrixOf(all), { ...options, commonRows });

test('draws depend on what the rows hold, not on where they stand', () => {
  const copied = [...rows, ...rows.slice(0, 200)];
  const order = shuffled(copied.length, 5);
  const draw = (all: number[][]) => drawTopics(matrixOf(all), 150, 3, 7);
  expect(draw(order.map((row) => copied[row]!))).toEqual(draw(copied));
  expect(drawTopics(matrixOf(copied), 150, 3, 8)).not.toEqual(draw(copied));
});

test('a draw of all rows finds their own topics', () => {
  const { hill } = figuresOf(rows);
  const [drawn] = drawTopics(matrixOf(rows), rows.length, 1, 1);
  expect(drawn).toMatchObject(hill);
});

test('topics at the common number of rows are found on so many rows', () => {
  const { atCommonRows, curve, hill } = figuresOf(rows);
  const drawn = drawTopics(matrixOf(rows), 100, 8, 1);
  expect(atCommonRows).toMatchObject({ rows: 100, extrapolated: false });
  expect('q1' in atCommonRows && atCommonRows.q1).toBeCloseTo(
    drawn.reduce((sum, { q1 }) => sum + q1, 0) / 8,
    10,
  );
  // The curve keeps the topics of all rows.
  expect(curve.at(-1)!.q1).toBeGreaterThanOrEqual(hill.q1);
});

test('beyond the rows of the file it is extrapolated, and no surer than the file', () => {
  const { atCommonRows, interval } = figuresOf(rows, 900);
  if (!('q1' in atCommonRows) || !atCommonRows.interval || !interval) throw new Error('no figure');
  expect(atCommonRows.extrapolated).toBe(true);
  const reach = (q1: number, high: number) => Math.log(high / q1);
  expect(reach(atCommonRows.q1, atCommonRows.interval.high)).toBeGreaterThanOrEqual(
    reach(figuresOf(rows).hill.q1, interval.high) - 1e-9,
  );
});

test('where topics are sharp the interval is narrow, where they are not it is wide', () => {
  const reach = ({ hill, interval }: ReturnType<typeof figuresOf>) =>
    Math.log(interval!.high / hill.q1);
  expect(reach(figuresOf(clusteredRows(12, 50, 0.2)))).toBeLessThan(0.05);
  expect(reach(figuresOf(clusteredRows(600, 1, 1)))).toBeGreaterThan(0.05);
});

/** Of the headline, at the common number of rows, and at every point of the curve. */
function intervalsOf({ interval, atCommonRows, curve }: ReturnType<typeof figuresOf>) {
  expect(curve.length).toBeGreaterThan(0);
  return [{ interval }, atCommonRows, ...curve].map(
    (point) => 'interval' in point && point.interval,
  );
}

test('halves of a handful of rows tell nothing: there is no interval anywhere', () => {
  expect(intervalsOf(figuresOf(clusteredRows(3, 13, 0.3), 20)).some(Boolean)).toBe(false);
  expect(intervalsOf(figuresOf(clusteredRows(4, 10, 0.3), 40)).every(Boolean)).toBe(true);
});

test('nor do rows whose topics stay the same however they are drawn', () => {
  const { hill, ...figures } = figuresOf(clusteredRows(1, 60, 0.05), 20);
  expect(hill.q1).toBe(1);
  expect(intervalsOf({ hill, ...figures }).some(Boolean)).toBe(false);
});

test('where every draw finds the same, intervals are those of the rows, and none is missing', () => {
  const { figures } = measureTopics(matrixOf(rows), options)!;
  const same = Array.from({ length: 8 }, () => ({ q0: 12, q1: 11, q2: 10, coverage: 1 }));
  const redrawn = { parts: same, partRows: 300, commonRows: 100, ofCommonRows: same };
  const recut = recutFigures(figures, redrawn);
  expect(recut.interval).toMatchObject({
    low: figures.interval!.low,
    high: figures.interval!.high,
  });
  expect(intervalsOf(recut).every(Boolean)).toBe(true);
});

test('no interval ends above one topic for each row', () => {
  const { curve } = figuresOf(clusteredRows(600, 1, 1));
  expect(curve[0]).toMatchObject({ rows: 1 });
  for (const { rows: size, interval } of curve) expect(interval!.high).toBeLessThanOrEqual(size);
});

test('keys stand in the order of the other levels', () => {
  const { sampleCoverage, ...keys } = figuresOf(rows);
  expect(sampleCoverage).toBeDefined();
  expect(Object.keys(keys).slice(0, 4)).toEqual(['rows', 'hill', 'interval', 'evenness']);
  const point = ['rows', 'q0', 'q1', 'q2', 'coverage', 'extrapolated', 'interval'];
  expect(Object.keys(keys.atCommonRows)).toEqual(point);
  expect(Object.keys(keys.curve[0]!)).toEqual(point);
});
