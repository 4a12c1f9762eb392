import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BytePairEncoding } from '../metrics/text/bytePairEncoding.ts';
import { readBytePairTable, type BytePairTable } from '../metrics/text/bytePairTable.ts';

/**
 * The table of an encoding.
 * @param assetsFolder media/ of the package
 * @throws the file system's error where the file cannot be read, RangeError where it is not a table
 */
export function loadBytePairTable(assetsFolder: string, encoding: BytePairEncoding): BytePairTable {
  return readBytePairTable(
    encoding,
    readFileSync(join(assetsFolder, 'bytePairs', `${encoding}.bin`)),
  );
}
