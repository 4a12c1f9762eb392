import type { EmbeddingMatrix } from '../../../../src/metrics/embed/embeddingMatrix.ts';
import { measureMacro } from '../../../../src/metrics/macro/measureMacro.ts';
import { recutFigures } from '../../../../src/metrics/macro/recutFigures.ts';
import { redrawTopics } from '../../../../src/metrics/macro/redrawTopics.ts';
import type { StatisticsOptions } from '../../../../src/metrics/stats/levelStatistics.ts';

/** The macro level as the engine puts it together of its two tasks; the matrix has a row with a meaning. */
export const recutFiguresOf = (matrix: EmbeddingMatrix, options: StatisticsOptions) =>
  recutFigures(measureMacro(matrix, options)!.figures, redrawTopics(matrix, options));
