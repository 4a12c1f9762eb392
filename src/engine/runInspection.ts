import type {
  Inspection,
  InspectionListener,
  InspectRequest,
  RunningInspection,
} from './inspection.ts';
import type { RowMap } from './rowMap.ts';
import { workerThreads } from './workers.ts';

/** Starts an inspection in a thread of its own. */
export function runInspection(
  request: InspectRequest,
  listener: InspectionListener,
  { runJob } = workerThreads,
): RunningInspection {
  let report: (inspection: Inspection) => void = () => undefined;
  let fail: (error: unknown) => void = () => undefined;
  let resolveMap: (map: RowMap | undefined) => void = () => undefined;
  const result = new Promise<Inspection>((resolve, reject) => {
    report = resolve;
    fail = reject;
  });
  const map = new Promise<RowMap | undefined>((resolve) => (resolveMap = resolve));
  const job = runJob('inspectFile', request, {
    onProgress: (progress) => listener.onProgress?.(progress),
    askToSend: async (question) => (await listener.askToSend?.(question)) ?? false,
    onUpdate(update) {
      switch (update.type) {
        case 'partial':
          listener.onPartial?.(update.partial);
          break;
        case 'inspection':
          report(update.inspection);
          break;
        case 'map':
          resolveMap(update.map);
      }
    },
  });
  // What was handed over before stays.
  job.result.catch(fail).finally(() => resolveMap(undefined));
  return { result, map, cancel: () => job.cancel() };
}
