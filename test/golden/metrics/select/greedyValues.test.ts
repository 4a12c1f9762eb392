import { describe, expect, test } from 'vitest';
import { findDistinctRows } from '../../../../src/metrics/embed/distinctRows.ts';
import { pairwiseCosines } from '../../../../src/metrics/macro/pairwiseCosines.ts';
import { facilityLocation } from '../../../../src/metrics/select/facilityLocation.ts';
import { kCentre } from '../../../../src/metrics/select/kCentre.ts';
import { lazyGreedy } from '../../../../src/metrics/select/lazyGreedy.ts';
import { novelSelect } from '../../../../src/metrics/select/novelSelect.ts';
import type { Picks } from '../../../../src/metrics/select/picks.ts';
import { matrixOf } from '../../../unit/metrics/embed/matrixOf.ts';
import values from './greedyValues.json' with { type: 'json' };

const matrix = matrixOf(values.rows);
const cosines = pairwiseCosines(matrix);
const all = Array.from({ length: matrix.rows }, (_, row) => row);
const request = (order: readonly number[]) => ({
  candidates: Uint32Array.from(order),
  chosen: new Uint32Array(0),
  size: 12,
});
/** The row that the reference starts with comes first. */
const fromFive = request([5, ...all.filter((row) => row !== 5)]);

function expectPicks(picks: Picks, expected: { rows: number[]; gains: number[] }): void {
  expect([...picks.rows]).toEqual(expected.rows);
  picks.gains.forEach((gain, at) => expect(gain).toBeCloseTo(expected.gains[at]!, 5));
}

describe('the greedy choices of the reference in numpy', () => {
  test('UmeanNever/NovelSum: novelselect', () => {
    const { firstEqualRow } = findDistinctRows(matrix, 1);
    expectPicks(novelSelect(cosines, matrix.rows, firstEqualRow, fromFive), values.novelSelect);
  });

  test('plain greedy facility location', () => {
    const objective = facilityLocation(cosines, matrix.rows);
    expectPicks(lazyGreedy(objective, request(all)), values.facilityLocation);
  });

  test('k-centre', () => {
    expectPicks(kCentre(cosines, matrix.rows, fromFive), values.kCentre);
  });
});
