import { expect, test } from 'vitest';
import { offDistributionFinder } from '../../../../src/metrics/flags/offDistribution.ts';
import type {
  NeighbourFacts,
  RowFacts,
} from '../../../../src/metrics/flags/offDistributionInput.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';
import type { ScriptName } from '../../../../src/metrics/text/mainScript.ts';

type FileFacts = RowFacts & NeighbourFacts;

const findRows = (file: FileFacts, rate = 0.02) => offDistributionFinder(file, rate)(file);

/** 200 plain rows: distances around .4, 8 bits per token, Latin, about 20 and 60 tokens, all with the same tag. */
function plainFile(): FileFacts & { scripts: ScriptName[] } {
  const random = createRandom(1);
  const wave = () => 2 * random() - 1;
  return {
    distances: Float32Array.from({ length: 200 }, () => 0.4 + 0.05 * wave()),
    nearestRows: Int32Array.from({ length: 200 }, (_, row) => (row + 1) % 200),
    scripts: Array<ScriptName>(200).fill('Latin'),
    instructionTokens: Uint32Array.from({ length: 200 }, () => 20 + Math.round(5 * wave())),
    responseTokens: Uint32Array.from({ length: 200 }, () => 60 + Math.round(20 * wave())),
    surpriseBits: Float32Array.from({ length: 200 }, () => 8 + wave()),
    tags: {
      values: new Uint32Array(200).fill(7),
      offsets: Uint32Array.from({ length: 201 }, (_, row) => row),
    },
    otherLanguages: [],
    labelVotes: [],
  };
}

test('in a plain file no row is flagged', () => {
  expect(findRows(plainFile())).toEqual([]);
});

test('a row far from its nearest rows is flagged with both distances and the nearest row', () => {
  const file = plainFile();
  file.distances[17] = 0.8;
  const [flagged, ...others] = findRows(file);
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
  expect(flagged!.rank).toBe(1);
  expect(flagged!.score).toBeGreaterThan(0);
  expect(flagged!.score).toBeLessThan(0.02);
});

test('the only row in another script is flagged', () => {
  const file = plainFile();
  file.scripts[3] = 'Cyrillic';
  expect(findRows(file)).toMatchObject([
    { row: 3, evidence: [{ code: 'rare-script', script: 'Cyrillic', share: 0.005 }] },
  ]);
});

test('scripts that many rows have, rows without letters, and files of many scripts are not flagged', () => {
  const common = plainFile();
  common.scripts.fill('Japanese', 0, 2).fill('Common', 5, 6);
  expect(findRows(common)).toEqual([]);
  const many = plainFile();
  (['Greek', 'Thai', 'Hebrew', 'Arabic'] as const).forEach((script, row) => {
    many.scripts[row] = script;
  });
  expect(findRows(many)).toEqual([]);
});

test('a far longer and a far shorter response are flagged', () => {
  const file = plainFile();
  file.responseTokens[8] = 5_000;
  file.responseTokens[9] = 1;
  const rows = findRows(file);
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
  expect(findRows(file)).toEqual([]);
});

test('several reasons come strongest first, rows by their score', () => {
  const file = plainFile();
  file.distances[1] = 0.7;
  file.distances[2] = 0.9;
  file.scripts[2] = 'Hangul';
  file.instructionTokens[2] = 900;
  const rows = findRows(file);
  expect(rows.map(({ row }) => row)).toEqual([2, 1]);
  expect(rows[0]!.evidence.map(({ code }) => code)).toEqual([
    'far-from-all',
    'rare-script',
    'unusual-length',
  ]);
});

test('a row whose wording is odd is flagged with both surprises', () => {
  const file = plainFile();
  file.surpriseBits[30] = 20;
  expect(findRows(file)).toMatchObject([
    {
      row: 30,
      rank: 1,
      evidence: [
        {
          code: 'odd-wording',
          surpriseBits: 20,
          typicalSurpriseBits: expect.closeTo(8, 0) as number,
        },
      ],
    },
  ]);
});

test('what is a little unusual in both is odder than what is so in one', () => {
  const file = plainFile();
  file.distances[1] = 0.6;
  file.distances[2] = 0.6;
  file.surpriseBits[2] = 12;
  expect(findRows(file).map(({ row }) => row)).toEqual([2, 1]);
});

test('rows near to their neighbours are not far, however alike the others are', () => {
  const file = plainFile();
  const near = { ...file, distances: file.distances.map((distance) => distance / 10) };
  near.distances[5] = 0.2;
  expect(findRows(near)).toEqual([]);
  near.distances[5] = 0.3;
  expect(findRows(near)).toMatchObject([{ row: 5 }]);
});

test('a row that was not measured can be flagged for another reason', () => {
  const file = plainFile();
  file.distances[4] = -1;
  file.surpriseBits[4] = -1;
  file.scripts[4] = 'Greek';
  const [flagged, ...others] = findRows(file);
  expect(others).toEqual([]);
  expect(flagged!.evidence.map(({ code }) => code)).toEqual(['rare-script']);
});

function gaussianFile(rows: number): FileFacts {
  const random = createRandom(5);
  const gaussian = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return {
    distances: Float32Array.from({ length: rows }, () => Math.max(0.26, 0.5 + 0.05 * gaussian())),
    nearestRows: new Int32Array(rows),
    scripts: Array<ScriptName>(rows).fill('Latin'),
    instructionTokens: new Uint32Array(rows).fill(20),
    responseTokens: new Uint32Array(rows).fill(20),
    surpriseBits: Float32Array.from({ length: rows }, () => Math.max(0, 8 + gaussian())),
    tags: { values: new Uint32Array(0), offsets: new Uint32Array(rows + 1) },
    otherLanguages: [],
    labelVotes: [],
  };
}

