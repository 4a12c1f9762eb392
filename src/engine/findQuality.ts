import {
  QUALITY_CODES,
  QUALITY_WEIGHTS,
  type QualityCode,
} from '../metrics/quality/qualityCodes.ts';
import { contradictoryLabels } from '../metrics/quality/contradictoryLabels.ts';
import { repeatedIds } from '../metrics/quality/repeatedIds.ts';
import type { Features } from './extractFeatures.ts';
import type { Reading } from './reading.ts';
import type { QualityFinding, SampleNote } from './report.ts';
import { ROWS_KEPT, type RowFinding } from './tasks/qualityOfRow.ts';

/** What single rows, and rows of equal text or identifier, show; the codes in their order, rows ascending. O(rows). */
export function findQuality(
  { rowLines }: Reading,
  { quality, hashes, tags }: Features,
): { readonly findings: readonly QualityFinding[]; readonly sampled: readonly SampleNote[] } {
  const counts = new Map<QualityCode, number>();
  const kept = new Map<QualityCode, RowFinding[]>();
  for (const part of quality) {
    for (const [code, count] of part.counts) counts.set(code, (counts.get(code) ?? 0) + count);
    for (const finding of part.findings) {
      const known = kept.get(finding.code);
      if (known === undefined) kept.set(finding.code, [finding]);
      else if (known.length < ROWS_KEPT) known.push(finding);
    }
  }
  const addRows = (code: QualityCode, rows: readonly number[]) => {
    counts.set(code, rows.length);
    kept.set(
      code,
      rows.slice(0, ROWS_KEPT).map((row) => ({ code, row })),
    );
  };
  addRows('duplicate-id', repeatedIds(quality.flatMap((part) => [...part.ids])));
  addRows('contradictory-label', contradictoryLabels(hashes.whole, tags));
  const findings = QUALITY_CODES.filter((code) => (counts.get(code) ?? 0) > 0).map((code) => ({
    code,
    weight: QUALITY_WEIGHTS[code],
    rows: counts.get(code)!,
    places: kept.get(code)!.map(({ row, excerpt }) => ({
      line: rowLines[row]! + 1,
      ...(excerpt !== undefined && { excerpt }),
    })),
  }));
  return { findings, sampled: cappedNote(findings) };
}

function cappedNote(findings: readonly QualityFinding[]): SampleNote[] {
  const of = findings.reduce((sum, { rows }) => sum + rows, 0);
  const used = findings.reduce((sum, { places }) => sum + places.length, 0);
  if (used === of) return [];
  const message = `Of each kind of quality finding the first ${ROWS_KEPT} rows are listed: ${used} of ${of}.`;
  return [{ what: 'quality-findings', used, of, message }];
}
