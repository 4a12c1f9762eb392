import { fileURLToPath } from 'node:url';
import { loadEmbeddingTable, readGlosses } from '../../../../src/engine/loadEmbeddingTable.ts';
import { createStaticEmbedder } from '../../../../src/metrics/embed/staticEmbedder.ts';

export const builtInTable = loadEmbeddingTable(
  fileURLToPath(new URL('../../../../media/embedding', import.meta.url)),
);

const embedder = createStaticEmbedder(builtInTable, readGlosses);

/** The text's vector by itself. */
export function embed(text: string): Float32Array {
  const vector = new Float32Array(embedder.dimensions);
  embedder.addTo(text, vector);
  return vector;
}

export function cosine(a: Float32Array, b: Float32Array): number {
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    ab += a[i]! * b[i]!;
    aa += a[i]! ** 2;
    bb += b[i]! ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}
