import type { QualityFinding } from '../../engine/report.ts';

/** The findings of high weight first, else in the report's order. */
export function byWeight(findings: readonly QualityFinding[]): QualityFinding[] {
  const weights = ['high', 'low'];
  return findings.toSorted((a, b) => weights.indexOf(a.weight) - weights.indexOf(b.weight));
}
