import type { FieldPlan } from '../data/fieldPlan.ts';
import type { LineRange } from './chunks.ts';
import type { DataFile } from './dataFile.ts';
import type { DuplicateEvidence } from './duplicateEvidence.ts';
import type { EmbeddingEndpoint } from './embeddingEndpoint.ts';
import type { JobProgress } from './jobs/job.ts';
import type { FindingLines } from './findingLines.ts';
import type { PhaseTiming } from './phaseClock.ts';
import type { RowTags } from './rowTags.ts';
import type { InspectSettings, Levels, Report } from './report.ts';
import type { SendQuestion } from './requestEmbeddings.ts';
import type { RowColumns } from './rowColumns.ts';
import type { RowMap } from './rowMap.ts';

export interface InspectRequest extends DataFile {
  readonly settings: InspectSettings;
  /** Whom to ask for embeddings instead of the built-in embedder; nothing is sent before the listener agrees. */
  readonly endpoint?: EmbeddingEndpoint;
  /** Worker threads that measure, ≥ 1. The report does not depend on it. */
  readonly threads: number;
  /** The extension's media folder, which holds the embedding table. */
  readonly assetsFolder: string;
  /** The lines to measure, ascending; absent = all. What the fields are is seen from the whole file all the same. */
  readonly lines?: readonly LineRange[];
  /** Whether the rows are laid out on a map once the report is done. */
  readonly withMap?: boolean;
  /** Kinds of the meso level that a language model gave; the rows that have none are not counted there. */
  readonly rowTags?: RowTags;
}

export type Phase =
  | 'index'
  | 'micro'
  | 'features'
  | 'macro'
  | 'near-duplicates'
  | 'off-distribution'
  | 'meso'
  | 'wording';

export type Progress = JobProgress<Phase>;

/** What is known so far: first the micro level of the file's beginning, then level by level of the whole file. */
export type PartialReport = Pick<Report, 'file' | 'fields' | 'sampled'> & {
  readonly levels: Partial<Levels>;
};

/** A finished inspection: the report, and where each line begins so that a row can be read back by its bytes. */
export interface Inspection {
  readonly report: Report;
  /** Byte offset of the start of each line, and of the end of the file: lines + 1 values. */
  readonly lineStarts: Float64Array;
  readonly plan: FieldPlan;
  /** What the clusters of near-duplicates are made of: clusters at another threshold need no new inspection. */
  readonly duplicates: DuplicateEvidence;
  readonly rows: RowColumns;
  readonly findingLines: FindingLines;
  readonly timings: readonly PhaseTiming<Phase>[];
}

/** A running inspection, seen from the host or the terminal. */
export interface RunningInspection {
  /** Rejects with an AnalysisError; always settles. */
  readonly result: Promise<Inspection>;
  /** Comes after the result; undefined where no map was asked for, or none could be made. Never rejects. */
  readonly map: Promise<RowMap | undefined>;
  cancel(): void;
}

export interface InspectionListener {
  onProgress?(progress: Progress): void;
  onPartial?(partial: PartialReport): void;
  /** Asked before texts are sent to the endpoint; without it none are. */
  askToSend?(question: SendQuestion): Promise<boolean>;
}

/** Starts an inspection in a worker thread: the one door of the engine, in runInspection.ts. */
export type StartInspection = (
  request: InspectRequest,
  listener: InspectionListener,
) => RunningInspection;
