import type { DroppableFlag } from '../engine/planCleanCopy.ts';
import type { FindingLines } from '../engine/findingLines.ts';
import type { QualityCode } from '../metrics/quality/qualityCodes.ts';
import { FLAG_KINDS, type FlagFilter, type FlagKind } from '../webview/protocol.ts';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import { filterFlags } from '../webview/viewModel/queryFlags.ts';
import type { Wording } from '../webview/viewModel/wording.ts';

/** What a clean copy can leave out: all flags of one kind, or all rows with one kind of quality finding. */
export interface DropChoice {
  /** What the manifest gives as the reason: `near-duplicate`, `quality: refusal`. */
  readonly reason: string;
  readonly kind: FlagKind;
  readonly code?: QualityCode;
  readonly flags: readonly DroppableFlag[];
}

/** The flags of a file that nobody dismissed, and the lines of those that are too many to be listed. */
export interface DroppableFlags {
  readonly flags: readonly FlagEntry[];
  readonly undismissed: FindingLines;
}

/**
 * What can be left out of a copy, by kind of flag and of quality finding. Row errors and quality findings are complete, also
 * where the report lists the first ones only, unless the filter asks for a text, which is looked for in listed flags.
 * @returns those with any line. O(flags + lines).
 */
export function dropChoices(
  { flags, undismissed }: DroppableFlags,
  filter: FlagFilter,
  wording: Wording,
): DropChoice[] {
  const passing = filterFlags(flags, filter, wording);
  const isListedOnly = (filter.text ?? '').trim() !== '';
  const choicesOf = (kind: FlagKind): DropChoice[] => {
    const ofKind = passing.filter((flag) => flag.kind === kind);
    if (kind === 'quality') {
      const found = isListedOnly ? listedFindings(ofKind) : undismissed.quality;
      return found.map(({ code, lines }) => choiceOfLines(kind, lines, code));
    }
    if (kind === 'row-error' && !isListedOnly) return [choiceOfLines(kind, undismissed.rowErrors)];
    return [{ reason: kind, kind, flags: ofKind.map(toDroppable) }];
  };
  return FLAG_KINDS.filter((kind) => filter.kinds.includes(kind))
    .flatMap(choicesOf)
    .filter((choice) => choice.flags.length > 0);
}

function choiceOfLines(kind: FlagKind, lines: ArrayLike<number>, code?: QualityCode): DropChoice {
  const reason = code === undefined ? kind : `${kind}: ${code}`;
  const flags = lines.length > 0 ? [{ kind: reason, lines: Array.from(lines) }] : [];
  return { reason, kind, ...(code && { code }), flags };
}

function listedFindings(flags: readonly FlagEntry[]) {
  const byCode = new Map<QualityCode, number[]>();
  for (const { line, cause } of flags) {
    if (cause.kind !== 'quality') continue;
    for (const { code } of cause.findings) {
      const lines = byCode.get(code);
      if (lines) lines.push(line);
      else byCode.set(code, [line]);
    }
  }
  return Array.from(byCode, ([code, lines]) => ({ code, lines }));
}

/** Of a cluster one line stays; a contained row stands in a longer one. */
function toDroppable({ kind, lines, cause }: FlagEntry): DroppableFlag {
  if ('kept' in cause) return { kind, lines, keptLine: cause.kept.line };
  if (cause.kind !== 'contained') return { kind, lines };
  const pair = [...lines, cause.inLine].sort((a, b) => a - b);
  return { kind, lines: pair, keptLine: cause.inLine };
}
