import type { ComparePhase } from '../engine/compare/compareFiles.ts';
import type { Phase } from '../engine/inspection.ts';
import type { ConvertPhase } from '../engine/jobs/convertInput.ts';
import type { JobProgress } from '../engine/jobs/job.ts';
import type { SelectPhase } from '../engine/select/selection.ts';
import type { TrackPhase } from '../engine/track/trackGenerations.ts';

type AnyPhase = 'measuring' | ConvertPhase | Phase | ComparePhase | SelectPhase | TrackPhase;

const PHASE_WORDS: Record<AnyPhase, string> = {
  convert: 'unpacking rows',
  index: 'finding lines',
  micro: 'counting tokens',
  features: 'embedding rows',
  macro: 'finding topics',
  'near-duplicates': 'comparing rows',
  'off-distribution': 'finding rows that do not belong',
  meso: 'finding task units',
  wording: 'comparing wording',
  'read-dataset': 'reading the data set',
  'read-reference': 'reading the reference',
  compare: 'comparing both',
  reading: 'reading the data set',
  reference: 'reading the reference',
  duplicates: 'finding near-duplicates',
  kinds: 'finding topics and task units',
  choosing: 'choosing rows',
  comparing: 'comparing with random choices',
  measuring: 'measuring data sets',
  read: 'reading the generations',
  track: 'comparing the generations',
};

const BAR_WIDTH = 24;

/** Shows progress on one line that is drawn over, on a terminal only; a pipe or a file stays silent. */
export function progressLine(stream: NodeJS.WriteStream): {
  show(progress: JobProgress<AnyPhase>): void;
  clear(): void;
} {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show({ phase, fraction }) {
      const filled = Math.round(fraction * BAR_WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
      const percent = String(Math.round(100 * fraction)).padStart(3);
      stream.write(`\r\x1b[K${bar} ${percent} %  ${PHASE_WORDS[phase]}`);
    },
    clear: () => void stream.write('\r\x1b[K'),
  };
}
