import type { JobProgress } from '../engine/jobs/job.ts';
import { cutToWidth } from './columnWidth.ts';
import type { AnyPhase } from './progressWords.ts';
import { takesEscapes } from './style.ts';
import type { TerminalContext } from './terminalContext.ts';

const BAR_WIDTH = 24;

/** Shows progress on one line of standard error that is drawn over, on a terminal only; a pipe or a file stays silent. */
export function progressLine({ stderr, wording }: Pick<TerminalContext, 'stderr' | 'wording'>): {
  show(progress: JobProgress): void;
  clear(): void;
} {
  if (!takesEscapes(stderr)) return { show: () => undefined, clear: () => undefined };
  return {
    show({ phase, fraction }) {
      const filled = Math.round(fraction * BAR_WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
      const percent = String(Math.round(100 * fraction)).padStart(3);
      const line = `${bar} ${percent}%  ${wording.terminal[`phase.${phase as AnyPhase}`]}`;
      // A line that wraps could not be drawn over.
      stderr.write(`\r\x1b[K${cutToWidth(line, (stderr.columns || Infinity) - 1)}`);
    },
    clear: () => void stderr.write('\r\x1b[K'),
  };
}
