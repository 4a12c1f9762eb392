import { describe, expect, it } from 'vitest';
import { exactGroups } from '../../../../src/metrics/flags/exactGroups.ts';
import { firstEqualRows } from '../../../../src/metrics/flags/firstEqualRows.ts';
import { normalizedHash } from '../../../../src/metrics/text/normalizedHash.ts';

const hashesOf = (rows: readonly string[]) =>
  Uint32Array.from(
    rows.flatMap((text) => {
      const { high, low } = normalizedHash([text]);
      return [high, low];
    }),
  );

describe('exactGroups', () => {
  it('groups rows that are equal after normalisation, in the order of their first rows', () => {
    const rows = ['b', 'a', 'c', 'A', ' b ', 'd', 'a\n'];
    expect(exactGroups(firstEqualRows(hashesOf(rows)))).toEqual([
      [0, 4],
      [1, 3, 6],
    ]);
  });

  it('leaves out rows without text', () => {
    expect(exactGroups(firstEqualRows(hashesOf(['', ' ', 'a', ''])))).toEqual([]);
  });

  it('compares both halves of the hash', () => {
    expect(exactGroups(firstEqualRows(Uint32Array.of(1, 5, 2, 5, 1, 6, 1, 5)))).toEqual([[0, 3]]);
  });

  it('takes no rows, and ten thousand equal ones', () => {
    expect(exactGroups(new Int32Array(0))).toEqual([]);
    expect(exactGroups(firstEqualRows(new Uint32Array(20_000).fill(9)))[0]).toHaveLength(10_000);
  });

  it('throws RangeError for half a hash', () => {
    expect(() => firstEqualRows(new Uint32Array(3))).toThrow(RangeError);
  });
});
