import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import { stackRows } from '../../metrics/embed/stackRows.ts';
import { sharedEmbeddingMatrix } from '../shared.ts';

/**
 * The embeddings of the data set, then those of the reference, in shared memory.
 * @throws RangeError if they differ in dimensions
 */
export function jointMatrix({ dataset, reference }: InBoth<EmbeddingMatrix>): EmbeddingMatrix {
  return stackRows(dataset, reference, sharedEmbeddingMatrix);
}
