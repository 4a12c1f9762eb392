/** Every word of the check-list; English is the key of the translation. `{0}`, `{1}` are filled in by the view model. */
export const checkListWords = {
  title: 'Check-list for {0}',
  again: 'Look again',
  looking: 'Looking at the workspace',
  steps: 'Steps',
  stepsNote:
    'What teams are advised to do with generated training data, in order. What the workspace shows counts by itself; the rest you can mark.',
  verdict: 'Steps done: {0} of {1}.',
  nextStep: 'Next: {0}',
  allDone: 'All steps are done: start again with the next batch.',
  done: 'Done',
  toDo: 'To do',
  markDone: 'Mark as done',
  markToDo: 'Mark as to do',
  marked: 'You marked it, or did it in this workspace.',
  'reference.title': 'Say which distribution you need',
  'reference.text':
    'Name a reference: real data, or rows that are as you want them. Diversity without a reference cannot tell gain from drift.',
  'reference.found': 'The reference is {0}.',
  'reference.action': 'Set the reference',
  'measure.title': 'Measure the levels',
  'measure.text':
    'Macro, meso and micro diversity, near-duplicates and off-distribution rows, before anything is trained.',
  'measure.found': 'It is inspected. Rows: {0}.',
  'measure.action': 'Inspect',
  'compare.title': 'Compare with the reference',
  'compare.text':
    'Whether the distributions differ, what is missing and invented, and which rows repeat the reference.',
  'compare.action': 'Compare',
  'mix.title': 'Make a small mixed batch',
  'mix.text':
    'Mix generated with real rows; 30–50% generated is the usual starting range. Keep the batch small until it has paid.',
  'mix.action': 'Explore mixing ratios',
  'score.title': 'Train and score: A/B',
  'score.text':
    'At least two runs with a score, equal in all but the data set, in the table strata-runs.csv.',
  'score.found': '{0} {0|run|runs} with a score.',
  'score.action': 'Show the runs',
  'review.title': 'Review flagged rows',
  'review.text': 'Dismiss the flags that are fine, and write a clean copy without the others.',
  'review.found': '{0} {0|flag is|flags are} dismissed.',
  'review.action': 'Show flagged rows',
  'next.title': 'Plan the next batch',
  'next.text':
    'Have rows made for the places where the data set is thin: each has a prompt for a generator.',
  'next.action': 'Show where to add rows',
} as const;

export type CheckListWords = Readonly<Record<keyof typeof checkListWords, string>>;
