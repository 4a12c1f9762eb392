/**
 * The tokens of many rows in one column (CSR): row i has values[offsets[i]] … values[offsets[i + 1] − 1].
 * `offsets` has rows + 1 entries. A row without the field has no tokens.
 */
export interface TokenColumn {
  readonly values: Uint32Array;
  readonly offsets: Uint32Array;
}
