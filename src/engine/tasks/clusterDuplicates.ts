import type { DuplicateEvidence } from '../duplicateEvidence.ts';
import { nearDuplicatesAt, type DuplicateClusters } from '../nearDuplicatesAt.ts';
import type { InspectSettings } from '../report.ts';
import type { TaskContext } from '../taskContext.ts';

/** The clusters of near-duplicates at other thresholds. @throws RangeError as nearDuplicatesAt does */
export function clusterDuplicates(
  _: TaskContext,
  params: { readonly evidence: DuplicateEvidence; readonly settings: InspectSettings },
): DuplicateClusters {
  return nearDuplicatesAt(params.evidence, params.settings);
}
