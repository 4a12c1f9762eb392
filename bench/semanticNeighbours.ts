import { join } from 'node:path';
import { loadEmbeddingTable, readGlosses } from '../src/engine/loadEmbeddingTable.ts';
import type { EmbeddingMatrix } from '../src/metrics/embed/embeddingMatrix.ts';
import {
  exactNeighboursOf,
  NEIGHBOURS,
  neighboursOfRows,
} from '../src/metrics/embed/neighbours.ts';
import { prepareNeighbours } from '../src/metrics/embed/neighboursIndex.ts';
import { quantizeRow } from '../src/metrics/embed/quantizeRow.ts';
import { createStaticEmbedder } from '../src/metrics/embed/staticEmbedder.ts';
import { sampleIndexes } from '../src/metrics/stats/sampleIndexes.ts';
import { englishWords } from './englishWords.ts';
import { syntheticRows } from './syntheticRows.ts';

// What the ten nearest rows of every row cost in one thread, embeddings not counted, and how many of them are found:
// semanticNeighbours ROWS [BYTES_PER_ROW] [SAMPLED_ROWS]

const [rows = '50000', bytesPerRow = '500', sampledRows = '200'] = process.argv.slice(2);
const SEED = 1;
/** As in the engine, of 50,000 rows and more. */
const SLICE_ROWS = 12_800;

const matrix = embedRows(Number(rows));
const cpuAtStart = process.cpuUsage();
const startMs = performance.now();
const index = prepareNeighbours(matrix, SEED);
const preparedMs = processorMs(cpuAtStart);
const similarities = new Float32Array(matrix.rows * NEIGHBOURS);
for (let fromRow = 0; fromRow < matrix.rows; fromRow += SLICE_ROWS) {
  const slice = neighboursOfRows(
    index,
    matrix,
    fromRow,
    Math.min(matrix.rows, fromRow + SLICE_ROWS),
  );
  similarities.set(slice.similarities, fromRow * NEIGHBOURS);
}
const totalMs = processorMs(cpuAtStart);
const elapsedMs = performance.now() - startMs;
console.log(
  `${rows} rows: ${(totalMs / 1000).toFixed(1)} s of processor time (${(preparedMs / 1000).toFixed(1)} s to prepare), ` +
    `${(elapsedMs / 1000).toFixed(1)} s elapsed, recall ${recall().toFixed(3)} on ${sampledRows} rows, ` +
    `peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`,
);

function embedRows(count: number): EmbeddingMatrix {
  const embedder = createStaticEmbedder(
    loadEmbeddingTable(join(__dirname, '..', 'media', 'embedding')),
    readGlosses,
  );
  const { dimensions } = embedder;
  const made = {
    rows: count,
    dimensions,
    values: new Int8Array(count * dimensions),
    inverseNorms: new Float32Array(count),
  };
  const vector = new Float32Array(dimensions);
  let row = 0;
  for (const line of syntheticRows(englishWords(), SEED, Number(bytesPerRow))) {
    if (row === count) break;
    const { instruction, output } = JSON.parse(line) as { instruction: string; output: string };
    vector.fill(0);
    embedder.addTo(instruction, vector);
    embedder.addTo(output, vector);
    made.inverseNorms[row] = quantizeRow(vector, made.values, row * dimensions);
    row++;
  }
  return made;
}

/** Share of the neighbours found that are at least as near as the tenth of all rows: of equally near ones any will do. */
function recall(): number {
  const sample = sampleIndexes(matrix.rows, Number(sampledRows), SEED);
  const exact = exactNeighboursOf(index, matrix, sample);
  let right = 0;
  sample.forEach((row, at) => {
    const last = exact.similarities[(at + 1) * NEIGHBOURS - 1]!;
    for (let place = 0; place < NEIGHBOURS; place++) {
      if (similarities[row * NEIGHBOURS + place]! >= last) right++;
    }
  });
  return right / (sample.length * NEIGHBOURS);
}

function processorMs(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
