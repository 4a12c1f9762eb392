/**
 * Sorted lexicon from [key, row] pairs; the first row given for a key stays.
 * @param {Iterable<readonly [string, number]>} entries
 */
export function buildLexicon(entries) {
  const rowOf = new Map();
  for (const [key, row] of entries) if (!rowOf.has(key)) rowOf.set(key, row);
  // The default order of Array.prototype.sort is that of UTF-16 code units.
  const keys = [...rowOf.keys()].sort();
  const offsets = new Uint32Array(keys.length + 1);
  keys.forEach((key, k) => (offsets[k + 1] = offsets[k] + key.length));
  const units = new Uint16Array(offsets.at(-1));
  keys.forEach((key, k) => {
    for (let i = 0; i < key.length; i++) units[offsets[k] + i] = key.charCodeAt(i);
  });
  return { units, offsets, rows: Uint32Array.from(keys, (key) => rowOf.get(key)) };
}

/** BERT's vocabulary file (one piece per line, the line number is the id) as the lexicons of wordPiece.ts. */
export function wordPieceLexicons(vocabularyText) {
  const pieces = vocabularyText.trimEnd().split('\n');
  const initial = [];
  const continuation = [];
  pieces.forEach((piece, id) => {
    if (/^\[.+\]$/.test(piece)) return;
    if (piece.startsWith('##') && piece.length > 2) continuation.push([piece.slice(2), id]);
    else initial.push([piece, id]);
  });
  return {
    pieceCount: pieces.length,
    initial: buildLexicon(initial),
    continuation: buildLexicon(continuation),
  };
}
