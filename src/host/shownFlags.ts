import type { InputPart } from '../data/inputs/inputPart.ts';
import type { AnalysisSession } from './analysisSession.ts';
import type { FlaggedLines } from './flaggedLines.ts';

/** The flags of a file, and of what it is made: that says where its lines are. */
export interface ShownFlags {
  readonly flaggedLines: FlaggedLines;
  readonly parts: readonly InputPart[] | undefined;
}

/** The flags to show of a file: its broken lines where no line was a row, else those of the last inspection that ended well. */
export function shownFlags({
  state,
  result,
}: Pick<AnalysisSession, 'state' | 'result'>): ShownFlags | undefined {
  if (state.kind === 'failed' && state.broken) {
    return { flaggedLines: state.broken.flaggedLines, parts: state.broken.parts };
  }
  return result && { flaggedLines: result.flaggedLines, parts: result.report.file.parts };
}
