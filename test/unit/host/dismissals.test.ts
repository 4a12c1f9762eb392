import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDismissals, writeDismissals } from '../../../src/host/dismissalFile.ts';
import { partDismissed } from '../../../src/host/partDismissed.ts';
import type { FlagEntry } from '../../../src/webview/viewModel/flagEntries.ts';

const cluster = (lines: readonly number[]): FlagEntry => ({
  id: `near-${lines.join('-')}`,
  kind: 'near-duplicate',
  line: lines[0] ?? 1,
  lines,
  severity: 0.5,
  similarity: 0.9,
  cause: { kind: 'near-duplicate', kept: { line: lines[0] ?? 1, because: 'first' } },
});
const hashes = new Map([
  [1, 'a'],
  [2, 'b'],
  [3, 'c'],
]);

describe('the file of dismissals', () => {
  it('comes back as it was written, in a fixed order, one a line', () => {
    const dismissal = fc.record(
      { row: fc.string(), kind: fc.string(), note: fc.string() },
      { requiredKeys: ['row', 'kind'] },
    );
    fc.assert(
      fc.property(fc.uniqueArray(dismissal, { selector: (d) => `${d.kind} ${d.row}` }), (all) => {
        const text = writeDismissals(all);
        expect(parseDismissals(text)).toHaveLength(all.length);
        expect(writeDismissals(parseDismissals(text).toReversed())).toBe(text);
        expect(text.split('\n').filter((line) => line.includes('"row"'))).toHaveLength(all.length);
      }),
    );
  });

  it.each([
    '',
    '[]',
    '{"version": 2, "dismissed": []}',
    '{"version": 1, "dismissed": [{"row": 1}]}',
  ])('is refused, not overwritten, where it is something else: %s', (text) => {
    expect(() => parseDismissals(text)).toThrow();
  });
});

describe('partDismissed', () => {
  const none = { rowErrors: new Uint32Array(), quality: [] };
  const dismiss = (...rows: string[]) => rows.map((row) => ({ row, kind: 'near-duplicate' }));

  it('takes out a cluster of which every row was dismissed', () => {
    const flag = cluster([1, 2]);
    expect(partDismissed([flag], none, dismiss('a', 'b'), hashes)).toEqual({
      flags: [],
      dismissed: [flag],
      undismissed: none,
    });
  });

  it('brings it back when a row joins', () => {
    const flag = cluster([1, 2, 3]);
    expect(partDismissed([flag], none, dismiss('a', 'b'), hashes).flags).toEqual([flag]);
  });

  it('keeps what was dismissed as another kind', () => {
    const flag = cluster([1, 2]);
    const asExact = dismiss('a', 'b').map((each) => ({ ...each, kind: 'exact-duplicate' }));
    expect(partDismissed([flag], none, asExact, hashes).flags).toEqual([flag]);
  });

  it('takes lines of findings out by their content, listed or not', () => {
    const findings = {
      rowErrors: Uint32Array.of(1, 2),
      quality: [{ code: 'refusal' as const, lines: Uint32Array.of(1, 2, 3) }],
    };
    const fine = [
      { row: 'a', kind: 'quality' },
      { row: 'b', kind: 'row-error' },
    ];
    expect(partDismissed([], findings, fine, hashes).undismissed).toEqual({
      rowErrors: Uint32Array.of(1),
      quality: [{ code: 'refusal', lines: Uint32Array.of(2, 3) }],
    });
  });
});
