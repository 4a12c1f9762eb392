import type { EmbeddingMatrix } from '../metrics/embed/embeddingMatrix.ts';

/** Typed arrays in memory that all threads of an inspection see. */
export const sharedUint8 = (length: number) => new Uint8Array(new SharedArrayBuffer(length));
export const sharedUint32 = (length: number) =>
  new Uint32Array(new SharedArrayBuffer(length * Uint32Array.BYTES_PER_ELEMENT));
export const sharedInt32 = (length: number) =>
  new Int32Array(new SharedArrayBuffer(length * Int32Array.BYTES_PER_ELEMENT));
export const sharedFloat64 = (length: number) =>
  new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT));

export function sharedCopy(values: Uint32Array): Uint32Array {
  const copy = sharedUint32(values.length);
  copy.set(values);
  return copy;
}

/** A matrix of `rows` zero vectors, to be filled row by row from many threads. */
export function sharedEmbeddingMatrix(rows: number, dimensions: number): EmbeddingMatrix {
  return {
    rows,
    dimensions,
    values: new Int8Array(new SharedArrayBuffer(rows * dimensions)),
    inverseNorms: new Float32Array(new SharedArrayBuffer(rows * Float32Array.BYTES_PER_ELEMENT)),
  };
}

/** The kernels take rows of whole vectors of lanes; what is added is 0 and changes no cosine. */
const LANES = 64;
export const paddedDimensions = (dimensions: number) => Math.ceil(dimensions / LANES) * LANES;
