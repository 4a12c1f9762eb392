// AssemblyScript, compiled to WebAssembly by scripts/build-kernels.mjs; the twin that defines what it must return is
// plainReflection in ../../macro/tridiagonal.ts. Addresses are byte offsets into the module's memory.

/** Bytes of a 64-bit float, and of the two in a vector. */
const FLOAT: usize = 8;
const VECTOR: usize = 16;

/**
 * product = A · vector for the leading block of `size` rows, reading the lower triangle row by row. Two rows are taken at a
 * time, so that neither sum waits for its last addition; every sum has the order of its twin.
 */
function multiplyLower(a: usize, n: usize, vector: usize, size: usize, product: usize): void {
  let j: usize = 0;
  for (; j + 1 < size; j += 2) {
    const first = a + j * n * FLOAT;
    const second = first + n * FLOAT;
    const v = load<f64>(vector + j * FLOAT);
    const w = load<f64>(vector + j * FLOAT, 8);
    const vs = f64x2.splat(v);
    const ws = f64x2.splat(w);
    let sum = load<f64>(first + j * FLOAT) * v;
    let nextSum = load<f64>(second + j * FLOAT, 8) * w;
    // j is even: nothing is left over.
    for (let k: usize = 0; k < j * FLOAT; k += VECTOR) {
      const x = v128.load(first + k);
      const y = v128.load(second + k);
      const factors = v128.load(vector + k);
      const xs = f64x2.mul(x, factors);
      const ys = f64x2.mul(y, factors);
      sum += f64x2.extract_lane(xs, 0);
      nextSum += f64x2.extract_lane(ys, 0);
      sum += f64x2.extract_lane(xs, 1);
      nextSum += f64x2.extract_lane(ys, 1);
      const sums = f64x2.add(v128.load(product + k), f64x2.mul(x, vs));
      v128.store(product + k, f64x2.add(sums, f64x2.mul(y, ws)));
    }
    const between = load<f64>(second + j * FLOAT);
    store<f64>(product + j * FLOAT, sum + between * w);
    store<f64>(product + j * FLOAT, nextSum + between * v, 8);
  }
  if (j === size) return;
  const row = a + j * n * FLOAT;
  const v = load<f64>(vector + j * FLOAT);
  let sum = load<f64>(row + j * FLOAT) * v;
  for (let k: usize = 0; k < j * FLOAT; k += FLOAT) {
    const x = load<f64>(row + k);
    sum += x * load<f64>(vector + k);
    store<f64>(product + k, load<f64>(product + k) + x * v);
  }
  store<f64>(product + j * FLOAT, sum);
}

/** a[j, k] −= u · product[k] + p · reflector[k] for k ≤ j. */
function subtractRow(row: usize, j: usize, u: f64, p: f64, product: usize, reflector: usize): void {
  const us = f64x2.splat(u);
  const ps = f64x2.splat(p);
  const count = (j + 1) * FLOAT;
  let k: usize = 0;
  for (; k + VECTOR <= count; k += VECTOR) {
    const change = f64x2.add(
      f64x2.mul(us, v128.load(product + k)),
      f64x2.mul(ps, v128.load(reflector + k)),
    );
    v128.store(row + k, f64x2.sub(v128.load(row + k), change));
  }
  if (k === count) return;
  const change = u * load<f64>(product + k) + p * load<f64>(reflector + k);
  store<f64>(row + k, load<f64>(row + k) - change);
}

/**
 * One Householder step on a symmetric matrix [n, n], of which the lower triangle is read and overwritten: row i loses all
 * entries before the one beside the diagonal.
 * @param product room for n floats
 * @returns that entry
 */
export function reflectRow(a: usize, n: usize, i: usize, product: usize): f64 {
  const reflector = a + i * n * FLOAT;
  const lastAt = reflector + (i - 1) * FLOAT;
  let scale: f64 = 0;
  for (let k: usize = 0; k < i; k++) scale += Math.abs(load<f64>(reflector + k * FLOAT));
  if (i === 1 || scale === 0) return load<f64>(lastAt);
  let squares: f64 = 0;
  for (let k: usize = 0; k < i; k++) {
    const value = load<f64>(reflector + k * FLOAT) / scale;
    store<f64>(reflector + k * FLOAT, value);
    squares += value * value;
  }
  const last = load<f64>(lastAt);
  const length = last >= 0 ? -Math.sqrt(squares) : Math.sqrt(squares);
  const half = squares - last * length;
  store<f64>(lastAt, last - length);
  multiplyLower(a, n, reflector, i, product);
  let overlap: f64 = 0;
  for (let j: usize = 0; j < i; j++) {
    const value = load<f64>(product + j * FLOAT) / half;
    store<f64>(product + j * FLOAT, value);
    overlap += value * load<f64>(reflector + j * FLOAT);
  }
  const correction = overlap / (2 * half);
  for (let j: usize = 0; j < i; j++) {
    const u = load<f64>(reflector + j * FLOAT);
    const p = load<f64>(product + j * FLOAT) - correction * u;
    store<f64>(product + j * FLOAT, p);
    subtractRow(a + j * n * FLOAT, j, u, p, product, reflector);
  }
  return scale * length;
}
