import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { loadEmbeddingTable } from '../../../../src/engine/loadEmbeddingTable.ts';
import { wordPieces } from '../../../../src/metrics/embed/wordPiece.ts';
import cases from './wordPieceIds.json';

const table = loadEmbeddingTable(
  fileURLToPath(new URL('../../../../media/embedding', import.meta.url)),
);
const vocabulary = { initial: table.initialPieces, continuation: table.continuationPieces };

test.each(cases)('WordPiece ids are the reference tokenizer’s for $text', ({ text, ids }) => {
  expect(wordPieces(text, vocabulary)).toEqual(ids);
});

test('un ##aff ##able is as in the README of google-research/bert', () => {
  // Lines 14478, 20962 and 3469 of its vocabulary file, counted from 1.
  expect(wordPieces('unaffable', vocabulary)).toEqual([14477, 20961, 3468]);
});
