import { describe, expect, it } from 'vitest';
import { combinedPicker } from '../../../../src/engine/select/combinedPicker.ts';
import type { FieldKinds } from '../../../../src/engine/select/fieldKinds.ts';
import type { SelectWeights } from '../../../../src/engine/select/selection.ts';
import { coveredEvenly, kindCoverage } from '../../../../src/metrics/select/kindCoverage.ts';
import { lazyGreedy } from '../../../../src/metrics/select/lazyGreedy.ts';
import { rowsPerKind } from '../../../../src/metrics/select/rowKinds.ts';
import { hillNumbers } from '../../../../src/metrics/stats/hillNumbers.ts';
import { permutation } from '../../../../src/metrics/stats/permutation.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';
import { allRows, kindsOf } from '../../metrics/select/kindsOf.ts';

const NONE: SelectWeights = { macro: 0, meso: 0, micro: 0, reference: 0, length: 0 };
const EQUAL: SelectWeights = { ...NONE, macro: 1, meso: 1, micro: 1 };

/**
 * Rows of a few topics and task units, most of them of the first, each with many tokens; rows of the frequent topic are the
 * longest, so that whoever goes by tokens alone stays with it.
 */
function unevenFile(rows: number, seed: number): FieldKinds[] {
  const random = createRandom(seed);
  const skewed = (kinds: number) => Math.floor(kinds * random() ** 3);
  const topics = Array.from({ length: rows }, () => skewed(6));
  const tokens = topics.map((topic) =>
    Array.from(new Set(Array.from({ length: topic === 0 ? 40 : 8 }, () => skewed(900)))),
  );
  const field = (level: FieldKinds['level'], kinds: number[][]): FieldKinds => ({
    ...kindsOf(kinds),
    level,
    field: 'instruction',
    nameOf: String,
    measured: allRows(rows),
    isSample: false,
  });
  return [
    field(
      'macro',
      topics.map((topic) => [topic]),
    ),
    field(
      'meso',
      topics.map(() => [skewed(30)]),
    ),
    field('micro', tokens),
  ];
}

const request = (rows: number, size: number) => ({
  candidates: permutation(rows, createRandom(7)),
  chosen: new Uint32Array(0),
  size,
});
const widthOf = (kinds: FieldKinds, rows: Uint32Array) => hillNumbers(rowsPerKind(kinds, rows))!.q1;

describe('the weighted sum of aims', () => {
  it.each([1, 2, 3])('widens every level beyond chance at equal weights (file %i)', (seed) => {
    const fields = unevenFile(800, seed);
    const { candidates, ...rest } = request(800, 80);
    const lengths = new Float64Array(800);
    const { rows } = combinedPicker({ fields, lengths }, EQUAL)({ candidates, ...rest });
    for (const kinds of fields) {
      const random = Array.from({ length: 40 }, (_, draw) =>
        widthOf(kinds, permutation(800, createRandom(100 + draw)).slice(0, 80)),
      );
      expect(widthOf(kinds, rows), kinds.level).toBeGreaterThan(Math.max(...random));
    }
  });

  it('chooses for one aim alone what the greedy choice by it is', () => {
    const fields = unevenFile(300, 4);
    const asked = request(300, 30);
    const lengths = new Float64Array(300);
    for (const kinds of fields) {
      const { rows } = combinedPicker({ fields, lengths }, { ...NONE, [kinds.level]: 3 })(asked);
      expect(rows).toEqual(lazyGreedy(kindCoverage(kinds, coveredEvenly), asked).rows);
    }
  });

  it('does not depend on the unit in which an aim is told', () => {
    const fields = unevenFile(300, 5);
    const asked = request(300, 30);
    const lengths = Float64Array.from({ length: 300 }, (_, row) => ((row * 7) % 300) / 512);
    const weights = { ...EQUAL, length: 1 };
    const { rows } = combinedPicker({ fields, lengths }, weights)(asked);
    const inOtherUnits = lengths.map((length) => 1024 * length);
    expect(combinedPicker({ fields, lengths: inOtherUnits }, weights)(asked).rows).toEqual(rows);
  });

  it('leaves out an aim by which no choice is better than another', () => {
    const [macro, meso, micro] = unevenFile(200, 6);
    const alike = { ...meso!, ...kindsOf(Array.from({ length: 200 }, () => [0])) };
    const asked = request(200, 20);
    const lengths = new Float64Array(200).fill(0.5);
    const pick = (fields: readonly FieldKinds[], weights: SelectWeights) =>
      combinedPicker({ fields, lengths }, weights)(asked).rows;
    expect(pick([macro!, alike, micro!], { ...EQUAL, length: 1 })).toEqual(
      pick([macro!, micro!], EQUAL),
    );
  });
});
