/**
 * One table file, little-endian, as src/metrics/embed/embeddingTable.ts reads it:
 * header u32 [magic, version, rows, columns, lexicons], for each lexicon u32 [keys, units]; then f32 scales [rows];
 * for each lexicon u32 offsets [keys + 1], u32 rows [keys], u16 units, filled up to 4 bytes; then i8 values [rows, columns].
 */
const magic = 0x41525453; // "STRA"
const version = 1;

/**
 * @param {Float32Array} vectors row-major [rows, columns]
 * @param {number} columns
 * @param {{units: Uint16Array, offsets: Uint32Array, rows: Uint32Array}[]} lexicons
 * @returns {Buffer}
 */
export function encodeTable(vectors, columns, lexicons) {
  const rows = vectors.length / columns;
  const { scales, values } = quantised(vectors, rows, columns);
  const sizes = lexicons.flatMap(({ rows: keys, units }) => [keys.length, units.length]);
  const header = Uint32Array.of(magic, version, rows, columns, lexicons.length, ...sizes);
  const parts = [header, scales];
  for (const { offsets, rows: keyRows, units } of lexicons) {
    parts.push(offsets, keyRows, units, new Uint8Array(units.byteLength % 4));
  }
  parts.push(values);
  return Buffer.concat(parts.map((p) => Buffer.from(p.buffer, p.byteOffset, p.byteLength)));
}

/** Each row in steps of its own: scale = largest magnitude / 127. */
function quantised(vectors, rows, columns) {
  const scales = new Float32Array(rows);
  const values = new Int8Array(vectors.length);
  for (let r = 0; r < rows; r++) {
    const row = vectors.subarray(r * columns, (r + 1) * columns);
    const largest = row.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
    scales[r] = largest / 127;
    if (largest > 0) row.forEach((x, c) => (values[r * columns + c] = Math.round(x / scales[r])));
  }
  return { scales, values };
}
