import { AnalysisError } from '../../data/analysisError.ts';
import { englishFaultWords as faults } from '../../data/faultWords.ts';
import { drawFirst } from '../../metrics/stats/drawFirst.ts';
import { createRandom } from '../../metrics/stats/random.ts';
import { generatedRowsAt } from './drawMixtures.ts';
import type { MixLines } from './mixing.ts';

export const MIX_ORDERS = ['shuffled', 'files'] as const;
/** `files`: generated rows as they stand in their file, then the real ones. */
export type MixOrder = (typeof MIX_ORDERS)[number];

/** Which mixture is meant. */
export interface MixChoice {
  /** Per cent of generated rows, 0–100; need not be one of those measured. */
  readonly ratio: number;
  /** Whether only close generated rows are taken. */
  readonly onlyClose: boolean;
}

/** A row of a mixture: where it stands in its file. */
export interface MixtureLine {
  readonly from: 'generated' | 'real';
  /** 1-based. */
  readonly line: number;
}

/**
 * The rows of a mixture, as the first draw has them.
 * @param size rows of the mixture
 * @throws AnalysisError mixture-too-large where there are too few close rows, or none are known
 */
export function mixtureLines(
  { generated, close, real }: Pick<MixLines, 'generated' | 'close' | 'real'>,
  size: number,
  { ratio, onlyClose }: MixChoice,
): MixtureLine[] {
  const wanted = generatedRowsAt(ratio, size);
  const taken = onlyClose ? (close ?? new Uint32Array(0)) : generated;
  if (taken.length < wanted) {
    throw new AnalysisError(
      'mixture-too-large',
      faults.fewCloseRows,
      ...[ratio, size, wanted, taken.length],
    );
  }
  const linesOf = (from: MixtureLine['from'], lines: Uint32Array): MixtureLine[] =>
    Array.from(lines, (line) => ({ from, line: line + 1 }));
  return [
    ...linesOf('generated', taken.subarray(0, wanted)),
    ...linesOf('real', real.subarray(0, size - wanted)),
  ];
}

/** The rows in the order in which they are written. */
export function orderLines(
  lines: readonly MixtureLine[],
  order: MixOrder,
  seed: number,
): MixtureLine[] {
  if (order === 'files') {
    return [...lines].sort((a, b) =>
      a.from < b.from ? -1 : a.from > b.from ? 1 : a.line - b.line,
    );
  }
  const places = Uint32Array.from(lines.keys());
  drawFirst(places, places.length, createRandom(seed));
  return Array.from(places, (place) => lines[place]!);
}
