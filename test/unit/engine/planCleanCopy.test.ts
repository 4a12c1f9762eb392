import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planCleanCopy, type DroppableFlag } from '../../../src/engine/planCleanCopy.ts';

describe('planCleanCopy', () => {
  it('keeps one row of a cluster and says which', () => {
    expect(planCleanCopy([{ kind: 'exact-duplicate', lines: [2, 7, 9], keptLine: 7 }])).toEqual([
      { line: 2, reason: 'exact-duplicate', keptLine: 7 },
      { line: 9, reason: 'exact-duplicate', keptLine: 7 },
    ]);
  });

  it('keeps one row of all that are linked, also across kinds', () => {
    const removed = planCleanCopy([
      { kind: 'exact-duplicate', lines: [2, 10], keptLine: 2 },
      { kind: 'near-duplicate', lines: [2, 10, 12], keptLine: 10 },
    ]);
    expect(removed.map(({ line }) => line)).toEqual([2, 12]);
    expect(removed.every(({ keptLine }) => keptLine === 10)).toBe(true);
  });

  it('keeps a row of each cluster, where clusters share none', () => {
    const removed = planCleanCopy([
      { kind: 'exact-duplicate', lines: [1, 2], keptLine: 1 },
      { kind: 'near-duplicate', lines: [5, 6, 7], keptLine: 6 },
    ]);
    expect(removed).toEqual([
      { line: 2, reason: 'exact-duplicate', keptLine: 1 },
      { line: 5, reason: 'near-duplicate', keptLine: 6 },
      { line: 7, reason: 'near-duplicate', keptLine: 6 },
    ]);
  });

  it('lets another row stand for the cluster where the kept one goes for its own reason', () => {
    const removed = planCleanCopy([
      { kind: 'near-duplicate', lines: [3, 4, 5], keptLine: 3 },
      { kind: 'off-distribution', lines: [3] },
    ]);
    expect(removed).toEqual([
      { line: 3, reason: 'off-distribution' },
      { line: 5, reason: 'near-duplicate', keptLine: 4 },
    ]);
  });

  it('removes a whole cluster whose rows all go for their own reasons', () => {
    const removed = planCleanCopy([
      { kind: 'exact-duplicate', lines: [1, 2], keptLine: 1 },
      { kind: 'off-distribution', lines: [1] },
      { kind: 'off-distribution', lines: [2] },
    ]);
    expect(removed.map(({ reason }) => reason)).toEqual(['off-distribution', 'off-distribution']);
  });

  it('never loses the last row of a group of linked clusters, and never names a removed row as kept', () => {
    const cluster = fc
      .uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 2, maxLength: 6 })
      .map((lines): DroppableFlag => ({
        kind: 'near-duplicate',
        lines: lines.sort((a, b) => a - b),
        keptLine: lines[0]!,
      }));
    fc.assert(
      fc.property(fc.array(cluster, { maxLength: 12 }), (flags) => {
        const removed = new Map(planCleanCopy(flags).map((each) => [each.line, each]));
        for (const { lines } of flags) {
          const stands = (line: number) => removed.get(line)?.keptLine ?? line;
          const keptLines = new Set(lines.map(stands));
          expect(keptLines.size).toBe(1);
          for (const line of keptLines) expect(removed.has(line)).toBe(false);
        }
      }),
    );
  });
});
