import type { Lexicon } from './lexicon.ts';

/** Vectors quantised to 8 bits: entry (row, column) is scales[row] · values[row · columns + column]. */
export interface VectorTable {
  readonly rows: number;
  readonly columns: number;
  /** [rows] */
  readonly scales: Float32Array;
  /** Row-major [rows, columns]. */
  readonly values: Int8Array;
}

/**
 * What the static embedder knows: typed arrays only, so that over SharedArrayBuffers it reaches worker threads without a copy.
 */
export interface EmbeddingTable {
  /** One row for each id of BERT's uncased vocabulary, in about descending frequency from row 1,996 on. */
  readonly pieceVectors: VectorTable;
  readonly initialPieces: Lexicon;
  readonly continuationPieces: Lexicon;
  /** Chinese words, most frequent first; then Japanese ones, ordered by how common their English gloss is. */
  readonly glossVectors: VectorTable;
  /** Rows 0 … chineseRows − 1 of the glosses are Chinese. */
  readonly chineseRows: number;
  readonly chineseWords: Lexicon;
  readonly japaneseWords: Lexicon;
}

const magic = 0x41525453;
const version = 1;
const headerWords = 5;

/**
 * The table in two files as `scripts/embedding-table` writes them; all arrays are views into the buffers.
 * @param wordPieces bytes of word-pieces.bin
 * @param glosses bytes of glosses.bin
 * @throws RangeError if a buffer is not a table file of this version, or is cut short.
 * O(1) but for counting the Chinese rows. For little-endian machines, as all are that VS Code runs on.
 */
export function readEmbeddingTable(
  wordPieces: ArrayBufferLike,
  glosses: ArrayBufferLike,
): EmbeddingTable {
  const pieces = readTableFile(wordPieces);
  const words = readTableFile(glosses);
  if (pieces.vectors.columns !== words.vectors.columns) {
    throw new RangeError(
      `got tables of ${pieces.vectors.columns} and ${words.vectors.columns} columns, expected equal ones`,
    );
  }
  const [initialPieces, continuationPieces] = pieces.lexicons;
  const [chineseWords, japaneseWords] = words.lexicons;
  let chineseRows = 0;
  for (const row of chineseWords.rows) chineseRows = Math.max(chineseRows, row + 1);
  return {
    pieceVectors: pieces.vectors,
    initialPieces,
    continuationPieces,
    glossVectors: words.vectors,
    chineseRows,
    chineseWords,
    japaneseWords,
  };
}

function readTableFile(buffer: ArrayBufferLike): {
  vectors: VectorTable;
  lexicons: [Lexicon, Lexicon];
} {
  let byteOffset = 0;
  const take = (bytes: number): number => {
    const start = byteOffset;
    byteOffset += bytes;
    if (byteOffset > buffer.byteLength) {
      throw new RangeError(
        `got a table file of ${buffer.byteLength} bytes, expected ${byteOffset} or more`,
      );
    }
    return start;
  };
  const uint32s = (length: number): Uint32Array =>
    new Uint32Array(buffer, take(4 * length), length);

  const header = uint32s(headerWords);
  if (header[0] !== magic || header[1] !== version || header[4] !== 2) {
    throw new RangeError(
      `got a file that begins with ${header.join(' ')}, expected an embedding table of version ${version}`,
    );
  }
  const rows = header[2]!;
  const columns = header[3]!;
  const sizes = uint32s(4);
  const scales = new Float32Array(buffer, take(4 * rows), rows);
  const readLexicon = (keys: number, unitCount: number): Lexicon => ({
    offsets: uint32s(keys + 1),
    rows: uint32s(keys),
    units: new Uint16Array(buffer, take(2 * (unitCount + (unitCount % 2))), unitCount),
  });
  const lexicons: [Lexicon, Lexicon] = [
    readLexicon(sizes[0]!, sizes[1]!),
    readLexicon(sizes[2]!, sizes[3]!),
  ];
  const values = new Int8Array(buffer, take(rows * columns), rows * columns);
  return { vectors: { rows, columns, scales, values }, lexicons };
}
