import { harmlessText } from '../metrics/text/harmlessText.ts';
import type { TerminalStream } from './terminalContext.ts';

interface Output {
  readonly stdout: TerminalStream;
}
interface ErrorOutput {
  readonly stderr: TerminalStream;
}

/** Writes to standard output and waits until a pipe has taken everything, so that no end of a report is lost. */
export function print(text: string, { stdout }: Output): Promise<void> {
  return new Promise((resolve) => stdout.write(text, () => resolve()));
}

/** Writes to standard error; names of files and words of the command line may hold what a terminal would obey. */
export function complain(message: string, { stderr }: ErrorOutput): void {
  const lines = message.split('\n').map((line) => harmlessText(line, 2000));
  stderr.write(`strata: ${lines.join('\n')}\n`);
}
