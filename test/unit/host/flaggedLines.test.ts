import { describe, expect, test } from 'vitest';
import { createFlaggedLines } from '../../../src/host/flaggedLines.ts';
import type { FlagEntry } from '../../../src/webview/viewModel/flagEntries.ts';

const cluster = (lines: number[], severity = 0.5): FlagEntry => ({
  id: `cluster-${lines.join('-')}`,
  kind: 'near-duplicate',
  line: lines[0] ?? 1,
  lines,
  severity,
  cause: { kind: 'near-duplicate', kept: { line: lines[0] ?? 1, because: 'first' } },
});

describe('createFlaggedLines', () => {
  test('steps forwards from any line, round at the end', () => {
    const flagged = createFlaggedLines([cluster([9, 120]), cluster([30, 31])]);
    expect([0, 9, 10, 31, 120, 500].map((line) => flagged.after(line))).toEqual([
      9, 30, 30, 120, 9, 9,
    ]);
  });

  test('steps backwards from any line, round at the start', () => {
    const flagged = createFlaggedLines([cluster([9, 120]), cluster([30, 31])]);
    expect([500, 120, 31, 30, 9, 1].map((line) => flagged.before(line))).toEqual([
      120, 31, 30, 9, 120, 120,
    ]);
  });

  test('goes nowhere when nothing is flagged', () => {
    const flagged = createFlaggedLines([]);
    expect([flagged.count, flagged.after(1), flagged.before(1)]).toEqual([0, undefined, undefined]);
  });

  test('lists all flags of a line, the most severe first', () => {
    const mild = cluster([4, 5], 0.2);
    const severe = cluster([5, 6], 0.9);
    const flagged = createFlaggedLines([mild, severe]);
    expect(flagged.at(5)).toEqual([severe, mild]);
    expect(flagged.at(7)).toEqual([]);
    expect(flagged.count).toBe(3);
  });

  test('gives the worst flags first, each line once, and no more than asked for', () => {
    const mild = cluster([1, 2], 0.2);
    const severe = cluster([2, 3], 0.9);
    const worst = createFlaggedLines([mild, severe]).worst(3);
    expect(worst).toEqual([
      { line: 2, flag: severe },
      { line: 3, flag: severe },
      { line: 1, flag: mild },
    ]);
    expect(createFlaggedLines([mild, severe]).worst(2)).toHaveLength(2);
  });

  test('a huge cluster leaves room for others', () => {
    const huge = cluster(
      Array.from({ length: 5000 }, (_, i) => i + 1),
      0.9,
    );
    const worst = createFlaggedLines([huge, cluster([7000, 7001], 0.1)]).worst(1000);
    expect(worst.map(({ line }) => line)).toContain(7001);
  });
});
