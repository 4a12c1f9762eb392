import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readGlossTable, readPieceTable } from '../../../../src/metrics/embed/embeddingTable.ts';
import { keyLength, type Lexicon } from '../../../../src/metrics/embed/lexicon.ts';
import { builtInTable } from './builtInTable.ts';
import { readGlosses } from '../../../../src/engine/loadEmbeddingTable.ts';

const table = { ...builtInTable, ...readGlosses(builtInTable.glosses) };

const bytesOf = (name: string): ArrayBuffer =>
  new Uint8Array(readFileSync(new URL(`../../../../media/embedding/${name}`, import.meta.url)))
    .buffer;

test('a file cut short is a RangeError that says the lengths', () => {
  const pieces = bytesOf('word-pieces.bin');
  for (const length of [0, 19, 40, 5000, pieces.byteLength - 1]) {
    for (const read of [readPieceTable, readGlossTable]) {
      expect(() => read(pieces.slice(0, length))).toThrow(`got a table file of ${length} bytes`);
    }
  }
});

test.each(['initialPieces', 'continuationPieces', 'chineseWords', 'japaneseWords'] as const)(
  'the keys of %s are not empty, ascend, and stand for rows that exist',
  (name) => {
    const lexicon = table[name];
    const { rows } = name.endsWith('Pieces') ? table.pieceVectors : table.glossVectors;
    let previous = '';
    for (let key = 0; key < lexicon.rows.length; key++) {
      const text = keyText(lexicon, key);
      if (!(text > previous) || lexicon.rows[key]! >= rows) {
        expect.fail(`${text} after ${previous}, row ${lexicon.rows[key]!} of ${rows}`);
      }
      previous = text;
    }
    expect(lexicon.offsets.at(-1)).toBe(lexicon.units.length);
  },
);

test('each dictionary has its own rows', () => {
  const { chineseRows, chineseWords, japaneseWords } = table;
  expect(chineseWords.rows.every((row) => row < chineseRows)).toBe(true);
  expect(japaneseWords.rows.every((row) => row >= chineseRows)).toBe(true);
});

function keyText(lexicon: Lexicon, key: number): string {
  const start = lexicon.offsets[key]!;
  return String.fromCharCode(...lexicon.units.subarray(start, start + keyLength(lexicon, key)));
}
