import { describe, expect, test } from 'vitest';
import { neighboursOfRows } from '../../../../src/metrics/embed/neighbours.ts';
import { prepareNeighbours } from '../../../../src/metrics/embed/neighboursIndex.ts';
import { offDistributionFinder } from '../../../../src/metrics/flags/offDistribution.ts';
import {
  exactDistances,
  farRows,
  neighbourDistances,
  withDistances,
} from '../../../../src/metrics/flags/neighbourDistances.ts';
import { rowSurprise } from '../../../../src/metrics/flags/rowSurprise.ts';
import { createBytePairTokenizer } from '../../../../src/metrics/text/bytePairTokenizer.ts';
import { bytePairTable } from '../../../support/bytePairTable.ts';
import { mainScript } from '../../../../src/metrics/text/mainScript.ts';
import { tokenColumnBuilder, type TokenColumn } from '../../../../src/metrics/text/tokenColumn.ts';
import { tokenCounts } from '../../../../src/engine/rowLengths.ts';
import { readPlanted, readRows } from '../../../unit/examples/readExample.ts';
import { embedRows } from '../../../unit/metrics/embed/embeddedTexts.ts';
import { hasSharedData, readShared } from '../readShared.ts';

const FALSE_POSITIVE_RATE = 0.02;
const tokenizer = createBytePairTokenizer(bytePairTable('o200k_base'));

function tokensOf(texts: readonly string[]): TokenColumn {
  const column = tokenColumnBuilder();
  for (const text of texts) {
    tokenizer.encodeInto(text, column);
    column.endRow();
  }
  return column.build();
}

type Row = readonly [instruction: string, response: string];

function inspect(rows: readonly Row[]) {
  const matrix = embedRows(rows);
  const columns = [tokensOf(rows.map(([text]) => text)), tokensOf(rows.map(([, text]) => text))];
  const [instructionTokens, responseTokens] = columns.map(tokenCounts) as [
    Uint32Array,
    Uint32Array,
  ];
  const { surpriseBits } = rowSurprise(columns);
  const scripts = rows.map(mainScript);
  const index = prepareNeighbours(matrix, 1);
  const found = neighbourDistances(neighboursOfRows(index, matrix, 0, matrix.rows));
  const far = farRows(index, found, scripts);
  const distances = withDistances(found, far, exactDistances(index, matrix, far));
  return {
    ...distances,
    flagged: offDistributionFinder(
      {
        scripts,
        instructionTokens,
        responseTokens,
        surpriseBits,
        tags: { values: new Uint32Array(0), offsets: new Uint32Array(rows.length + 1) },
        otherLanguages: [],
      },
      FALSE_POSITIVE_RATE,
    )({ ...distances, labelVotes: [] }),
  };
}

/** Probability that a positive row has the higher value, ties counting half. */
function areaUnderRoc(values: Float32Array, isPositive: readonly boolean[]): number {
  const order = Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  let negatives = 0;
  let wins = 0;
  for (let at = 0; at < order.length;) {
    const start = at;
    while (at < order.length && values[order[at]!] === values[order[start]!]) at++;
    const tied = order.slice(start, at);
    const hits = tied.filter((row) => isPositive[row]!).length;
    wins += hits * (negatives + (tied.length - hits) / 2);
    negatives += tied.length - hits;
  }
  return wins / (negatives * (values.length - negatives));
}

test('all rows planted as strangers in the generated example are flagged, and few others', () => {
  const truth = readPlanted();
  const unusable = [...truth.rowErrors.map(({ line }) => line), ...truth.blankLines];
  const rows = readRows('support-generated.jsonl', new Set(unusable));
  const say = (row: (typeof rows)[number], isAnswer: boolean) =>
    row.messages
      .filter(({ role }) => (role === 'assistant') === isAnswer)
      .map(({ content }) => content)
      .join('\n\n');
  const { flagged } = inspect(rows.map((row) => [say(row, false), say(row, true)]));
  const lines = flagged.map(({ row }) => rows[row]!.line);
  const planted = truth.offDistribution.map(({ line }) => line);
  expect(lines).toEqual(expect.arrayContaining(planted));
  expect(lines.length).toBeLessThanOrEqual(planted.length + 8);
  expect(planted).toEqual(expect.arrayContaining(lines.slice(0, 3)));
});

describe.skipIf(!hasSharedData)('data with known truth (needs ../shared/data)', () => {
  test('clinc-full: out-of-scope questions lie further from their nearest rows', () => {
    const rows = readShared('clinc-full');
    const { distances } = inspect(rows.map((row) => [String(row['text']), '']));
    expect(
      areaUnderRoc(
        distances,
        rows.map((row) => row['is_oos'] === true),
      ),
    ).toBeGreaterThan(0.945);
  });

  test.each([
    ['gsm8k-train', 'question', 'answer'],
    ['dolly-3k', 'instruction', 'output'],
    ['sst2-generated', 'text', 'none'],
  ])(
    '%s: no more of a set of one kind is flagged than the rate allows',
    (file, instruction, response) => {
      const rows = readShared(file);
      const { flagged } = inspect(
        rows.map((row): Row => [row[instruction] as string, (row[response] ?? '') as string]),
      );
      expect(flagged.length).toBeLessThanOrEqual(FALSE_POSITIVE_RATE * rows.length);
    },
  );
});
