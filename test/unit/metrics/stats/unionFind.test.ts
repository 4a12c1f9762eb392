import { expect, it } from 'vitest';
import { unionFind } from '../../../../src/metrics/stats/unionFind.ts';

it('unionFind names a set by its smallest member, whatever the order of unions', () => {
  const sets = unionFind(6);
  sets.union(5, 4);
  sets.union(4, 2);
  sets.union(3, 5);
  sets.union(2, 2);
  expect([0, 1, 2, 3, 4, 5].map((member) => sets.find(member))).toEqual([0, 1, 2, 2, 2, 2]);
});
