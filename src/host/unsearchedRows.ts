import type { QualityCode } from '../metrics/quality/qualityCodes.ts';
import type { FlagFilter } from '../webview/protocol.ts';
import type { DroppableFlags } from './dropChoices.ts';

/**
 * Findings that a text filter does not look at: it reads the listed flags, and of findings that very many rows have the first
 * ones only are listed.
 * @returns a row counts once for each kind of finding; 0 without a text. O(flags).
 */
export function unsearchedRows(
  { flags, undismissed }: DroppableFlags,
  { kinds, text }: FlagFilter,
): number {
  if ((text ?? '').trim() === '') return 0;
  const listed = new Map<QualityCode | 'row-error', number>();
  const count = (code: QualityCode | 'row-error') => listed.set(code, (listed.get(code) ?? 0) + 1);
  for (const { cause, kind } of flags) {
    if (kind === 'row-error') count(kind);
    if (cause.kind === 'quality') cause.findings.forEach(({ code }) => count(code));
  }
  const all = [
    ...(kinds.includes('row-error') ? [['row-error', undismissed.rowErrors] as const] : []),
    ...(kinds.includes('quality')
      ? undismissed.quality.map(({ code, lines }) => [code, lines] as const)
      : []),
  ];
  return all.reduce(
    (sum, [code, lines]) => sum + Math.max(0, lines.length - (listed.get(code) ?? 0)),
    0,
  );
}
