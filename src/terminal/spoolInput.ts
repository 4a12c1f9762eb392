import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { AnalysisError } from '../data/analysisError.ts';
import { faultReason } from '../data/faultReason.ts';
import { englishFaultWords as faults } from '../data/faultWords.ts';
import { cancelled } from '../engine/cancellation.ts';
import type { TerminalInput } from './terminalContext.ts';

export interface SpoolingInput {
  readonly result: Promise<void>;
  readonly cancel: () => void;
}

/**
 * Writes what a program is given on its standard input to a file, as it is read more than once.
 * @param name what the input is called in faults
 * @throws AnalysisError not-readable, not-writable, cancelled
 */
export function spoolInput(input: TerminalInput, path: string, name: string): SpoolingInput {
  const abort = new AbortController();
  const file = createWriteStream(path);

  async function spool(): Promise<void> {
    try {
      await pipeline(input, file, { signal: abort.signal });
    } catch (error) {
      if (abort.signal.aborted) throw cancelled();
      const reason = faultReason(error);
      throw isOfWriting(error)
        ? new AnalysisError('not-writable', faults.cannotUnpack, reason)
        : new AnalysisError('not-readable', faults.notReadable, name, reason);
    }
  }

  return { result: spool(), cancel: () => abort.abort() };
}

function isOfWriting(error: unknown): boolean {
  const { syscall } = error as NodeJS.ErrnoException;
  return syscall !== undefined && syscall !== 'read';
}
