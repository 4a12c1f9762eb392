import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { sharedEmbeddingMatrix } from '../shared.ts';

/**
 * The embeddings of the data set, then those of the reference, in shared memory.
 * @throws RangeError if they differ in dimensions
 */
export function jointMatrix({ dataset, reference }: InBoth<EmbeddingMatrix>): EmbeddingMatrix {
  if (dataset.dimensions !== reference.dimensions) {
    throw new RangeError(
      `got ${dataset.dimensions} and ${reference.dimensions} dimensions, expected the same`,
    );
  }
  const joint = sharedEmbeddingMatrix(dataset.rows + reference.rows, dataset.dimensions);
  joint.values.set(dataset.values);
  joint.values.set(reference.values, dataset.values.length);
  joint.inverseNorms.set(dataset.inverseNorms);
  joint.inverseNorms.set(reference.inverseNorms, dataset.rows);
  return joint;
}
