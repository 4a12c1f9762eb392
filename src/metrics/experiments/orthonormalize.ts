/** Columns as an orthonormal basis and what each is in it: the QR decomposition. */
export interface OrthonormalBasis {
  /** One vector for every column that brings something new, in the order of `independent`. */
  readonly vectors: readonly Float64Array[];
  /** Places of the columns that bring something new. */
  readonly independent: readonly number[];
  /** Row-major [independent, independent], upper triangular: column j = Σ_i vectors[i] · factor[i, j]. */
  readonly factor: Float64Array;
  /** Columns that are sums of multiples of those before them, with the places of these. */
  readonly dependent: readonly DependentColumn[];
}

export interface DependentColumn {
  readonly column: number;
  /** The columns that it is made of; empty for a column of zeros. */
  readonly madeOf: readonly number[];
}

/** What is left of a column after the others are taken out, as a share of its length, below which nothing is left. */
const NOTHING_LEFT = 1e-10;
/** A column takes part in another from this share of its length on. */
const TAKES_PART = 1e-8;

/**
 * Modified Gram–Schmidt, each column taken twice: as orthogonal as Householder reflections leave them.
 * @param columns of one length; not mutated
 * @throws RangeError for columns of different lengths
 * O(n p²) time, O(n p) memory.
 * @see Giraud, Langou, Rozložník (2005), "The loss of orthogonality in the Gram-Schmidt orthogonalization process"
 */
export function orthonormalize(columns: readonly Float64Array[]): OrthonormalBasis {
  const rows = columns[0]?.length ?? 0;
  const vectors: Float64Array[] = [];
  const independent: number[] = [];
  const projections: number[][] = [];
  const dependent: DependentColumn[] = [];
  for (const [column, values] of columns.entries()) {
    if (values.length !== rows) {
      throw new RangeError(
        `got a column of ${values.length} values, expected ${rows} as in the first`,
      );
    }
    const left = values.slice();
    const along = vectors.map(() => 0);
    for (let pass = 1; pass <= 2; pass++) {
      for (const [i, vector] of vectors.entries()) {
        const share = dot(vector, left);
        along[i]! += share;
        for (let row = 0; row < rows; row++) left[row]! -= share * vector[row]!;
      }
    }
    const length = Math.sqrt(dot(values, values));
    const leftLength = Math.sqrt(dot(left, left));
    if (leftLength <= NOTHING_LEFT * length) {
      const parts = solveUpper(projections, along);
      const lengths = independent.map((place) => Math.sqrt(dot(columns[place]!, columns[place]!)));
      const madeOf = independent.filter(
        (_, i) => Math.abs(parts[i]!) * lengths[i]! > TAKES_PART * length,
      );
      dependent.push({ column, madeOf });
      continue;
    }
    vectors.push(left.map((value) => value / leftLength));
    independent.push(column);
    projections.push([...along, leftLength]);
  }
  const size = independent.length;
  const factor = new Float64Array(size * size);
  for (const [j, along] of projections.entries()) {
    for (const [i, share] of along.entries()) factor[i * size + j] = share;
  }
  return { vectors, independent, factor, dependent };
}

/** Solves Σ_j projections[j][i] · x_j = right_i from the last to the first. */
function solveUpper(
  projections: readonly (readonly number[])[],
  right: readonly number[],
): number[] {
  const solution = [...right];
  for (let i = solution.length - 1; i >= 0; i--) {
    for (let j = i + 1; j < solution.length; j++)
      solution[i]! -= projections[j]![i]! * solution[j]!;
    solution[i]! /= projections[i]![i]!;
  }
  return solution;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
