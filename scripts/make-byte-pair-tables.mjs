// @ts-check
// node scripts/make-byte-pair-tables.mjs: writes media/bytePairs/ENCODING.bin from the tables of the package gpt-tokenizer,
// which as programs of five megabytes would be read by every thread.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const folder = join(import.meta.dirname, '../media/bytePairs');
export const encodings = ['o200k_base', 'cl100k_base'];

/**
 * The number of tokens (32 bits, little-endian), the length of each in bytes (8 bits), and the
 * bytes of all, one after the other.
 * @param {string} encoding
 * @returns {Promise<Buffer>}
 */
export async function packTable(encoding) {
  /** @type {{ default: readonly (string | readonly number[])[] }} */
  const { default: tokens } = await import(`gpt-tokenizer/bpeRanks/${encoding}`);
  const contents = tokens.map((token) => Buffer.from(/** @type {string} */ (token)));
  const count = Buffer.alloc(4);
  count.writeUInt32LE(tokens.length);
  return Buffer.concat([count, Buffer.from(contents.map(({ length }) => length)), ...contents]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const encoding of encodings) {
    writeFileSync(join(folder, `${encoding}.bin`), await packTable(encoding));
  }
}
