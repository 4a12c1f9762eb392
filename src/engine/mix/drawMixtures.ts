import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import { drawFirst } from '../../metrics/stats/drawFirst.ts';
import { createRandom } from '../../metrics/stats/random.ts';
import { sharedCopy } from '../shared.ts';
import type { MixPlan } from './mixing.ts';

/** Rows of one draw, numbered over both files: the real rows follow the generated ones. In shared memory. */
export interface MixDraw {
  /** Generated rows in random order: a mixture takes the first. */
  readonly generated: Uint32Array;
  /** As many real rows as a mixture has, in random order: a mixture takes the first. */
  readonly real: Uint32Array;
  /** Real rows that are in no mixture of the draw. */
  readonly heldBack: Uint32Array;
}

/**
 * Seeded draws. The mixtures of one draw share rows: a higher ratio only replaces the last real rows by further generated ones,
 * so that what differs between ratios is not the luck of the draw. Each draw holds other real rows back.
 * @param rows of either file
 * O(draws · rows).
 */
export function drawMixtures(
  { dataset, reference }: InBoth,
  { size, heldBackRows, draws }: MixPlan,
  seed: number,
): MixDraw[] {
  const random = createRandom(seed);
  const ofFile = (first: number, rows: number) =>
    Uint32Array.from({ length: rows }, (_, row) => first + row);
  return Array.from({ length: draws }, () => {
    const generated = ofFile(0, dataset);
    drawFirst(generated, generated.length, random);
    const real = ofFile(dataset, reference);
    drawFirst(real, size + heldBackRows, random);
    return {
      generated: sharedCopy(generated),
      real: sharedCopy(real.subarray(0, size)),
      heldBack: sharedCopy(real.subarray(size, size + heldBackRows)),
    };
  });
}

/** Generated rows of a mixture. @param ratio in per cent */
export const generatedRowsAt = (ratio: number, size: number): number =>
  Math.round((ratio / 100) * size);
