/** What the terminal says while it measures the data sets of a run table or plans runs, as `englishTerminalWords` has it. */
export const englishRunTableWords = {
  runsNotThereOne: '{0} run without levels: the data set is not there to be measured ({1})',
  runsNotThereOther: '{0} runs without levels: the data set is not there to be measured ({1})',
  runOfLine: 'line {0}: {1}',
  runFailed: 'line {0}: {1}: {2}',
  runNotMeasured: 'line {0}: {1}: not measured: {2}',
  setNote: '{0}: {1}',
  setNotMeasured: '{0}: not measured: {1}',
  runsWritten: '{0} of {1} {1|run|runs} {0|is|are} in {2}',
  sameLevels: 'the rows have tags, so {0} says what meso-instruction says: left out of the plan',
  absentLevels: 'the file has no {0}: left out of the plan',
  untoldLevels:
    'after these runs, {0} can still not be told apart: plan more runs, or fewer levels',
  plannedSet: '{0}: {1}, {2} at {3}%. Effective kinds at {4} rows: {5}',
} as const;
