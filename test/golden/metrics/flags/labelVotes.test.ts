import { expect, test } from 'vitest';
import { neighboursOfRows } from '../../../../src/metrics/embed/neighbours.ts';
import { prepareNeighbours } from '../../../../src/metrics/embed/neighboursIndex.ts';
import { findLabelVotes } from '../../../../src/metrics/flags/labelVotes.ts';
import { matrixOf } from '../../../unit/metrics/embed/matrixOf.ts';
import known from './labelVotes.json' with { type: 'json' };

// Values made by labelVotes.py, beside this file.
test('rows among those of another label', () => {
  const matrix = matrixOf(known.rows);
  const { rows, similarities } = neighboursOfRows(
    prepareNeighbours(matrix, 1),
    matrix,
    0,
    matrix.rows,
  );
  const labels = Int32Array.from(known.labels);
  const found = findLabelVotes({ labels, neighbours: rows, similarities });
  expect(found.map(({ row }) => row)).toEqual(known.votes.map(({ row }) => row));
  found.forEach(({ labelShare, otherLabelShare, ...vote }, at) => {
    const expected = known.votes[at]!;
    expect(expected).toMatchObject(vote);
    expect(labelShare).toBeCloseTo(expected.labelShare, 6);
    expect(otherLabelShare).toBeCloseTo(expected.otherLabelShare, 6);
  });
});
