import type { JobProgress } from '../engine/jobs/job.ts';
import type { AnyPhase } from './progressWords.ts';
import type { TerminalWording } from './terminalWording.ts';

const BAR_WIDTH = 24;

/** Shows progress on one line that is drawn over, on a terminal only; a pipe or a file stays silent. */
export function progressLine(
  stream: NodeJS.WriteStream,
  { terminal }: TerminalWording,
): {
  show(progress: JobProgress): void;
  clear(): void;
} {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show({ phase, fraction }) {
      const filled = Math.round(fraction * BAR_WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
      const percent = String(Math.round(100 * fraction)).padStart(3);
      stream.write(`\r\x1b[K${bar} ${percent}%  ${terminal[`phase.${phase as AnyPhase}`]}`);
    },
    clear: () => void stream.write('\r\x1b[K'),
  };
}
