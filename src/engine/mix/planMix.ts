import { AnalysisError } from '../../data/analysisError.ts';
import { englishFaultWords as faults } from '../../data/faultWords.ts';
import { sentence, type Sentence } from '../../data/sentence.ts';
import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import { DRAWS, RATIOS, type MixPlan } from './mixing.ts';

/** Rows of a mixture unless told: more make the figures hardly surer, and the work longer. */
const USUAL_SIZE = 5_000;
/** Fewer mixed rows, or real ones held back, say nothing. */
const LEAST_ROWS = 20;

/**
 * How large mixtures can be. Unless a size is asked for: as many rows as the generated file and half of the real one have, at
 * most 5,000. As many real rows as a mixture has are held back, or those that are left.
 * @param rows of either file
 * @param size rows of each mixture
 * @throws AnalysisError too-few-rows: a file is too small; mixture-too-large: the size asked for needs more rows than there are
 */
export function planMix({ dataset: generated, reference: real }: InBoth, size?: number): MixPlan {
  if (generated < LEAST_ROWS) {
    throw new AnalysisError(
      'too-few-rows',
      faults.fewGeneratedRows,
      rowsInWords(generated),
      LEAST_ROWS,
    );
  }
  if (real < 2 * LEAST_ROWS) {
    throw new AnalysisError('too-few-rows', faults.fewRealRows, rowsInWords(real), 2 * LEAST_ROWS);
  }
  const largest = Math.min(generated, real - LEAST_ROWS);
  if (size !== undefined && size > largest) {
    throw new AnalysisError(
      'mixture-too-large',
      faults.largeMixture,
      ...[size, size + LEAST_ROWS, LEAST_ROWS, generated, real, largest],
    );
  }
  if (size !== undefined && size < LEAST_ROWS) {
    throw new AnalysisError('too-few-rows', faults.smallMixture, rowsInWords(size), LEAST_ROWS);
  }
  const rows = size ?? Math.min(generated, Math.floor(real / 2), USUAL_SIZE);
  return { size: rows, heldBackRows: Math.min(rows, real - rows), draws: DRAWS, ratios: RATIOS };
}

const rowsInWords = (rows: number): Sentence =>
  sentence(rows === 1 ? faults.rowOne : faults.rowOther, rows);
