import { expect, it } from 'vitest';
import type { Shift } from '../../../../src/engine/compare/comparison.ts';
import { judgeShift } from '../../../../src/engine/compare/judgeShift.ts';

const many = { dataset: 500, reference: 400 };
const shiftOf = (tokens: number, units: number, topics: number): Shift => {
  const test = (pValue: number) => ({
    divergenceBits: 0.1,
    expected: 0.1,
    deviation: 0.01,
    pValue,
    rows: many,
    occurrences: many,
    permutations: 199,
  });
  return { tokens: test(tokens), units: test(units), topics: test(topics) };
};

it('is shifted where a test passes once all are counted, however few rows there are', () => {
  // p.adjust(c(0.3, 0.016, 0.02), "holm") = 0.3, 0.048, 0.048
  const verdict = judgeShift(shiftOf(0.3, 0.016, 0.02), { dataset: 500, reference: 12 });
  expect(verdict).toMatchObject({ code: 'shifted', beyondChance: ['units', 'topics'] });
  expect(verdict.adjustedPValue).toBeCloseTo(0.048, 12);
  // p.adjust(c(0.3, 0.017, 0.02), "holm") = 0.3, 0.051, 0.051
  expect(judgeShift(shiftOf(0.3, 0.017, 0.02), many)).toMatchObject({
    code: 'no-shift-seen',
    beyondChance: [],
  });
});

it('says how little few rows tell', () => {
  const chance = shiftOf(0.3, 0.5, 0.9);
  expect(judgeShift(chance, { dataset: 5000, reference: 199 }).code).toBe(
    'no-shift-seen-in-few-rows',
  );
  expect(judgeShift(shiftOf(0.001, 0.5, 0.9), { dataset: 5000, reference: 9 }).code).toBe(
    'too-few-rows',
  );
  expect(judgeShift({}, many)).toMatchObject({ code: 'too-few-rows', adjustedPValue: 1 });
});
