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

/** What is known of words and their pieces. */
export interface PieceTable {
  /** One row for each id of BERT's uncased vocabulary, in about descending frequency from row 1,996 on. */
  readonly pieceVectors: VectorTable;
  readonly initialPieces: Lexicon;
  readonly continuationPieces: Lexicon;
}

/** What is known of Chinese and Japanese words. */
export interface GlossTable {
  /** Chinese words, most frequent first; then Japanese ones, ordered by how common their English gloss is. */
  readonly glossVectors: VectorTable;
  /** Rows 0 … chineseRows − 1 of the glosses are Chinese. */
  readonly chineseRows: number;
  readonly chineseWords: Lexicon;
  readonly japaneseWords: Lexicon;
}

/** The bytes of a GlossTable, which are read when the first Chinese or Japanese word comes up. */
export interface GlossFile {
  readonly path: string;
  /** Zeros until then. */
  readonly bytes: SharedArrayBuffer;
  /** One number, 1 once they are read. */
  readonly isRead: Uint8Array<SharedArrayBuffer>;
}

/** What the static embedder knows: plain data, which over SharedArrayBuffers reaches worker threads without a copy. */
export interface EmbeddingTable extends PieceTable {
  readonly glosses: GlossFile;
}

const magic = 0x41525453;
const version = 1;
const headerWords = 5;

/**
 * The table in word-pieces.bin as `scripts/embedding-table` writes it; all arrays are views into the buffer.
 * @throws RangeError if the buffer is not a table file of this version, or is cut short.
 * O(1). For little-endian machines, as all are that VS Code runs on.
 */
export function readPieceTable(buffer: ArrayBufferLike): PieceTable {
  const { vectors, lexicons } = readTableFile(buffer);
  const [initialPieces, continuationPieces] = lexicons;
  return { pieceVectors: vectors, initialPieces, continuationPieces };
}

/** The same for glosses.bin; O(1) but for counting the Chinese rows. */
export function readGlossTable(buffer: ArrayBufferLike): GlossTable {
  const { vectors, lexicons } = readTableFile(buffer);
  const [chineseWords, japaneseWords] = lexicons;
  let chineseRows = 0;
  for (const row of chineseWords.rows) chineseRows = Math.max(chineseRows, row + 1);
  return { glossVectors: vectors, chineseRows, chineseWords, japaneseWords };
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
