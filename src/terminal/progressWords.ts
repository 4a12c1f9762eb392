import type { JobName, ProgressOf } from '../engine/jobs/registry.ts';

export type AnyPhase = ProgressOf<JobName>['phase'];

/** What is being done while the terminal shows a bar, as `englishTerminalWords` has it; the panels say the same. */
export const englishProgressWords = {
  'phase.convert': 'Unpacking rows',
  'phase.index': 'Reading rows',
  'phase.micro': 'Counting tokens',
  'phase.features': 'Reading meanings',
  'phase.macro': 'Finding topics',
  'phase.near-duplicates': 'Comparing rows',
  'phase.off-distribution': 'Finding rows that do not belong',
  'phase.meso': 'Counting tasks',
  'phase.wording': 'Comparing wording',
  'phase.read-dataset': 'Reading the data set',
  'phase.read-reference': 'Reading the reference',
  'phase.compare': 'Comparing both files',
  'phase.reading': 'Reading the data set',
  'phase.reference': 'Reading the reference',
  'phase.duplicates': 'Finding near-duplicates',
  'phase.kinds': 'Finding topics and task units',
  'phase.choosing': 'Choosing rows',
  'phase.comparing': 'Comparing with random choices',
  'phase.measuring': 'Measuring data sets',
  'phase.read': 'Reading the generations',
  'phase.track': 'Comparing the generations',
  'phase.read-generated': 'Reading the generated file',
  'phase.read-real': 'Reading the real file',
  'phase.prepare-mix': 'Finding topics, task units and near-duplicates',
  'phase.mix': 'Measuring mixtures',
  'phase.write-mixture': 'Writing the mixture',
} as const satisfies Readonly<Record<`phase.${AnyPhase}`, string>>;
