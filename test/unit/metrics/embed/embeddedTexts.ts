import type { EmbeddingMatrix } from '../../../../src/metrics/embed/embeddingMatrix.ts';
import { quantizeRow } from '../../../../src/metrics/embed/quantizeRow.ts';
import { readGlosses } from '../../../../src/engine/loadEmbeddingTable.ts';
import { createStaticEmbedder } from '../../../../src/metrics/embed/staticEmbedder.ts';
import { builtInTable } from './builtInTable.ts';

/** Rows of one or more texts, embedded as the engine does it. */
export function embedRows(rows: readonly (readonly string[])[]): EmbeddingMatrix {
  const embedder = createStaticEmbedder(builtInTable, readGlosses);
  const { dimensions } = embedder;
  const values = new Int8Array(rows.length * dimensions);
  const inverseNorms = Float32Array.from(rows, (texts, row) => {
    const vector = new Float32Array(dimensions);
    for (const text of texts) embedder.addTo(text, vector);
    return quantizeRow(vector, values, row * dimensions);
  });
  return { rows: rows.length, dimensions, values, inverseNorms };
}