test('a lower rate flags fewer rows, a higher one more', () => {
  const rows = 4_000;
  const file = gaussianFile(rows);
  const share = (rate: number) => findRows(file, rate).length / rows;
  // No row of a file without strangers is one: what is flagged is falsely flagged.
  for (const rate of [0.005, 0.02, 0.1]) expect(share(rate)).toBeLessThan(1.2 * rate);
  expect(share(0.005)).toBeLessThan(share(0.02));
  expect(share(0.1)).toBeGreaterThan(0.03);
});

test('where most rows lie near to others, the rest is no tail for that', () => {
  const rows = 4_000;
  const file = gaussianFile(rows);
  const near = file.distances.map((distance) => Math.max(0, distance - 0.27));
  expect(findRows({ ...file, distances: near }).length).toBeLessThan(0.02 * rows);
});

test('where the distance of a sample of the rows was measured only, the rate holds, and strangers are found', () => {
  const rows = 8_000;
  const file = gaussianFile(rows);
  file.distances.forEach((_, row) => {
    if (row % 8 !== 0) file.distances[row] = -1;
  });
  file.distances[800] = 1.2;
  file.surpriseBits[801] = 40;
  const flagged = findRows(file);
  expect(flagged.length).toBeLessThan(0.02 * rows);
  expect(flagged.map(({ row }) => row)).toEqual(expect.arrayContaining([800, 801]));
});

test('a tag that hardly any row has, and a label of other rows, flag a row by themselves', () => {
  const file = plainFile();
  const rows = 1_000;
  const repeat = <T extends { set(from: T, at: number): void }>(to: T, from: T): T => {
    for (let at = 0; at < rows; at += 200) to.set(from, at);
    return to;
  };
  const large: FileFacts = {
    distances: repeat(new Float32Array(rows), file.distances),
    nearestRows: repeat(new Int32Array(rows), file.nearestRows),
    scripts: Array<ScriptName>(rows).fill('Latin'),
    instructionTokens: repeat(new Uint32Array(rows), file.instructionTokens),
    responseTokens: repeat(new Uint32Array(rows), file.responseTokens),
    surpriseBits: repeat(new Float32Array(rows), file.surpriseBits),
    tags: {
      values: new Uint32Array(rows).fill(7).fill(8, 3, 4),
      offsets: Uint32Array.from({ length: rows + 1 }, (_, row) => row),
    },
    otherLanguages: [],
    labelVotes: [
      { row: 9, label: 7, otherLabel: 8, labelShare: 0, otherLabelShare: 0.9, nearestRow: 3 },
    ],
  };
  const found = findRows(large).map(({ row, evidence }) => [row, evidence]);
  expect(found).toEqual([
    [3, [{ code: 'rare-tag', tag: 8, rows: 1, share: 0.001 }]],
    [9, [expect.objectContaining({ code: 'other-label', otherLabel: 8, nearestRow: 3 })]],
  ]);
});

test('whatever flags a row, it ranks before all others and scores at most the rate', () => {
  const file = plainFile();
  file.distances[17] = 0.8;
  file.responseTokens[8] = 5_000;
  file.responseTokens[9] = 1;
  file.scripts[3] = 'Cyrillic';
  const labelVotes = [
    { row: 30, label: 7, otherLabel: 8, labelShare: 0.45, otherLabelShare: 0.5, nearestRow: 3 },
  ];
  for (const rate of [0.001, 0.02, 0.1]) {
    const flagged = findRows({ ...file, labelVotes }, rate);
    const scores = flagged.map(({ score }) => score);
    expect(flagged.map(({ row }) => row)).toEqual(expect.arrayContaining([3, 8, 9, 30]));
    expect(flagged.map(({ rank }) => rank)).toEqual(flagged.map((_, place) => place + 1));
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
    expect(scores.at(-1)).toBeLessThanOrEqual(rate);
  }
});

test('the rarer an unusual length is in the file, the lower it makes the score', () => {
  const one = plainFile();
  one.responseTokens[8] = 5_000;
  const two = plainFile();
  two.responseTokens[8] = two.responseTokens[9] = 5_000;
  const scoreOf = (file: FileFacts) => findRows(file).find(({ row }) => row === 8)!.score;
  expect(scoreOf(two) / scoreOf(one)).toBeCloseTo(2);
});

test('a small or empty file has no far rows', () => {
  const file = plainFile();
  const first = <T extends { slice(from: number, to: number): T }>(column: T, rows = 19) =>
    column.slice(0, rows);
  const small = (rows: number): FileFacts => ({
    distances: first(file.distances, rows).fill(0.9, 0, 1),
    nearestRows: first(file.nearestRows, rows),
    scripts: file.scripts.slice(0, rows),
    instructionTokens: first(file.instructionTokens, rows),
    responseTokens: first(file.responseTokens, rows),
    surpriseBits: first(file.surpriseBits, rows),
    tags: { values: first(file.tags.values, rows), offsets: first(file.tags.offsets, rows + 1) },
    otherLanguages: [],
    labelVotes: [],
  });
  expect(findRows(small(19))).toEqual([]);
  expect(findRows(small(0))).toEqual([]);
});

test('columns of different lengths are refused', () => {
  expect(() => findRows({ ...plainFile(), surpriseBits: new Float32Array(0) })).toThrow(
    'surpriseBits: got 0 rows, expected 200',
  );
  expect(() => findRows({ ...plainFile(), distances: new Float32Array(0) })).toThrow(
    'distances: got 0 rows, expected 200',
  );
});
