import { describe, expect, it } from 'vitest';
import type { ExactCluster } from '../../../../src/engine/report.ts';
import { flagEntries } from '../../../../src/webview/viewModel/flagEntries.ts';
import { sampleReport } from '../sampleReport.ts';

const cluster = (...lines: number[]): ExactCluster => ({
  lines,
  kept: { line: lines[0]!, because: 'first' },
});
const idsOf = (...exactClusters: ExactCluster[]) =>
  new Map(
    flagEntries({
      ...sampleReport,
      nearDuplicates: { ...sampleReport.nearDuplicates, exactClusters },
    })
      .filter(({ kind }) => kind === 'exact-duplicate')
      .map(({ id, lines }) => [lines.join(), id]),
  );

describe('the id of a flag', () => {
  it('is another one for each flag of a report', () => {
    const ids = flagEntries(sampleReport).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('is that of the same cluster at other thresholds, and of no other cluster', () => {
    const before = idsOf(cluster(1, 2, 3), cluster(7, 8));
    const after = idsOf(cluster(7, 8), cluster(1, 2));
    expect(after.get('7,8')).toBe(before.get('7,8'));
    expect([...before.values()]).not.toContain(after.get('1,2'));
  });
});
