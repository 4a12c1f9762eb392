import { tridiagonalize } from './tridiagonal.ts';

/** QL takes about two sweeps per eigenvalue; this many for one means that something has overflowed. */
const MAX_SWEEPS = 60;
/** Smaller numbers have lost their digits: no sweep makes them smaller still. */
const LEAST_NORMAL = 2 ** -1022;
/**
 * Off-diagonal entries below this share of the largest entry are what rounding leaves of equal
 * rows, and change no digit of it.
 */
const NEGLIGIBLE = Number.EPSILON ** 2;

/**
 * Eigenvalues of a real symmetric matrix: Householder reduction to tridiagonal form, then QL with implicit shifts.
 * @param matrix row-major [n, n], finite; only the lower triangle is read; not mutated
 * @param checkpoint called every few milliseconds; may throw
 * @returns [n], ascending
 * @throws RangeError if the length is not n², or an entry is not finite or so large that sums overflow
 * O(n³) time, 0.07 s for n = 512; O(n²) memory. Deterministic: fixed summation order.
 * @see tred1 and imtql1 of EISPACK: Martin, Reinsch & Wilkinson (1968), doi:10.1007/BF02161360; Dubrulle, Martin &
 * Wilkinson (1968), doi:10.1007/BF02165404
 */
export function symmetricEigenvalues(
  matrix: Float64Array,
  n: number,
  checkpoint?: () => void,
): Float64Array {
  if (matrix.length !== n * n) {
    throw new RangeError(`got ${matrix.length} entries, expected n² = ${n * n}`);
  }
  const strange = matrix.find((entry) => !Number.isFinite(entry));
  if (strange !== undefined) throw new RangeError(`got ${strange}, expected finite entries`);
  const { diagonal, offDiagonal } = tridiagonalize(matrix, n, checkpoint);
  diagonalize(diagonal, offDiagonal, checkpoint);
  return diagonal.sort();
}

/** Leaves the eigenvalues in `diagonal`, unsorted. */
function diagonalize(
  diagonal: Float64Array,
  offDiagonal: Float64Array,
  checkpoint?: () => void,
): void {
  const n = diagonal.length;
  offDiagonal.copyWithin(0, 1);
  offDiagonal[n - 1] = 0;
  const sizeOf = (most: number, entry: number) => Math.max(most, Math.abs(entry));
  const largest = offDiagonal.reduce(sizeOf, diagonal.reduce(sizeOf, 0));
  const negligible = Math.max(LEAST_NORMAL, NEGLIGIBLE * largest);
  for (let first = 0; first < n; first++) {
    checkpoint?.();
    for (let sweep = 0; ; sweep++) {
      const last = endOfBlock(diagonal, offDiagonal, first, negligible);
      if (last === first) break;
      if (sweep === MAX_SWEEPS)
        throw new RangeError('got entries so large that their sums overflow');
      sweepBlock(diagonal, offDiagonal, first, last);
    }
  }
}

/** The block that starts at `first` ends where the next off-diagonal entry no longer counts. */
function endOfBlock(
  diagonal: Float64Array,
  offDiagonal: Float64Array,
  first: number,
  negligible: number,
): number {
  let last = first;
  for (; last < diagonal.length - 1; last++) {
    const size = Math.abs(diagonal[last]!) + Math.abs(diagonal[last + 1]!);
    if (Math.abs(offDiagonal[last]!) <= Number.EPSILON * size + negligible) break;
  }
  return last;
}

function sweepBlock(
  diagonal: Float64Array,
  offDiagonal: Float64Array,
  first: number,
  last: number,
): void {
  const start = offDiagonal[first]!;
  const ratio = (diagonal[first + 1]! - diagonal[first]!) / (2 * start);
  const root = Math.hypot(ratio, 1);
  let shifted = diagonal[last]! - diagonal[first]! + start / (ratio + (ratio >= 0 ? root : -root));
  let sine = 1;
  let cosine = 1;
  let carried = 0;
  for (let i = last - 1; i >= first; i--) {
    const f = sine * offDiagonal[i]!;
    const b = cosine * offDiagonal[i]!;
    const radius = Math.hypot(f, shifted);
    offDiagonal[i + 1] = radius;
    if (radius === 0) {
      // The matrix falls apart here: undo the shift and let the next sweep go on with the smaller block.
      diagonal[i + 1]! -= carried;
      offDiagonal[last] = 0;
      return;
    }
    sine = f / radius;
    cosine = shifted / radius;
    const rest = diagonal[i + 1]! - carried;
    const turn = (diagonal[i]! - rest) * sine + 2 * cosine * b;
    carried = sine * turn;
    diagonal[i + 1] = rest + carried;
    shifted = cosine * turn - b;
  }
  diagonal[first]! -= carried;
  offDiagonal[first] = shifted;
  offDiagonal[last] = 0;
}
