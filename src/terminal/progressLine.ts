import type { JobProgress } from '../engine/jobs/job.ts';
import type { JobName, ProgressOf } from '../engine/jobs/registry.ts';

type AnyPhase = ProgressOf<JobName>['phase'];

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
  'read-generated': 'reading the generated file',
  'read-real': 'reading the real file',
  'prepare-mix': 'finding topics, task units and near-duplicates',
  mix: 'measuring mixtures',
  'write-mixture': 'writing the mixture',
};

const BAR_WIDTH = 24;

/** Shows progress on one line that is drawn over, on a terminal only; a pipe or a file stays silent. */
export function progressLine(stream: NodeJS.WriteStream): {
  show(progress: JobProgress): void;
  clear(): void;
} {
  if (!stream.isTTY) return { show: () => undefined, clear: () => undefined };
  return {
    show({ phase, fraction }) {
      const filled = Math.round(fraction * BAR_WIDTH);
      const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
      const percent = String(Math.round(100 * fraction)).padStart(3);
      stream.write(`\r\x1b[K${bar} ${percent} %  ${PHASE_WORDS[phase as AnyPhase]}`);
    },
    clear: () => void stream.write('\r\x1b[K'),
  };
}
