import { NEIGHBOURS } from '../embed/neighbours.ts';
import type { Random } from '../stats/random.ts';
import type { RowGraph } from './rowGraph.ts';

const EPOCHS = 40;
/** Random rows that each pull of a neighbour is set against. */
const NEGATIVES = 4;
/** Of the curve 1 / (1 + a·d²): UMAP's own fit for a minimum distance of 0.1, with its exponent .895 taken as 1. */
const A = 1.577;
/** Keeps the push between rows in one place finite, as in UMAP. */
const EPSILON = 0.001;
const MOST_PER_STEP = 4;

/**
 * Moves rows towards their neighbours and away from random ones, in place: UMAP's gradient descent with negative
 * sampling on the neighbours of all rows, from the positions it is given. Deliberate differences: all neighbours weigh
 * the same, which changes layouts little (Böhm, Berens & Kobak 2022, "Attraction–repulsion spectrum in neighbor
 * embeddings"), and the curve has the exponent 1, so that no step raises to a power.
 * @param positions row-major [graph.size, 2]
 * @param checkpoint called every epoch; may throw to stop
 * O(epochs · graph.size · NEIGHBOURS · negatives); about 4 s of one core for 50,000 rows.
 */
export function refineLayout(
  { size, places }: RowGraph,
  positions: Float32Array,
  random: Random,
  checkpoint: () => void,
): void {
  if (size < 2) return;
  let state = Math.floor(random() * 0xffff_fffe) + 1;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    checkpoint();
    const rate = 1 - epoch / EPOCHS;
    for (let edge = 0; edge < places.length; edge++) {
      const other = 2 * places[edge]!;
      if (other < 0) continue;
      const row = 2 * Math.floor(edge / NEIGHBOURS);
      let x = positions[row]!;
      let y = positions[row + 1]!;
      let dx = x - positions[other]!;
      let dy = y - positions[other + 1]!;
      const pull = (-2 * A) / (1 + A * (dx * dx + dy * dy));
      const pullX = rate * clip(pull * dx);
      const pullY = rate * clip(pull * dy);
      x += pullX;
      y += pullY;
      positions[other]! -= pullX;
      positions[other + 1]! -= pullY;
      for (let n = 0; n < NEGATIVES; n++) {
        // Marsaglia's xorshift32: a generator inlined, as most of the time goes here.
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        const far = 2 * ((state >>> 0) % size);
        dx = x - positions[far]!;
        dy = y - positions[far + 1]!;
        const squared = dx * dx + dy * dy;
        const push = 2 / ((EPSILON + squared) * (1 + A * squared));
        x += rate * clip(push * dx);
        y += rate * clip(push * dy);
      }
      positions[row] = x;
      positions[row + 1] = y;
    }
  }
}

function clip(step: number): number {
  return step > MOST_PER_STEP ? MOST_PER_STEP : step < -MOST_PER_STEP ? -MOST_PER_STEP : step;
}
