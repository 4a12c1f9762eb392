import {
  QUALITY_CODES,
  QUALITY_WEIGHTS,
  type QualityCode,
} from '../metrics/quality/qualityCodes.ts';
import { contradictoryLabels } from '../metrics/quality/contradictoryLabels.ts';
import { repeatedIds } from '../metrics/quality/repeatedIds.ts';
import type { Features } from './extractFeatures.ts';
import { findingLines, type FindingLines } from './findingLines.ts';
import type { Reading } from './reading.ts';
import type { QualityFinding, SampleNote } from './report.ts';
import { ROWS_KEPT } from './tasks/qualityOfRow.ts';
import { grouped } from '../metrics/text/grouped.ts';

export interface FoundQuality {
  /** The codes in their order, rows ascending. */
  readonly findings: readonly QualityFinding[];
  readonly lines: FindingLines;
  readonly sampled: readonly SampleNote[];
}

/** What single rows, and rows of equal text or identifier, show. O(rows). */
export function findQuality(
  reading: Reading,
  features: Pick<Features, 'quality' | 'hashes' | 'tags'>,
): FoundQuality {
  const rowsOfCode = rowsOfFindings(features);
  const excerpts = new Map<QualityCode, Map<number, string>>();
  for (const { code, row, excerpt } of features.quality.flatMap((part) => part.findings)) {
    if (excerpt === undefined) continue;
    const known = excerpts.get(code);
    if (known) known.set(row, excerpt);
    else excerpts.set(code, new Map([[row, excerpt]]));
  }
  const findings = Array.from(rowsOfCode, ([code, rows]) => ({
    code,
    weight: QUALITY_WEIGHTS[code],
    rows: rows.length,
    places: Array.from(rows.subarray(0, ROWS_KEPT), (row) => {
      const excerpt = excerpts.get(code)?.get(row);
      return { line: reading.rowLines[row]! + 1, ...(excerpt !== undefined && { excerpt }) };
    }),
  }));
  return { findings, lines: findingLines(reading, rowsOfCode), sampled: cappedNote(findings) };
}

/** Rows with a finding of high weight: hardly ever wanted. Of rows with one identifier the first is none of them. O(rows). */
export function rowsOfLowQuality(features: Features): Set<number> {
  const high = [...rowsOfFindings(features)].filter(([code]) => QUALITY_WEIGHTS[code] === 'high');
  return new Set(high.flatMap(([, rows]) => [...rows]));
}

/** The rows of each finding that any row shows, the codes in their order, rows ascending. */
function rowsOfFindings({
  quality,
  hashes,
  tags,
}: Pick<Features, 'quality' | 'hashes' | 'tags'>): Map<QualityCode, Uint32Array> {
  const rowsOfFile: Partial<Record<QualityCode, readonly number[]>> = {
    'duplicate-id': repeatedIds(
      quality.flatMap((part) => [...part.ids]),
      hashes.whole,
    ),
    'contradictory-label': contradictoryLabels(hashes.whole, tags),
  };
  const rowsOfCode = new Map<QualityCode, Uint32Array>();
  for (const code of QUALITY_CODES) {
    const rows = rowsOfFile[code] ?? quality.flatMap((part) => [...(part.rows.get(code) ?? [])]);
    if (rows.length > 0) rowsOfCode.set(code, Uint32Array.from(rows));
  }
  return rowsOfCode;
}

function cappedNote(findings: readonly QualityFinding[]): SampleNote[] {
  const of = findings.reduce((sum, { rows }) => sum + rows, 0);
  const used = findings.reduce((sum, { places }) => sum + places.length, 0);
  if (used === of) return [];
  const message = `Of each kind of quality finding the first ${grouped(ROWS_KEPT)} rows are listed: ${grouped(used)} of ${grouped(of)}.`;
  return [{ what: 'quality-findings', used, of, message }];
}
