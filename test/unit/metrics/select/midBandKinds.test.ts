import { expect, test } from 'vitest';
import { midBandKinds } from '../../../../src/metrics/select/midBandKinds.ts';
import { kindsOf } from './kindsOf.ts';

test('the kinds of a row are its tokens in the band, each once', () => {
  // Below 234 rows the band is the single count 1.
  const { kindsOfRow } = kindsOf([[7, 7, 3], [3, 9], [], [5, 5]]);
  const found = midBandKinds(kindsOfRow);
  expect(found.band).toMatchObject({ minCount: 1, maxCount: 1, types: 1 });
  expect([...found.tokenOfKind]).toEqual([9]);
  expect([...found.kindsOfRow.offsets]).toEqual([0, 0, 1, 1, 1]);
});

test('in a larger file the band has the frequent tokens of the middle', () => {
  // 11,700 rows: 1 to 50 occurrences.
  const rows = Array.from({ length: 11_700 }, (_, row) => [1, ...(row < 50 ? [2, 2] : [3 + row])]);
  const found = midBandKinds(kindsOf(rows).kindsOfRow);
  expect(found.band).toMatchObject({ minCount: 1, maxCount: 50 });
  expect(found.tokenOfKind.includes(1)).toBe(false);
  expect(found.tokenOfKind.includes(2)).toBe(false);
  expect(found.kinds).toBe(11_650);
});

test('a column without tokens has no kinds', () => {
  expect(midBandKinds(kindsOf([[], []]).kindsOfRow)).toMatchObject({ kinds: 0 });
  expect(midBandKinds(kindsOf([]).kindsOfRow)).toMatchObject({ kinds: 0 });
});
