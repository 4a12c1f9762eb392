// AssemblyScript, compiled to WebAssembly by scripts/build-kernels.mjs; the twin that defines what it must return is
// addVector in ../vectorAdder.ts. Addresses are byte offsets into the module's memory.

const VECTOR: usize = 16;

/** sum[k] += vector[k] for `count` floats of 32 bits, a multiple of 4. */
export function addVector(sum: usize, vector: usize, count: usize): void {
  const end = sum + 4 * count;
  while (sum < end) {
    v128.store(sum, f32x4.add(v128.load(sum), v128.load(vector)));
    sum += VECTOR;
    vector += VECTOR;
  }
}
