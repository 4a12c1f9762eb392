import { describe, expect, it } from 'vitest';
import { nearestRow } from '../../../src/host/nearestRow.ts';
import { sampleReport } from '../webview/sampleReport.ts';

describe('nearestRow', () => {
  it('is another line of an exact cluster', () => {
    expect(nearestRow(sampleReport, 88)).toBe(12);
    expect(nearestRow(sampleReport, 12)).toBe(88);
  });

  it('is the most similar partner in a fuzzy cluster, any member for a copy without a pair', () => {
    expect(nearestRow(sampleReport, 32)).toBe(31);
    expect(nearestRow(sampleReport, 240)).toBe(31);
  });

  it('is the nearest row by meaning of a row far from all', () => {
    expect(nearestRow(sampleReport, 66)).toBe(12);
  });

  it('is undefined for a row that no evidence links to another', () => {
    expect(nearestRow(sampleReport, 145)).toBeUndefined();
    expect(nearestRow(sampleReport, 999_999)).toBeUndefined();
  });
});
