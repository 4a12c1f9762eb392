import { stat } from 'node:fs/promises';
import { isAnalysisError } from '../data/analysisError.ts';
import type { ByteSource } from '../data/byteReader.ts';
import { faultWithoutWords } from '../data/faultWithoutWords.ts';
import { readExcerpts } from '../data/readExcerpts.ts';
import type { FieldSelection } from '../data/rowTypes.ts';
import type { DataFile } from '../engine/dataFile.ts';
import type { JobProgress } from '../engine/jobs/job.ts';
import type { InspectSettings, Report } from '../engine/report.ts';
import { runInspection } from '../engine/runInspection.ts';
import { runJob } from '../engine/runJob.ts';
import { flagEntries, type FlagEntry } from '../webview/viewModel/flagEntries.ts';
import { abortable } from './abortable.ts';
import { listFlaggedRows } from './listFlaggedRows.ts';
import type { ComparisonSummary, FlaggedRowList, InspectionSummary } from './resultSchemas.ts';
import { summarizeComparison } from './summarizeComparison.ts';
import { summarizeInspection } from './summarizeInspection.ts';
import type { ToolInputs, ToolName } from './toolInputs.ts';

/** A data set that an agent named. */
export interface OpenedDataset {
  readonly source: ByteSource;
  readonly selection: FieldSelection;
  readonly settings: InspectSettings;
  /** Called once the answer is there. */
  close?(): void;
  /** What is known of it already, of just these fields and settings. */
  readonly known?: KnownInspection;
}

export interface KnownInspection {
  readonly report: Report;
  readonly lineStarts: Float64Array;
  /** Flags that a person said are fine do not count. */
  readonly isShown?: (flag: FlagEntry) => boolean;
}

/** What the faces of the tools differ in. */
export interface ToolEnvironment {
  /**
   * @param signal ends the unpacking of what is no plain file of JSON lines
   * @throws ToolInputError, or AnalysisError, where there is no such file, or none that may be read
   */
  open(path: string, fields: FieldSelection, signal: AbortSignal): Promise<OpenedDataset>;
  /** The extension's media folder. */
  readonly assetsFolder: string;
  readonly threads: number;
}

export interface ToolCall {
  readonly signal: AbortSignal;
  onProgress?(progress: JobProgress): void;
}

interface ToolResults {
  readonly inspect_dataset: InspectionSummary;
  readonly compare_datasets: ComparisonSummary;
  readonly find_flagged_rows: FlaggedRowList;
}

/** The tools that agents call: short answers, computed in one place for the editor and for the protocol. */
export interface AgentTools {
  /** Rejects with an AnalysisError, which has no word of a file, or a ToolInputError. */
  run<Name extends ToolName>(
    name: Name,
    input: ToolInputs[Name],
    call: ToolCall,
  ): Promise<ToolResults[Name]>;
}

/** Agents ask for the summary of a file and then for its rows: of so many files the report is kept until they change. */
const REPORTS_KEPT = 3;

export function createAgentTools(environment: ToolEnvironment): AgentTools {
  const { assetsFolder } = environment;
  const kept = new Map<string, KnownInspection>();

  async function inspect(dataset: OpenedDataset, call: ToolCall): Promise<KnownInspection> {
    const { source, selection, settings, known } = dataset;
    if (known) return known;
    const key = await keyOf(dataset);
    const before = key === undefined ? undefined : kept.get(key);
    if (before) return before;
    const running = runInspection(
      { source, selection, settings, threads: environment.threads, assetsFolder },
      { onProgress: (progress) => call.onProgress?.(progress) },
    );
    const { report, lineStarts } = await abortable(running, call.signal);
    const inspected = { report, lineStarts };
    if (key !== undefined) kept.set(key, inspected);
    for (const [oldest] of kept) if (kept.size > REPORTS_KEPT) kept.delete(oldest);
    return inspected;
  }

  const tools: { readonly [Name in ToolName]: Tool<Name> } = {
    async inspect_dataset({ path, fields, includeText }, call, open) {
      const { report, isShown = () => true } = await inspect(await open(path, fields), call);
      return summarizeInspection(report, flagEntries(report).filter(isShown), includeText);
    },
    async find_flagged_rows(input, call, open) {
      const dataset = await open(input.path, input.fields);
      const { report, lineStarts, isShown = () => true } = await inspect(dataset, call);
      return listFlaggedRows(report, input, isShown, (lines) =>
        readExcerpts({ ...dataset, lineStarts }, lines),
      );
    },
    async compare_datasets(
      { dataset, reference, fields, referenceFields, includeText },
      call,
      open,
    ) {
      const opened = {
        dataset: await open(dataset, fields),
        reference: await open(reference, referenceFields),
      };
      const running = runJob(
        'compareFiles',
        {
          dataset: fileOf(opened.dataset),
          reference: fileOf(opened.reference),
          settings: opened.dataset.settings,
          threads: environment.threads,
          assetsFolder,
        },
        { onProgress: (progress) => call.onProgress?.(progress) },
      );
      const { comparison, files } = await abortable(running, call.signal);
      return summarizeComparison(
        comparison,
        includeText
          ? (which, lines) =>
              readExcerpts({ ...opened[which], lineStarts: files[which].lineStarts }, lines)
          : undefined,
      );
    },
  };
  return {
    async run(name, input, call) {
      const opened: OpenedDataset[] = [];
      const open: Open = async (path, fields) => {
        const dataset = await environment.open(path, fields, call.signal);
        opened.push(dataset);
        return dataset;
      };
      try {
        return await tools[name](input, call, open);
      } catch (error) {
        // Not even where texts are asked for: nothing marks the words of a file within a sentence of ours.
        throw isAnalysisError(error) ? faultWithoutWords(error) : error;
      } finally {
        for (const dataset of opened) dataset.close?.();
      }
    },
  };
}

/** What a thread gets of it. */
const fileOf = ({ source, selection }: OpenedDataset): DataFile => ({ source, selection });

type Tool<Name extends ToolName> = (
  input: ToolInputs[Name],
  call: ToolCall,
  open: Open,
) => Promise<ToolResults[Name]>;

type Open = (path: string, fields: FieldSelection) => Promise<OpenedDataset>;

/** Tells files apart by place, size and time of change; undefined for what is no file on disk. */
async function keyOf({ source, selection, settings }: OpenedDataset): Promise<string | undefined> {
  const isOfMemory =
    source.kind === 'memory' || (source.kind === 'converted' && source.madeFrom === 'memory');
  if (isOfMemory) return undefined;
  // What cannot be read is told by the inspection, in better words.
  const facts = await stat(source.path).catch(() => undefined);
  // Of a folder the time of change says nothing about its files.
  if (!facts?.isFile()) return undefined;
  return JSON.stringify([source.path, facts.size, facts.mtimeMs, selection, settings]);
}
