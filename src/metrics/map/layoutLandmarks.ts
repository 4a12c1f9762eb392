import { UMAP } from 'umap-js';
import { selectRows, type EmbeddingMatrix } from '../embed/embeddingMatrix.ts';
import { NEIGHBOURS } from '../embed/neighbours.ts';
import { neighboursOfAll } from '../embed/neighboursOfAll.ts';
import type { Random } from '../stats/random.ts';

const EPOCHS = 200;
/** UMAP needs a neighbourhood; fewer rows are laid out by hand. */
const FEWEST_ROWS = 4;

/**
 * A neighbour-preserving layout in two dimensions of some different rows, by UMAP (McInnes, Healy & Melville 2018) as
 * umap-js has it, on the exact nearest neighbours by cosine. Fewer than four rows stand on a line, one unit apart.
 * @param rows different rows of the matrix with a meaning
 * @param checkpoint called every epoch; may throw to stop
 * @returns row-major [rows.length, 2]
 * 2,048 rows take about 2 s of one core.
 */
export function layoutLandmarks(
  matrix: EmbeddingMatrix,
  rows: Uint32Array,
  random: Random,
  checkpoint: () => void,
): Float32Array {
  if (rows.length < FEWEST_ROWS) {
    return Float32Array.from({ length: 2 * rows.length }, (_, i) => (i % 2 === 0 ? i / 2 : 0));
  }
  const landmarks = selectRows(matrix, rows);
  const found = neighboursOfAll(landmarks, checkpoint);
  // With the row itself, umap-js wants fewer neighbours than there are rows.
  const width = Math.min(NEIGHBOURS, landmarks.rows - 2);
  const indexes: number[][] = [];
  const distances: number[][] = [];
  for (let row = 0; row < landmarks.rows; row++) {
    const start = row * NEIGHBOURS;
    // umap-js expects every row as the first of its own neighbours.
    indexes.push([row, ...found.rows.subarray(start, start + width)]);
    const similarities = found.similarities.subarray(start, start + width);
    distances.push([0, ...Array.from(similarities, (cosine) => Math.max(0, 1 - cosine))]);
  }
  const umap = new UMAP({ nNeighbors: width + 1, nEpochs: EPOCHS, random });
  umap.setPrecomputedKNN(indexes, distances);
  // The vectors are not looked at once the neighbours are known; only their number is.
  umap.initializeFit(indexes);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    checkpoint();
    umap.step();
  }
  return Float32Array.from(umap.getEmbedding().flat());
}
