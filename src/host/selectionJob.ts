import { AnalysisError } from '../data/analysisError.ts';
import type {
  InspectionListener,
  InspectRequest,
  Progress,
  RunningInspection,
  StartInspection,
} from '../engine/inspection.ts';
import type { Report } from '../engine/report.ts';
import type { RowFilter } from '../webview/rowsProtocol.ts';
import { faultMessage } from './faultMessage.ts';
import { log } from './log.ts';

export type SelectionState =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly filter: RowFilter; readonly progress: Progress }
  | { readonly kind: 'failed'; readonly filter: RowFilter; readonly message: string }
  | { readonly kind: 'done'; readonly filter: RowFilter; readonly report: Report };

/** Measures some rows of a file beside the whole: one selection at a time. */
export interface SelectionJob {
  readonly state: SelectionState;
  /** Starts over, whatever runs. Settles when this job does, and never rejects. */
  measure(request: InspectRequest, filter: RowFilter): Promise<void>;
  fail(filter: RowFilter, message: string): void;
  clear(): void;
}

export function createSelectionJob(
  start: StartInspection,
  askToSend: NonNullable<InspectionListener['askToSend']>,
  onChange: () => void,
): SelectionJob {
  let state: SelectionState = { kind: 'none' };
  let running: RunningInspection | undefined;
  const enter = (next: SelectionState) => {
    state = next;
    onChange();
  };
  const stop = () => {
    running?.cancel();
    running = undefined;
  };
  return {
    get state() {
      return state;
    },
    async measure(request, filter) {
      stop();
      enter({ kind: 'running', filter, progress: { phase: 'index', fraction: 0 } });
      const job = start(request, {
        onProgress(progress) {
          if (running === job) enter({ kind: 'running', filter, progress });
        },
        askToSend,
      });
      running = job;
      try {
        const { report } = await job.result;
        if (running === job) enter({ kind: 'done', filter, report });
      } catch (error) {
        if (running !== job) return;
        if (!(error instanceof AnalysisError)) log().error(String(error));
        enter({ kind: 'failed', filter, message: faultMessage(error) });
      } finally {
        if (running === job) running = undefined;
      }
    },
    fail(filter, message) {
      stop();
      enter({ kind: 'failed', filter, message });
    },
    clear() {
      stop();
      if (state.kind !== 'none') enter({ kind: 'none' });
    },
  };
}
