import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encodings, folder, packTable } from '../../scripts/make-byte-pair-tables.mjs';
import { BYTE_PAIR_ENCODINGS } from '../../src/metrics/text/bytePairEncoding.ts';

test('every encoding has a table', () => {
  expect(encodings).toEqual(BYTE_PAIR_ENCODINGS);
});

test.each(encodings)('%s: the table is what the script makes of the package', async (encoding) => {
  const file = readFileSync(join(folder, `${encoding}.bin`));
  expect(file.equals(await packTable(encoding))).toBe(true);
});
