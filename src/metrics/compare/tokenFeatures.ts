import type { EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { quantizeRow } from '../embed/quantizeRow.ts';
import { createRandom, drawSeed } from '../stats/random.ts';
import { sampleIndexes } from '../stats/sampleIndexes.ts';
import { filledRows } from '../text/filledRows.ts';
import { mixBits } from '../text/mixBits.ts';
import type { TokenColumn } from '../text/tokenColumn.ts';
import { CLASSIFIED_ROWS } from './classifierTwoSampleTest.ts';
import type { CompareOptions, InBoth } from './compareOptions.ts';

const DIMENSIONS = 512;
/** Tokens with a dimension of their own; all others share the rest. */
const OWN_DIMENSIONS = 448;

/**
 * Rows as bags of tokens, for `classifierTwoSampleTest`: the square roots of the tokens' shares of the row (Hellinger's
 * distance), which takes weight from tokens that a row repeats. The 448 tokens that most rows of both files together have are
 * a dimension each; the others share 64, dealt by hash. Which tokens these are is asked without the labels, so that the test
 * stays exact.
 * @param dataset, reference tokens of each row, any 32-bit numbers
 * @returns at most 5,000 rows with a token of each file, drawn by seed; 512 dimensions
 * O(tokens): 0.1 s for a million.
 */
export function tokenFeatures(
  dataset: TokenColumn,
  reference: TokenColumn,
  { seed, checkpoint }: CompareOptions,
): InBoth<EmbeddingMatrix> {
  const random = createRandom(seed);
  const files = [dataset, reference].map((column) => ({
    column,
    rows: drawnRows(column, drawSeed(random)),
  }));
  const [ours, theirs] = bagsOfTokens(files, checkpoint);
  return { dataset: ours!, reference: theirs! };
}

interface DrawnRows {
  readonly column: TokenColumn;
  readonly rows: Uint32Array;
}

/**
 * The given rows as such bags: one matrix for each file, its rows in the order given. A row without a token has no meaning.
 * O(tokens).
 */
export function bagsOfTokens(
  files: readonly DrawnRows[],
  checkpoint?: () => void,
): EmbeddingMatrix[] {
  checkpoint?.();
  const dimensionOf = ownDimensions(files);
  checkpoint?.();
  return files.map(({ column, rows }) => countRows(column, rows, dimensionOf));
}

function drawnRows(column: TokenColumn, seed: number): Uint32Array {
  const filled = filledRows(column);
  return sampleIndexes(filled.length, CLASSIFIED_ROWS, seed).map((index) => filled[index]!);
}

/** The tokens that most rows have; of equally many rows, the lower number. */
function ownDimensions(files: readonly DrawnRows[]): ReadonlyMap<number, number> {
  const rowCounts = new Map<number, { rows: number; lastRow: number }>();
  let number = 0;
  for (const { column, rows } of files) {
    for (const row of rows) {
      number++;
      for (let i = column.offsets[row]!; i < column.offsets[row + 1]!; i++) {
        const token = column.values[i]!;
        const known = rowCounts.get(token);
        if (known === undefined) rowCounts.set(token, { rows: 1, lastRow: number });
        else if (known.lastRow !== number) {
          known.rows++;
          known.lastRow = number;
        }
      }
    }
  }
  const byRows = [...rowCounts].sort(([a, x], [b, y]) => y.rows - x.rows || a - b);
  return new Map(byRows.slice(0, OWN_DIMENSIONS).map(([token], dimension) => [token, dimension]));
}

function countRows(
  { values, offsets }: TokenColumn,
  rows: Uint32Array,
  dimensionOf: ReadonlyMap<number, number>,
): EmbeddingMatrix {
  const features = new Int8Array(rows.length * DIMENSIONS);
  const counts = new Float32Array(DIMENSIONS);
  const inverseNorms = Float32Array.from(rows, (row, at) => {
    counts.fill(0);
    for (let i = offsets[row]!; i < offsets[row + 1]!; i++) {
      const token = values[i]!;
      counts[dimensionOf.get(token) ?? sharedDimension(token)]!++;
    }
    for (let k = 0; k < DIMENSIONS; k++) counts[k] = Math.sqrt(counts[k]!);
    return quantizeRow(counts, features, at * DIMENSIONS);
  });
  return { rows: rows.length, dimensions: DIMENSIONS, values: features, inverseNorms };
}

function sharedDimension(token: number): number {
  return OWN_DIMENSIONS + (mixBits(token) % (DIMENSIONS - OWN_DIMENSIONS));
}
