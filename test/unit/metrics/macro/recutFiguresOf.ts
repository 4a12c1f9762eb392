import type { EmbeddingMatrix } from '../../../../src/metrics/embed/embeddingMatrix.ts';
import { measureTopics } from '../../../../src/metrics/macro/measureTopics.ts';
import { recutFigures } from '../../../../src/metrics/macro/recutFigures.ts';
import { redrawTopics } from '../../../../src/metrics/macro/redrawTopics.ts';
import type { StatisticsOptions } from '../../../../src/metrics/stats/levelStatistics.ts';

/** The topics as the engine puts them together of two tasks; the matrix has a row with a meaning. */
export const recutFiguresOf = (matrix: EmbeddingMatrix, options: StatisticsOptions) =>
  recutFigures(measureTopics(matrix, options)!.figures, redrawTopics(matrix, options));
