import { expect, test } from 'vitest';
import { standardScores } from '../../../../src/metrics/flags/standardScores.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';
import type { ScriptName } from '../../../../src/metrics/text/mainScript.ts';

const rows = Array.from({ length: 300 }, (_, row) => row);
const random = createRandom(1);
const noise = rows.map(() => 0.04 * (random() - 0.5));
const latin = rows.map((): ScriptName => 'Latin');
const argmax = (values: Float64Array) => values.indexOf(Math.max(...values));

test('in one script and without an effect of length it is the deviation over the median deviation', () => {
  const values = Float32Array.from(noise, (value) => 0.4 + value);
  const { scores, typical } = standardScores(
    values,
    { scripts: latin, tokens: new Uint32Array(300).fill(50) },
    1e-3,
  );
  const median = values.toSorted()[150]!;
  expect(typical[0]).toBeCloseTo(median, 3);
  // Uniform noise of width 0.04: half of the rows are within 0.01 of the median.
  expect(scores[7]).toBeCloseTo((values[7]! - median) / 0.01, 0);
});

test('rows are compared with those of their own script', () => {
  const scripts = rows.map((row): ScriptName => (row < 100 ? 'Japanese' : 'Latin'));
  const values = Float32Array.from(noise, (value, row) => (row < 100 ? 0.6 : 0.3) + value);
  values[250] = 0.5;
  const { scores, typical } = standardScores(
    values,
    { scripts, tokens: new Uint32Array(300).fill(50) },
    1e-3,
  );
  expect(typical[0]).toBeCloseTo(0.6, 1);
  expect(typical[299]).toBeCloseTo(0.3, 1);
  expect(argmax(scores)).toBe(250);
});

test('rows are compared with those of their length, in value and in spread', () => {
  const tokens = Uint32Array.from(rows, (row) => 10 + row);
  const spread = (row: number) => 3 / (10 + row) ** 0.5;
  const values = Float32Array.from(
    noise,
    (value, row) => 0.9 - 0.1 * Math.log(11 + row) + value * spread(row),
  );
  values[290] = 0.45;
  expect(argmax(standardScores(values, { scripts: latin, tokens }, 1e-4).scores)).toBe(290);
});

test('small deviations are not large, however alike the rows are', () => {
  const values = new Float32Array(300).fill(0.1);
  values[5] = 0.12;
  const { scores } = standardScores(values, { scripts: latin, tokens: new Uint32Array(300) }, 0.01);
  expect(scores[5]).toBeCloseTo(2, 5);
});

test('rows that were not measured are typical', () => {
  const values = new Float32Array(300).fill(-1);
  const { scores } = standardScores(values, { scripts: latin, tokens: new Uint32Array(300) }, 0.01);
  expect(scores.every((score) => score === 0)).toBe(true);
});

test('0 is a value like any other, and less than 0 is none', () => {
  const values = Float32Array.of(0, 0, 0, 1, 2, -1);
  const { scores, typical } = standardScores(values, { scripts: latin.slice(0, 6) }, 1e-3);
  // The median of the five measured ones.
  expect([...typical]).toEqual([0, 0, 0, 0, 0, 0]);
  expect(scores[4]).toBeGreaterThan(0);
  expect(scores[5]).toBe(0);
});
