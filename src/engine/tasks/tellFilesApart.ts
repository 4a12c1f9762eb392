import {
  classifierTwoSampleTest,
  type ClassifierTwoSampleTest,
} from '../../metrics/compare/classifierTwoSampleTest.ts';
import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import { tokenFeatures } from '../../metrics/compare/tokenFeatures.ts';
import type { EmbeddingMatrix } from '../../metrics/embed/embeddingMatrix.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface TellFilesApartParams {
  /** Embeddings of either file, or the tokens of its rows. */
  readonly by: InBoth<EmbeddingMatrix> | InBoth<TokenColumn>;
  readonly seed: number;
}

/** How well a classifier tells which of two files a row is from; undefined where there is too little to tell. */
export function tellFilesApart(
  { setup }: TaskContext,
  { by, seed }: TellFilesApartParams,
): ClassifierTwoSampleTest | undefined {
  const options = { seed, checkpoint: () => throwIfCancelled(setup.cancelFlag) };
  const { dataset, reference } = isOfTokens(by)
    ? tokenFeatures(by.dataset, by.reference, options)
    : by;
  return classifierTwoSampleTest(dataset, reference, options);
}

const isOfTokens = (by: TellFilesApartParams['by']): by is InBoth<TokenColumn> =>
  'offsets' in by.dataset;
