import { harmlessText } from '../metrics/text/harmlessText.ts';

/** Writes to standard output and waits until a pipe has taken everything, so that no end of a report is lost. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}

/** Writes to standard error; names of files and words of the command line may hold what a terminal would obey. */
export function complain(message: string): void {
  const lines = message.split('\n').map((line) => harmlessText(line, 2000));
  process.stderr.write(`strata: ${lines.join('\n')}\n`);
}
