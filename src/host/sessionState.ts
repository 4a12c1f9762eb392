import type { AnalysisErrorCode } from '../data/analysisError.ts';
import type { BrokenLines } from '../data/brokenLines.ts';
import type { ByteSource } from '../data/byteReader.ts';
import type { FieldSelection } from '../data/rowTypes.ts';
import type { FindingLines } from '../engine/findingLines.ts';
import type { Inspection, PartialReport, Progress } from '../engine/inspection.ts';
import type { ConvertPhase } from '../engine/jobs/convertInput.ts';
import type { JobProgress } from '../engine/jobs/job.ts';
import type { RecordThread } from '../engine/recordThread.ts';
import type { FlagEntry } from '../webview/viewModel/flagEntries.ts';
import type { FlaggedLines } from './flaggedLines.ts';
import type { SourceFacts } from './sourceOf.ts';

export interface SessionResult extends Inspection, SourceFacts {
  readonly source: ByteSource;
  readonly selection: FieldSelection;
  readonly durationMs: number;
  /** What was wrong with the settings, in a sentence each. */
  readonly settingFaults: readonly string[];
  readonly flags: readonly FlagEntry[];
  /** Flags that the person said are fine. */
  readonly dismissed: readonly FlagEntry[];
  /** All lines of row errors and quality findings that nobody dismissed. */
  readonly undismissed: FindingLines;
  /** The lines of the flags that nobody dismissed. */
  readonly flaggedLines: FlaggedLines;
  /** Reads single rows back. */
  readonly records: RecordThread;
}

export type SessionProgress = Progress | JobProgress<ConvertPhase>;

export type SessionState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'running';
      readonly progress: SessionProgress;
      readonly partial?: PartialReport;
    }
  | {
      readonly kind: 'failed';
      readonly code: AnalysisErrorCode | 'unknown';
      readonly message: string;
      /** Where no line was a row: what is wrong with them. */
      readonly broken?: BrokenLines & { readonly flaggedLines: FlaggedLines };
    }
  | {
      readonly kind: 'done';
      readonly result: SessionResult;
      /** A newer inspection was begun and cancelled. */
      readonly isNewerCancelled?: true;
    };

/**
 * What changed: the kind of state (or what should be known about the file), the progress, what is known so far, the flags
 * of a finished inspection, for other thresholds, the map of the rows, or what is measured of a selection.
 */
export type SessionChange = 'state' | 'progress' | 'partial' | 'flags' | 'map' | 'selection';

/** What became of the file since it was inspected. */
export type FileFate = 'unchanged' | 'edited' | 'changed-on-disk' | 'deleted';
