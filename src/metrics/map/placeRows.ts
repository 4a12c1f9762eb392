import { NEIGHBOURS } from '../embed/neighbours.ts';
import type { Random } from '../stats/random.ts';
import type { RowGraph } from './rowGraph.ts';

/** How much a nearer neighbour counts for more: weight e^(20 · cosine). */
const SHARPNESS = 20;

/**
 * Places the rows behind the landmarks: each at the mean of its neighbours that have a place, weighted by similarity, in
 * rounds outward from the landmarks. Rows that no path of neighbours leads to are strewn over the layout's extent.
 * @param landmarks positions of the graph's first rows, row-major [landmarks, 2]
 * @returns positions of all rows, row-major [graph.size, 2]
 * O(rounds · graph.size · NEIGHBOURS); some six rounds.
 */
export function placeRows(graph: RowGraph, landmarks: Float32Array, random: Random): Float32Array {
  const positions = new Float32Array(2 * graph.size);
  positions.set(landmarks);
  const incoming = incomingEdges(graph);
  /** The round in which a row was placed; 0 = not yet. */
  const round = new Uint32Array(graph.size).fill(1, 0, landmarks.length / 2);
  for (let current = 2, grew = true; grew; current++) {
    grew = false;
    for (let row = 0; row < graph.size; row++) {
      if (round[row] !== 0) continue;
      let x = 0;
      let y = 0;
      let sum = 0;
      const add = (other: number, similarity: number): void => {
        if (round[other] === 0 || round[other] === current) return;
        const weight = Math.exp(SHARPNESS * (similarity - 1));
        x += weight * positions[2 * other]!;
        y += weight * positions[2 * other + 1]!;
        sum += weight;
      };
      for (let edge = row * NEIGHBOURS; edge < (row + 1) * NEIGHBOURS; edge++) {
        if (graph.places[edge]! >= 0) add(graph.places[edge]!, graph.similarities[edge]!);
      }
      for (let at = incoming.offsets[row]!; at < incoming.offsets[row + 1]!; at++) {
        const edge = incoming.edges[at]!;
        add(Math.floor(edge / NEIGHBOURS), graph.similarities[edge]!);
      }
      if (sum === 0) continue;
      positions[2 * row] = x / sum;
      positions[2 * row + 1] = y / sum;
      round[row] = current;
      grew = true;
    }
  }
  strew(positions, round, landmarks, random);
  return positions;
}

/** For every row the edges that lead to it, as places in `graph.places`. */
function incomingEdges({ size, places }: RowGraph) {
  const offsets = new Uint32Array(size + 1);
  for (const to of places) if (to >= 0) offsets[to + 1]!++;
  for (let row = 0; row < size; row++) offsets[row + 1]! += offsets[row]!;
  const next = offsets.slice(0, size);
  const edges = new Uint32Array(offsets[size]!);
  places.forEach((to, edge) => {
    if (to >= 0) edges[next[to]!++] = edge;
  });
  return { offsets, edges };
}

function strew(
  positions: Float32Array,
  round: Uint32Array,
  landmarks: Float32Array,
  random: Random,
): void {
  for (const axis of [0, 1]) {
    let low = Infinity;
    let high = -Infinity;
    for (let i = axis; i < landmarks.length; i += 2) {
      low = Math.min(low, landmarks[i]!);
      high = Math.max(high, landmarks[i]!);
    }
    round.forEach((placed, row) => {
      if (placed === 0) positions[2 * row + axis] = low + (high - low) * random();
    });
  }
}
