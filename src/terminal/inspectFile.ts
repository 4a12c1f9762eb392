import type { Inspection } from '../engine/inspection.ts';
import { runInspection } from '../engine/runInspection.ts';
import type { InspectArguments } from './parseInspectArguments.ts';
import { fill } from '../webview/viewModel/wording.ts';
import { countOf } from './countOf.ts';
import { complain } from './print.ts';
import { progressLine } from './progressLine.ts';
import type { TerminalContext } from './terminalContext.ts';
import { interruptible, machineOptions } from './runTerminalJob.ts';

export type InspectFileOptions = Pick<
  InspectArguments,
  'file' | 'selection' | 'settings' | 'threads' | 'lines' | 'endpoint'
>;

/** Inspects a file with its progress on standard error; Ctrl+C cancels. Rejects with an AnalysisError. */
export async function inspectFile(
  { file, selection, settings, threads, lines, endpoint }: InspectFileOptions,
  context: TerminalContext,
): Promise<Inspection> {
  const { sources, wording, workers } = context;
  const source = await sources.open(file);
  const progress = progressLine(context);
  const running = runInspection(
    {
      source,
      selection,
      ...(lines && { lines }),
      settings,
      ...machineOptions(threads, context),
      ...(endpoint && { endpoint: { ...endpoint, ...keyOfEnvironment() } }),
    },
    {
      onProgress: (state) => progress.show(state),
      askToSend({ address, model, texts }) {
        progress.clear();
        const count = countOf('text', texts, wording);
        complain(fill(wording.terminal.sending, count, address, model), context);
        return Promise.resolve(true);
      },
    },
    workers,
  );
  return interruptible(running).finally(() => progress.clear());
}

/** From the environment, as what is typed after a command is kept and seen by others. */
function keyOfEnvironment(): { readonly apiKey?: string } {
  const apiKey = process.env['STRATA_EMBEDDING_KEY']?.trim();
  return apiKey ? { apiKey } : {};
}
