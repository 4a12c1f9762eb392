/** Keeps the density of a row finite whose nearest are at distance 0. */
const REGULARIZATION = 1e-9;

/**
 * Density around every row: 1 / (mean squared Euclidean distance of the unit vectors to the k nearest different rows + 10⁻⁹).
 * @param cosines row-major symmetric [rows, rows]; not mutated
 * @param firstEqualRow for every row the first row with the same vector: copies are one row, and not their own neighbours
 * @param k ≥ 1; where there are fewer different rows, those that there are
 * @returns [rows], > 0; 0 for all where all rows are the same
 * O(rows²) time. Deterministic.
 * @see UmeanNever/NovelSum, FaissIndex.local_density, whose IndexFlatL2 gives squared distances: 2 − 2 cos for unit vectors
 */
export function neighbourDensities(
  cosines: Float32Array,
  rows: number,
  firstEqualRow: Uint32Array,
  k: number,
): Float64Array {
  const different = Uint32Array.from(firstEqualRow.keys()).filter(
    (row) => firstEqualRow[row] === row,
  );
  const densities = new Float64Array(rows);
  const nearest = new Float64Array(Math.min(k, different.length - 1));
  if (nearest.length === 0) return densities;
  for (let row = 0; row < rows; row++) {
    if (firstEqualRow[row] !== row) {
      densities[row] = densities[firstEqualRow[row]!]!;
      continue;
    }
    nearest.fill(-Infinity);
    let least = -Infinity;
    for (let at = 0; at < different.length; at++) {
      const other = different[at]!;
      const cosine = cosines[row * rows + other]!;
      if (cosine <= least || other === row) continue;
      insert(nearest, cosine);
      least = nearest[nearest.length - 1]!;
    }
    const meanCosine = nearest.reduce((sum, cosine) => sum + cosine, 0) / nearest.length;
    densities[row] = 1 / (Math.max(0, 2 - 2 * meanCosine) + REGULARIZATION);
  }
  return densities;
}

/** Puts a value in place of the smallest of a falling list. */
function insert(falling: Float64Array, value: number): void {
  let place = falling.length - 1;
  for (; place > 0 && falling[place - 1]! < value; place--) falling[place] = falling[place - 1]!;
  falling[place] = value;
}
