import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ByteSource, FileSource } from '../data/byteReader.ts';
import { openInput } from '../engine/openInput.ts';
import { temporaryFolder } from '../engine/temporaryFolder.ts';
import { progressLine } from './progressLine.ts';
import { interruptible } from './runTerminalJob.ts';
import { spoolInput } from './spoolInput.ts';
import type { TerminalContext } from './terminalContext.ts';
import { UsageError } from './usageError.ts';
import { EXIT_CANCELLED } from './exitStatus.ts';

/** The data sets that a run of the program reads. */
export interface OpenSources {
  /**
   * The data set at a path, `-` for what comes on standard input; converted where it is no plain file of JSON lines, with
   * progress on standard error; Ctrl+C cancels. Asked again for the same path it is the same. Rejects with an AnalysisError.
   */
  open(path: string): Promise<ByteSource>;
  /** Removes what was made for them. */
  close(): void;
}

/** What stands for it where a file is named. */
const STANDARD_INPUT = '-';
/** Signals that end a program without a word, with their numbers. */
const ENDING = Object.entries({ SIGHUP: 1, SIGTERM: 15 } as const);

export function openSources(context: Omit<TerminalContext, 'sources'>): OpenSources {
  const opened = new Map<string, Promise<ByteSource>>();
  const closing: (() => void)[] = [];
  let spoolFolder: string | undefined;
  const endings = ENDING.map(([signal, number]) => ({
    signal,
    end: () => process.exit(128 + number),
  }));

  async function open(path: string): Promise<ByteSource> {
    const source =
      path === STANDARD_INPUT ? await openStandardInput() : { kind: 'file' as const, path };
    const progress = progressLine(context);
    const opening = openInput(source, (state) => progress.show(state), context.workers);
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

  async function openStandardInput(): Promise<FileSource> {
    const input = context.stdin();
    if (input.isTTY) throw new UsageError('inputIsTerminal');
    const name = context.wording.terminal.standardInput;
    closeAtEnd(() => {
      if (spoolFolder !== undefined) rmSync(spoolFolder, { recursive: true, force: true });
    });
    spoolFolder = temporaryFolder();
    const spoolPath = join(spoolFolder, 'input.jsonl');
    await interruptible(spoolInput(input, spoolPath, name));
    return { kind: 'file', path: name, spoolPath };
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
