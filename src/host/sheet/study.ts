import type * as vscode from 'vscode';
import type { InputPart } from '../../data/inputs/inputPart.ts';
import type { JobName, JobResult } from '../../engine/jobs/registry.ts';
import type { JobListener, RunningJob } from '../../engine/runJob.ts';
import type { SourceListener } from '../sourceOf.ts';
import type { LineView, Settled, SheetView } from '../../webview/sheetProtocol.ts';
import type { Disposable } from '../disposable.ts';

/** A running job, or a part of one. */
export type RunningStudy<Result> = Pick<RunningJob<Result>, 'result' | 'cancel'>;

/** What a study can do with the sheet that shows it. */
export interface SheetOfStudy {
  /** Shows another part of the sheet; the others stay. */
  show(change: Partial<SheetView>): void;
  /** Starts the study anew; the run before is cancelled. */
  restart(): Promise<void>;
}

/** One study of one or more files: a job, and what its sheet shows and does. */
export interface Study<Name extends JobName> extends Disposable {
  readonly title: string;
  /** Label of the button that starts it anew. */
  readonly again: string;
  /** Starts the job; what an earlier run had is let go of. */
  start(
    listener: Pick<JobListener<Name>, 'onProgress'> & { readonly unpacking: SourceListener },
  ): RunningStudy<JobResult<Name>> | Promise<RunningStudy<JobResult<Name>>>;
  /** What the job is doing, in words. */
  phaseWord(phase: string): string;
  /** What the sheet shows of the result. */
  finish(result: JobResult<Name>): SheetView | Promise<SheetView>;
  /** What is said of a failure; its own message unless told. */
  failure?(error: unknown): string | undefined;
  /** A button of a section. */
  act?(id: string): Promise<void>;
  /** A control of a section. */
  set?(id: string, value: string): void;
  /** What the person has set: it is there again when the window is. */
  settled?(): Settled;
  /** The start of a row's text. */
  excerpt?(place: LineView): Promise<string>;
  /** Of what a file is made that is no plain file of JSON lines, once that is known. */
  partsOf?(file: number): readonly InputPart[] | undefined;
  /** One row to read, where its file has no lines to go to. */
  showRow?(row: LineView): Promise<void>;
  /** Two rows side by side. */
  compareRows?(rows: readonly LineView[]): Promise<void>;
}

/** A kind of study: what its panels are called to VS Code, and how one is made for its files. */
export interface StudyKind<Name extends JobName> {
  readonly panelType: string;
  /** @param settled what a person had set, where the panel was there before the window was loaded anew */
  create(uris: readonly vscode.Uri[], sheet: SheetOfStudy, settled?: Settled): Study<Name>;
}
