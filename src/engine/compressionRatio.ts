import { brotliCompressSync, constants } from 'node:zlib';

/** Above it a window needs Brotli's extension for large ones. */
const USUAL_WINDOW_BITS = 24;
const MOST_WINDOW_BITS = 30;
const QUALITY = 4;

/**
 * Compression ratio: bytes of the texts joined by a space over the bytes that Brotli makes of them. The window spans all of
 * the texts, so that wording which rows share far apart counts; DEFLATE's window of 32 KB sees but the neighbours.
 * @returns > 0, higher where texts repeat each other; undefined where there is no text. It grows with the number of rows.
 * Some 50 MB a second. The last digits depend on the version of Brotli in Node.
 * @see Shaib et al. (2024), arXiv 2403.00553, `compression_ratio` of cshaib/diversity. Differs: Brotli instead of gzip,
 * whose program compresses twice.
 */
export function compressionRatio(texts: readonly string[]): number | undefined {
  const bytes = Buffer.from(texts.join(' '));
  if (bytes.length === 0) return undefined;
  const windowBits = Math.min(
    MOST_WINDOW_BITS,
    Math.max(constants.BROTLI_MIN_WINDOW_BITS, Math.ceil(Math.log2(bytes.length + 16))),
  );
  const compressed = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: windowBits,
      [constants.BROTLI_PARAM_LARGE_WINDOW]: windowBits > USUAL_WINDOW_BITS ? 1 : 0,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  return bytes.length / compressed.length;
}
