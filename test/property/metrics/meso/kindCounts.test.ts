import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createKindCounts } from '../../../../src/metrics/meso/kindCounts.ts';
import { measureMeso } from '../../../../src/metrics/meso/measureMeso.ts';
import { tagKinds } from '../../../../src/metrics/meso/tagKinds.ts';

const options = { seed: 1, commonRows: 20 };

const rowsOfTags = fc.array(fc.array(fc.constantFrom('a', 'A', 'b', 'B', 'c', 'd e', '')), {
  maxLength: 30,
});

const measured = (rows: string[][]): ReturnType<typeof measureMeso> => {
  const counts = createKindCounts();
  rows.forEach((tags, row) => counts.add(row, tagKinds(tags)));
  return measureMeso(counts.data(), options);
};

test('measures the same whatever the chunks and the order in which they are merged', () => {
  fc.assert(
    fc.property(
      rowsOfTags,
      fc.integer({ min: 1, max: 7 }),
      fc.func(fc.nat()),
      (rows, size, order) => {
        const chunks = [];
        for (let start = 0; start < rows.length; start += size) {
          const counts = createKindCounts();
          rows
            .slice(start, start + size)
            .forEach((tags, i) => counts.add(start + i, tagKinds(tags)));
          chunks.push({ data: counts.data(), rank: order(start) });
        }
        chunks.sort((a, b) => a.rank - b.rank);
        const merged = createKindCounts();
        for (const { data } of chunks) merged.merge(data);
        expect(measureMeso(merged.data(), options)).toEqual(measured(rows));
      },
    ),
  );
});

test('keeps its figures within their bounds', () => {
  fc.assert(
    fc.property(rowsOfTags, (rows) => {
      const figures = measured(rows);
      if (figures === undefined) return;
      const { q0, q1, q2 } = figures.hill;
      expect(q0).toBe(figures.kinds);
      expect(q0 >= q1 && q1 >= q2 && q2 >= 1).toBe(true);
      expect(figures.rowsWithoutKind).toBeLessThan(figures.rows);
      for (const { count, exampleRows } of figures.top) {
        expect(count).toBeLessThanOrEqual(figures.rows);
        expect(exampleRows).toEqual([...exampleRows].sort((a, b) => a - b));
        expect(exampleRows).toHaveLength(Math.min(count, 5));
      }
    }),
  );
});
