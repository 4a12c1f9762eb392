/**
 * Principal axes of the rows of x about their mean, by Jacobi rotations of the covariance matrix.
 * @param {Float32Array} x row-major [rows, columns], of mean 0 in every column
 * @param {number} columns
 * @param {number} count axes wanted
 * @returns {Float64Array[]} unit vectors, largest variance first; the sign makes the largest entry positive
 */
export function principalAxes(x, columns, count) {
  const a = covariance(x, columns);
  const v = Array.from({ length: columns }, (_, i) => {
    const axis = new Float64Array(columns);
    axis[i] = 1;
    return axis;
  });
  const total = a.reduce((sum, row, i) => sum + row[i], 0);
  while (offDiagonal(a) > 1e-12 * total) {
    for (let p = 0; p < columns; p++) for (let q = p + 1; q < columns; q++) rotate(a, v, p, q);
  }
  return v
    .map((axis, i) => ({ axis, variance: a[i][i] }))
    .sort((s, t) => t.variance - s.variance)
    .slice(0, count)
    .map(({ axis }) => withPositiveLargestEntry(axis));
}

function covariance(x, columns) {
  const rows = x.length / columns;
  const a = Array.from({ length: columns }, () => new Float64Array(columns));
  for (let r = 0; r < rows; r++) {
    const row = x.subarray(r * columns, (r + 1) * columns);
    for (let i = 0; i < columns; i++) {
      const xi = row[i] / rows;
      for (let j = i; j < columns; j++) a[i][j] += xi * row[j];
    }
  }
  for (let i = 0; i < columns; i++) for (let j = 0; j < i; j++) a[i][j] = a[j][i];
  return a;
}

function offDiagonal(a) {
  let sum = 0;
  for (let i = 0; i < a.length; i++) for (let j = 0; j < i; j++) sum += a[i][j] ** 2;
  return Math.sqrt(sum);
}

/** One rotation that makes a[p][q] zero (Golub & Van Loan, Matrix Computations, § 8.5). */
function rotate(a, v, p, q) {
  if (a[p][q] === 0) return;
  const theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < a.length; k++) {
    const kp = a[k][p];
    const kq = a[k][q];
    a[k][p] = c * kp - s * kq;
    a[k][q] = s * kp + c * kq;
  }
  for (const [rowP, rowQ] of [
    [a[p], a[q]],
    [v[p], v[q]],
  ]) {
    for (let k = 0; k < a.length; k++) {
      const pk = rowP[k];
      const qk = rowQ[k];
      rowP[k] = c * pk - s * qk;
      rowQ[k] = s * pk + c * qk;
    }
  }
}

function withPositiveLargestEntry(axis) {
  const largest = axis.reduce(
    (best, value) => (Math.abs(value) > Math.abs(best) ? value : best),
    0,
  );
  return largest < 0 ? axis.map((value) => -value) : axis;
}
