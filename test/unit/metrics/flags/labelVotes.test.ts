import { expect, test } from 'vitest';
import { findLabelVotes } from '../../../../src/metrics/flags/labelVotes.ts';

/** Two groups of 20 rows whose neighbours are the next three of their group. */
function twoLabels() {
  const labels = Int32Array.from({ length: 40 }, (_, row) => (row < 20 ? 0 : 1));
  const neighbours = Int32Array.from({ length: 120 }, (_, at) => {
    const row = Math.floor(at / 3);
    const start = row < 20 ? 0 : 20;
    return start + ((row - start + 1 + (at % 3)) % 20);
  });
  return { labels, neighbours, similarities: new Float32Array(120).fill(0.8) };
}

test('rows among rows of their own label are left alone', () => {
  expect(findLabelVotes(twoLabels())).toEqual([]);
});

test('a row among another label’s rows is named with the votes and the nearest of these', () => {
  const file = twoLabels();
  file.labels[25] = 0;
  expect(findLabelVotes(file)).toEqual([
    { row: 25, label: 0, otherLabel: 1, labelShare: 0, otherLabelShare: 1, nearestRow: 26 },
  ]);
});

test('a nearer row has the larger vote: its squared similarity', () => {
  const file = twoLabels();
  file.labels[25] = 0;
  file.neighbours.set([26, 1, 27], 75);
  file.similarities.set([0.9, 0.1, 0.9], 75);
  const [vote] = findLabelVotes(file);
  expect(vote!.labelShare).toBeCloseTo(0.01 / (0.81 + 0.01 + 0.81), 6);
});

test('rows without a label neither vote nor are voted on', () => {
  const file = twoLabels();
  file.labels[25] = -1;
  expect(findLabelVotes(file)).toEqual([]);
});

test('labels of few rows, and labels that neighbours cannot tell, say nothing', () => {
  const few = twoLabels();
  few.labels.fill(-1, 28);
  few.labels[25] = 0;
  expect(findLabelVotes(few)).toEqual([]);
  const mixed = twoLabels();
  mixed.labels.forEach((_, row) => (mixed.labels[row] = row % 2));
  expect(findLabelVotes(mixed)).toEqual([]);
});

test('rows of which no neighbour has a label do not make labels look known', () => {
  // 80 rows with labels, none of which says what a row is; 40 of them have a labelled row, of
  // either label, among their nearest.
  const labels = Int32Array.from({ length: 160 }, (_, row) => (row < 80 ? row % 2 : -1));
  const neighbours = Int32Array.from({ length: 160 }, (_, row) =>
    row < 40 ? 40 + (row >> 1) : 80 + (row % 80),
  );
  const similarities = new Float32Array(160).fill(0.8);
  expect(findLabelVotes({ labels, neighbours, similarities })).toEqual([]);
});

test('arrays that do not fit are refused', () => {
  expect(() => findLabelVotes({ ...twoLabels(), similarities: new Float32Array(3) })).toThrow(
    RangeError,
  );
});
