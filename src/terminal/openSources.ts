import type { ByteSource } from '../data/byteReader.ts';
import { openInput } from '../engine/openInput.ts';
import { progressLine } from './progressLine.ts';
import type { TerminalContext } from './terminalContext.ts';

/** The data sets that a run of the program reads. */
export interface OpenSources {
  /**
   * The data set at a path, converted where it is no plain file of JSON lines, with progress on standard error; Ctrl+C cancels.
   * Asked again for the same path it is the same. Rejects with an AnalysisError.
   */
  open(path: string): Promise<ByteSource>;
  /** Removes what was made for them. */
  close(): void;
}

/** Signals that end a program without a word, with their numbers. */
const ENDING = Object.entries({ SIGHUP: 1, SIGTERM: 15 } as const);
const EXIT_CANCELLED = 130;

export function openSources(context: Omit<TerminalContext, 'sources'>): OpenSources {
  const opened = new Map<string, Promise<ByteSource>>();
  const closing: (() => void)[] = [];
  const endings = ENDING.map(([signal, number]) => ({
    signal,
    end: () => process.exit(128 + number),
  }));

  async function open(path: string): Promise<ByteSource> {
    const progress = progressLine(context);
    const opening = openInput(
      { kind: 'file', path },
      (state) => progress.show(state),
      context.workers,
    );
    const cancel = () => opening.cancel();
    closeAtEnd(() => opening.close());
    process.once('SIGINT', cancel);
    try {
      return await opening.result;
    } finally {
      process.removeListener('SIGINT', cancel);
      progress.clear();
    }
  }

  function closeAtEnd(closeOne: () => void): void {
    if (closing.push(closeOne) > 1) return;
    process.once('exit', close);
    for (const { signal, end } of endings) process.once(signal, end);
    process.on('SIGINT', endUnlessCancelled);
  }

  /** While nothing runs that Ctrl+C cancels, such as while what was found waits to be read, it ends the program. */
  function endUnlessCancelled(): void {
    if (process.listenerCount('SIGINT') === 1) process.exit(EXIT_CANCELLED);
  }

  function close(): void {
    for (const closeOne of closing.splice(0)) closeOne();
    process.removeListener('exit', close);
    for (const { signal, end } of endings) process.removeListener(signal, end);
    process.removeListener('SIGINT', endUnlessCancelled);
  }

  return {
    open(path) {
      const known = opened.get(path) ?? open(path);
      opened.set(path, known);
      return known;
    },
    close,
  };
}
