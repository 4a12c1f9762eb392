import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { runProgram } from '../../src/terminal/runProgram.ts';
import type { TerminalInput, TerminalStream } from '../../src/terminal/terminalContext.ts';
import { inlineWorkers } from './inlineWorkers.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const example = join(root, 'examples/support-generated.jsonl');

/** The built terminal program. */
export const cli = join(root, 'dist/cli.js');

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built terminal program, with its threads. */
export function spawnStrata(words: readonly string[], cwd = process.cwd()): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...words], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

/** Runs the terminal program in the calling thread, jobs and all; what it writes goes to no terminal. */
export function strata(...words: readonly string[]): Promise<Ended> {
  return runInto({}, words);
}

/** The same, with its output on a terminal of so many columns. */
export function strataOnTerminal(columns: number, ...words: readonly string[]): Promise<Ended> {
  return runInto({ isTTY: true, columns }, words);
}

/** The same, given something on its standard input. */
export function strataOn(input: TerminalInput, ...words: readonly string[]): Promise<Ended> {
  return runInto({}, words, input);
}

async function runInto(
  terminal: Pick<TerminalStream, 'isTTY' | 'columns'>,
  words: readonly string[],
  input: TerminalInput = Readable.from([]),
): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  const into = (stream: keyof typeof written) => ({
    write(text: string, onTaken?: () => void) {
      written[stream] += text;
      onTaken?.();
    },
  });
  const status = await runProgram(words, {
    stdout: { ...terminal, ...into('stdout') },
    stderr: into('stderr'),
    stdin: () => input,
    workers: inlineWorkers,
    packageFolder: root,
  });
  return { status, ...written };
}
