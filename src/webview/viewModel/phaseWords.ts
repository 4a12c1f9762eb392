/** What an inspection is doing, for panel and terminal. */
export const inspectionPhaseWords = {
  'phase.convert': 'Unpacking rows',
  'phase.index': 'Reading rows',
  'phase.micro': 'Counting tokens',
  'phase.features': 'Reading meanings',
  'phase.macro': 'Finding topics',
  'phase.near-duplicates': 'Comparing rows',
  'phase.off-distribution': 'Finding rows that do not belong',
  'phase.meso': 'Counting tasks',
  'phase.wording': 'Comparing wording',
} as const;

/** What a choice of rows is doing, for page and terminal. */
export const selectionPhaseWords = {
  'phase.reading': 'Reading the data set',
  'phase.reference': 'Reading the reference',
  'phase.duplicates': 'Finding near-duplicates',
  'phase.kinds': 'Finding topics and task units',
  'phase.choosing': 'Choosing rows',
  'phase.comparing': 'Comparing with random choices',
} as const;
