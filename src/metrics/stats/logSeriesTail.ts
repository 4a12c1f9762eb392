/** Terms that are added one by one; the rest is an integral. */
const TERMS = 200;

/** Euler's constant. */
const EULER = 0.577_215_664_901_532_9;

/**
 * The tail of the series of −ln (1 − z), without the cancellation that subtracting its head brings:
 * Σ_{r ≥ first} z^(r − first + 1) / r.
 * @param z in [0, 1)
 * @param first an integer ≥ 1
 * @returns relative error below 1e-12
 * @throws RangeError if z or `first` is out of its range
 * Two hundred terms, then Euler and Maclaurin's formula. O(1).
 */
export function logSeriesTail(z: number, first: number): number {
  if (!(z >= 0 && z < 1)) throw new RangeError(`got z = ${z}, expected a number in [0, 1)`);
  if (!Number.isInteger(first) || first < 1) {
    throw new RangeError(`got first = ${first}, expected an integer ≥ 1`);
  }
  if (z === 0) return 0;
  let sum = 0;
  let power = z;
  for (let r = first; r < first + TERMS; r++) {
    sum += power / r;
    power *= z;
  }
  if (power < Number.EPSILON * sum) return sum;
  const from = first + TERMS;
  const rate = -Math.log(z);
  const value = power / from;
  const slope = rate + 1 / from;
  const third = rate ** 3 + (3 * rate ** 2) / from + (6 * rate) / from ** 2 + 6 / from ** 3;
  const integral = power * scaledExponentialIntegral(rate * from);
  return sum + integral + value * (1 / 2 + slope / 12 - third / 720);
}

/** e^x E₁(x) for x > 0: a power series below 1, a continued fraction above (Abramowitz & Stegun 5.1.11, 5.1.22). */
function scaledExponentialIntegral(x: number): number {
  if (x <= 1) {
    let sum = -EULER - Math.log(x);
    let term = 1;
    for (let k = 1; k < 30; k++) {
      term *= -x / k;
      sum -= term / k;
    }
    return Math.exp(x) * sum;
  }
  // Lentz's method on 1 / (x + 1 − 1 / (x + 3 − 4 / (x + 5 − …))).
  let b = x + 1;
  let c = Infinity;
  let d = 1 / b;
  let fraction = d;
  for (let k = 1; k < 500; k++) {
    const a = -k * k;
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    fraction *= c * d;
    if (Math.abs(c * d - 1) < Number.EPSILON) break;
  }
  return fraction;
}
