import type { JobName, ProgressOf } from '../engine/jobs/registry.ts';
import { inspectionPhaseWords, selectionPhaseWords } from '../webview/viewModel/phaseWords.ts';

export type AnyPhase = ProgressOf<JobName>['phase'];

/** What is being done while the terminal shows a bar, as `englishTerminalWords` has it. */
export const englishProgressWords = {
  ...inspectionPhaseWords,
  'phase.read-dataset': 'Reading the data set',
  'phase.read-reference': 'Reading the reference',
  'phase.compare': 'Comparing both files',
  ...selectionPhaseWords,
  'phase.measuring': 'Measuring data sets',
  'phase.read': 'Reading the generations',
  'phase.track': 'Comparing the generations',
  'phase.read-generated': 'Reading the generated file',
  'phase.read-real': 'Reading the real file',
  'phase.prepare-mix': 'Finding topics, task units and near-duplicates',
  'phase.mix': 'Measuring mixtures',
  'phase.write-mixture': 'Writing the mixture',
} as const satisfies Readonly<Record<`phase.${AnyPhase}`, string>>;
