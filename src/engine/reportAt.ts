import type { DuplicateEvidence } from './duplicateEvidence.ts';
import { nearDuplicatesAt } from './nearDuplicatesAt.ts';
import type { InspectSettings, Report } from './report.ts';

/**
 * A report with its near-duplicates at other thresholds.
 * @throws RangeError if a threshold is below the floor of the pairs that were kept
 */
export function reportAt(
  report: Report,
  evidence: DuplicateEvidence,
  thresholds: Partial<InspectSettings>,
): Report {
  const settings = { ...report.settings, ...thresholds };
  const clusters = nearDuplicatesAt(evidence, settings);
  return { ...report, settings, nearDuplicates: { ...report.nearDuplicates, ...clusters } };
}
