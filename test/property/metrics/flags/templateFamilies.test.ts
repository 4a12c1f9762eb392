import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { templateFamilies } from '../../../../src/metrics/flags/templateFamilies.ts';
import { tokenColumnBuilder } from '../../../../src/metrics/text/tokenColumn.ts';

const limits = { minFrameTokens: 4, maxSlotTokens: 3 };
const options = { words: limits, characters: limits, minSlotValues: 3, valuesListed: 2 };

const familiesOf = (rows: readonly (readonly number[])[]) => {
  const column = tokenColumnBuilder();
  for (const row of rows) {
    for (const token of row) column.push(token);
    column.endRow();
  }
  const texts = rows.map((row) => row.join(' '));
  const firstEqual = Int32Array.from(texts, (text) => texts.indexOf(text));
  return templateFamilies(column.build(), firstEqual, new Uint8Array(rows.length), options);
};

/** Every frame with enough different fillings, by trying all cuts of all rows. */
function framesByBruteForce(rows: readonly (readonly number[])[]): Map<string, Set<string>> {
  const fillings = new Map<string, Set<string>>();
  for (const row of rows) {
    for (let start = 0; start < row.length; start++) {
      for (let end = start + 1; end <= Math.min(row.length, start + 3); end++) {
        if (row.length - (end - start) < Math.max(4, 2 * (end - start))) continue;
        const frame = `${row.slice(0, start).join(' ')}|${row.slice(end).join(' ')}`;
        const known = fillings.get(frame) ?? new Set();
        fillings.set(frame, known.add(row.slice(start, end).join(' ')));
      }
    }
  }
  return new Map([...fillings].filter(([, values]) => values.size >= 3));
}

describe('templateFamilies', () => {
  // Two or three tokens: frames are many and overlap.
  const row = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 11 });

  it('leaves no frame with enough fillings among the rows in no family, and makes no family without', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const families = familiesOf(rows);
        const frames = framesByBruteForce(rows);
        const inFamily = new Set<number>();
        for (const { prefixTokens, suffixTokens, rows: members, slotValues } of families) {
          const values = new Set<string>();
          for (const member of members) {
            expect(inFamily.has(member)).toBe(false);
            inFamily.add(member);
            const tokens = rows[member]!;
            const end = tokens.length - suffixTokens;
            const first = rows[members[0]!]!;
            expect(tokens.slice(0, prefixTokens)).toEqual(first.slice(0, prefixTokens));
            expect(tokens.slice(end)).toEqual(first.slice(first.length - suffixTokens));
            expect(end - prefixTokens).toBeGreaterThanOrEqual(1);
            expect(end - prefixTokens).toBeLessThanOrEqual(3);
            expect(tokens.length).toBeGreaterThanOrEqual(3 * (end - prefixTokens));
            values.add(tokens.slice(prefixTokens, end).join(' '));
          }
          expect(values.size).toBe(slotValues);
          expect(slotValues).toBeGreaterThanOrEqual(3);
        }
        const left = rows.filter((_, index) => !inFamily.has(index));
        expect(framesByBruteForce(left).size).toBe(0);
        if (frames.size > 0) expect(families.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  it('takes the frame that explains most tokens', () => {
    const rows = [10, 11, 12, 13].map((item) => [1, 2, 3, 4, item, 5]);
    const family = { prefixTokens: 4, suffixTokens: 1, rows: [0, 1, 2, 3], slotValues: 4 };
    expect(familiesOf(rows)).toMatchObject([family]);
  });
});
