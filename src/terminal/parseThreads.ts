import { UsageError } from './usageError.ts';

/** @throws UsageError unless the text is a number of threads; 0 = as many as the machine has cores, at most 8 */
export function parseThreads(text: string): number {
  const threads = Number(text);
  if (!/^\d+$/.test(text) || threads > 256) {
    throw new UsageError('threads', text);
  }
  return threads;
}
