import { expect, test } from 'vitest';
import { countFields, mergeFieldCounts, rankFields } from '../../../src/data/availableFields.ts';

test('top-level keys are ranked by rows, then by name, however the file was divided', () => {
  const first = new Map<string, number>();
  countFields(first, { b: 1, a: { deep: 1 } });
  const second = new Map<string, number>();
  countFields(second, JSON.parse('{"__proto__":1,"a":null,"c":2}') as Record<string, unknown>);

  const expected = [
    { name: 'a', rows: 2 },
    { name: '__proto__', rows: 1 },
    { name: 'b', rows: 1 },
    { name: 'c', rows: 1 },
  ];
  const merged = new Map(first);
  mergeFieldCounts(merged, second);
  expect(rankFields(merged)).toEqual(expected);

  mergeFieldCounts(second, first);
  expect(rankFields(second)).toEqual(expected);
  expect(rankFields(second, 1)).toEqual(expected.slice(0, 1));
});
