import { expect, test } from 'vitest';
import {
  findOffDistribution,
  type OffDistributionInput,
} from '../../../../src/metrics/flags/offDistribution.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';
import type { ScriptName } from '../../../../src/metrics/text/mainScript.ts';

/** 200 plain rows: distances around .4, Latin, about 20 and 60 tokens. */
function plainFile(): OffDistributionInput & { scripts: ScriptName[] } {
  const random = createRandom(1);
  const wave = () => 2 * random() - 1;
  return {
    distances: Float32Array.from({ length: 200 }, () => 0.4 + 0.05 * wave()),
    nearestRows: Int32Array.from({ length: 200 }, (_, row) => (row + 1) % 200),
    scripts: Array<ScriptName>(200).fill('Latin'),
    instructionTokens: Uint32Array.from({ length: 200 }, () => 20 + Math.round(5 * wave())),
    responseTokens: Uint32Array.from({ length: 200 }, () => 60 + Math.round(20 * wave())),
  };
}

test('in a plain file no row is flagged', () => {
  const { rows, distanceLimit } = findOffDistribution(plainFile());
  expect(rows).toEqual([]);
  expect(distanceLimit).toBeGreaterThan(1.1);
});

test('a row far from its nearest rows is flagged with both distances and the nearest row', () => {
  const file = plainFile();
  file.distances[17] = 0.8;
  const [flagged, ...others] = findOffDistribution(file).rows;
  expect(others).toEqual([]);
  expect(flagged!.row).toBe(17);
  expect(flagged!.evidence).toEqual([
    {
      code: 'far-from-all',
      meanCosineDistance: expect.closeTo(0.8) as number,
      medianCosineDistance: expect.closeTo(0.4, 1) as number,
      nearestRow: 18,
    },
  ]);
  const [evidence] = flagged!.evidence;
  if (evidence?.code !== 'far-from-all') throw new Error('unreachable');
  const { meanCosineDistance, medianCosineDistance } = evidence;
  expect(flagged!.score).toBeCloseTo(Math.exp(-meanCosineDistance / medianCosineDistance), 10);
});

test('the only row in another script is flagged', () => {
  const file = plainFile();
  file.scripts[3] = 'Cyrillic';
  expect(findOffDistribution(file).rows).toMatchObject([
    { row: 3, evidence: [{ code: 'rare-script', script: 'Cyrillic', share: 0.005 }] },
  ]);
});

test('scripts that many rows have, rows without letters, and files of many scripts are not flagged', () => {
  const common = plainFile();
  common.scripts.fill('Japanese', 0, 2).fill('Common', 5, 6);
  expect(findOffDistribution(common).rows).toEqual([]);
  const many = plainFile();
  (['Greek', 'Thai', 'Hebrew', 'Arabic'] as const).forEach((script, row) => {
    many.scripts[row] = script;
  });
  expect(findOffDistribution(many).rows).toEqual([]);
});

test('a far longer and a far shorter response are flagged', () => {
  const file = plainFile();
  file.responseTokens[8] = 5_000;
  file.responseTokens[9] = 1;
  const rows = findOffDistribution(file).rows;
  expect(rows.map(({ row }) => row).sort()).toEqual([8, 9]);
  expect(rows.find(({ row }) => row === 8)!.evidence).toEqual([
    {
      code: 'unusual-length',
      field: 'response',
      tokens: 5_000,
      medianTokens: expect.closeTo(60, -1) as number,
    },
  ]);
});

test('a missing field is no unusual length', () => {
  const file = plainFile();
  file.responseTokens[8] = 0;
  expect(findOffDistribution(file).rows).toEqual([]);
});

test('several reasons come strongest first, rows by their score', () => {
  const file = plainFile();
  file.distances[1] = 0.7;
  file.distances[2] = 0.9;
  file.scripts[2] = 'Hangul';
  file.instructionTokens[2] = 900;
  const { rows } = findOffDistribution(file);
  expect(rows.map(({ row }) => row)).toEqual([2, 1]);
  expect(rows[0]!.evidence.map(({ code }) => code)).toEqual([
    'far-from-all',
    'rare-script',
    'unusual-length',
  ]);
});

test('a row whose distance was not measured can be flagged for another reason, as typical in meaning', () => {
  const file = plainFile();
  file.distances[4] = -1;
  file.scripts[4] = 'Greek';
  const [flagged] = findOffDistribution(file).rows;
  expect(flagged!.score).toBeCloseTo(Math.exp(-1), 12);
});

test('a small or empty file has no limit and no far rows', () => {
  const file = plainFile();
  const first = <T extends { slice(from: number, to: number): T }>(column: T) =>
    column.slice(0, 19);
  const small = {
    distances: first(file.distances).fill(0.9, 0, 1),
    nearestRows: first(file.nearestRows),
    scripts: file.scripts.slice(0, 19),
    instructionTokens: first(file.instructionTokens),
    responseTokens: first(file.responseTokens),
  };
  expect(findOffDistribution(small)).toEqual({ rows: [] });
});

test('columns of different lengths are refused', () => {
  expect(() => findOffDistribution({ ...plainFile(), scripts: [] })).toThrow(
    'scripts: got 0 rows, expected 200',
  );
});
