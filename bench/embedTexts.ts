import { join } from 'node:path';
import { loadEmbeddingTable, readGlosses } from '../src/engine/loadEmbeddingTable.ts';
import type { EmbeddingMatrix } from '../src/metrics/embed/embeddingMatrix.ts';
import { quantizeRow } from '../src/metrics/embed/quantizeRow.ts';
import { createStaticEmbedder } from '../src/metrics/embed/staticEmbedder.ts';

const embedder = createStaticEmbedder(
  loadEmbeddingTable(join(__dirname, '..', 'media', 'embedding')),
  readGlosses,
);

/** The built-in embeddings of texts, one row each. */
export function embedTexts(texts: readonly string[]): EmbeddingMatrix {
  const { dimensions } = embedder;
  const values = new Int8Array(texts.length * dimensions);
  const inverseNorms = new Float32Array(texts.length);
  texts.forEach((text, row) => {
    const vector = new Float32Array(dimensions);
    embedder.addTo(text, vector);
    inverseNorms[row] = quantizeRow(vector, values, row * dimensions);
  });
  return { rows: texts.length, dimensions, values, inverseNorms };
}
