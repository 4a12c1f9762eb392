import { expect, test } from 'vitest';
import { relativeDistances } from '../../../../src/metrics/flags/offDistributionRelative.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';
import type { ScriptName } from '../../../../src/metrics/text/mainScript.ts';

const rows = Array.from({ length: 300 }, (_, row) => row);
const random = createRandom(1);
const noise = rows.map(() => 0.04 * (random() - 0.5));

test('in one script and without an effect of length it is the distance over its median', () => {
  const distances = Float32Array.from(noise, (value) => 0.4 + value);
  const kinds = {
    scripts: rows.map((): ScriptName => 'Latin'),
    tokens: new Uint32Array(300).fill(50),
  };
  const { relative, typical } = relativeDistances(distances, kinds);
  const median = distances.toSorted()[150]!;
  expect(typical[0]).toBeCloseTo(median, 3);
  expect(relative[7]).toBeCloseTo(distances[7]! / median, 2);
});

test('rows are compared with those of their own script', () => {
  const scripts = rows.map((row): ScriptName => (row < 100 ? 'Japanese' : 'Latin'));
  const distances = Float32Array.from(noise, (value, row) => (row < 100 ? 0.6 : 0.3) + value);
  distances[250] = 0.5;
  const { typical, farRows } = relativeDistances(distances, {
    scripts,
    tokens: new Uint32Array(300).fill(50),
  });
  expect(typical[0]).toBeCloseTo(0.6, 1);
  expect(typical[299]).toBeCloseTo(0.3, 1);
  expect(farRows).toEqual([250]);
});

test('long rows, which lie nearer to all, are compared with long rows', () => {
  const tokens = Uint32Array.from(rows, (row) => 10 + row);
  const distances = Float32Array.from(
    noise,
    (value, row) => 0.9 - 0.1 * Math.log(11 + row) + value,
  );
  distances[290] = 0.58;
  const { farRows } = relativeDistances(distances, { scripts: rows.map(() => 'Latin'), tokens });
  expect(farRows).toEqual([290]);
});

test('that short rows lie nearer is no reason to expect it', () => {
  const tokens = Uint32Array.from(rows, (row) => 10 + row);
  const distances = Float32Array.from(noise, (value, row) => 0.2 + row / 1_000 + value);
  const { typical } = relativeDistances(distances, { scripts: rows.map(() => 'Latin'), tokens });
  expect(typical[0]).toBeCloseTo(typical[299]!, 6);
});

test('rows near to their neighbours are not far, however alike the others are', () => {
  const distances = Float32Array.from(noise, (value) => 0.05 + value / 10);
  distances[5] = 0.2;
  const kinds = { scripts: rows.map((): ScriptName => 'Latin'), tokens: new Uint32Array(300) };
  const { relative, limit, farRows } = relativeDistances(distances, kinds);
  expect(relative[5]!).toBeGreaterThan(limit!);
  expect(farRows).toEqual([]);
});

test('rows without a distance are left out', () => {
  const distances = new Float32Array(300).fill(-1);
  const kinds = { scripts: rows.map((): ScriptName => 'Latin'), tokens: new Uint32Array(300) };
  expect(relativeDistances(distances, kinds)).toMatchObject({ limit: undefined, farRows: [] });
});
