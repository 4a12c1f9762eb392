/** What the terminal says of a choice of rows, as `englishTerminalWords` has it. */
export const englishSelectionWords = {
  chosen: '{0} chosen of {1} that could be, of {2} in the file: {3}',
  chosenBy: '{0}, seed {1}',
  chosenByDegree: '{0} at {1}%, seed {2}',
  leftOut: '{0} left out: {1}',
  'leftOut.dropped-line': 'dropped by line',
  'leftOut.near-duplicate': 'near-duplicates',
  'leftOut.quality': 'quality findings',
  'leftOut.not-measured': 'not in the sample that was measured',
  aimedAt:
    'kinds aimed at: {0}, covered: {1}; the narrowest choice of this size has {2}, the widest {3}',
  aimedAtAny: 'kinds aimed at: {0}, whatever the degree; covered: {1}',
  effectiveKinds: 'EFFECTIVE KINDS',
  choice: 'the choice',
  random: 'random ({0} {0|draw|draws}: mean, range)',
  wholeFile: 'the whole file',
  levelOfField: '{0} {1}',
  lost: 'lost, {0}: {1} of {2}',
  lostMost: '{0}; most rows: {1}',
  written: '{0} in {1}, why each in {2}',
} as const;
