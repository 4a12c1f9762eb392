import { fileURLToPath } from 'node:url';
import { loadBytePairTable } from '../../src/engine/loadBytePairTable.ts';
import type { BytePairEncoding } from '../../src/metrics/text/bytePairEncoding.ts';

const assetsFolder = fileURLToPath(new URL('../../media', import.meta.url));

/** The table that goes into the package. */
export const bytePairTable = (encoding: BytePairEncoding) =>
  loadBytePairTable(assetsFolder, encoding);
