/** What is said about experiments: English is the key of the translation, `{0}`, `{1}` are filled in. */
export const englishNoteWords = {
  'no-level-told':
    'With {0} {0|run|runs}, no level can be told from zero: every 95% interval holds it.',
  'level-pays':
    '{0} pays: one standard deviation more of it goes with {1} more score (95%: {2} to {3}).',
  'level-costs':
    '{0} costs: one standard deviation more of it goes with {1} less score (95%: {2} to {3}).',
  'judged-together': 'Judged with all levels in one regression.',
  'judged-alone':
    'Judged one level at a time: whatever moves with a level over these runs is credited to it.',
  'by-chance': 'Of {0} {0|level|levels} looked at, one may stand out by chance.',
  'larger-slope': 'The slope of {0} is larger than that of {1} with probability {2}.',
  'hangs-on-one-run':
    '{0} hangs on one run: without that of {1} it could not be told from zero (slope {2} instead of {3}).',
  'foretells-nothing': '{0} does not help to foretell a run from the others, whatever its slope.',
  'perfect-fit':
    '{0}: the runs lie exactly on a line, so that no noise is seen. The intervals say nothing until more runs show it.',
  'perfect-fit-together':
    'All levels together give every score exactly, so that no noise is seen. The intervals say nothing until more runs show it.',

  'empty-table': 'The table is empty. Its first line names the columns: {0}.',
  'broken-quotes':
    'Line {0}: a quotation mark is not closed, or stands inside a cell that does not begin with one.',
  'duplicate-column': 'Column “{0}” stands twice, as columns {1} and {2}: give each its own name.',
  'unnamed-column': 'Column {0} has no name and is left out.',
  'too-many-cells': 'More cells than the header has names, in {0}: those beyond are left out.',
  'not-a-number': 'No number in column “{0}”, such as “{1}”, in {2}: these cells count as empty.',
  'not-above-zero': 'Not above 0 in column “{0}”, in {1}: these cells count as empty.',
  'beyond-reckoning':
    'Too large or too small to reckon with in column “{0}”, such as “{1}”, in {2}: these cells count as empty.',
  'no-score-column': 'The table has no column “score”: the figure that each run is judged by.',
  'no-level-column': 'The table has no column of a level: name one or more of {0}.',
  'no-runs': 'The table has no run yet.',
  'no-scores': 'No run has a score yet.',
  'same-score': 'Every run has the same score: there is nothing to explain.',
  'score-missing': 'Runs that await their score: {0} ({1}).',
  'levels-missing': 'Runs with a score whose levels are not measured: {0} ({1}).',
  'some-levels-missing':
    'Runs that lack one level or more, and so are left out of the regression of all levels: {0} ({1}).',
  'cells-missing': 'Runs left out because a size or a covariate is missing: {0} ({1}).',
  'mostly-missing': '{0} is empty in half or more of the runs with a score and is left out.',
  'constant-column': '{0} is {1} in every run that is used: nothing can be learned about it.',
  'constant-level': '{0} is the same in every run that has it: nothing can be learned about it.',
  'different-common-rows':
    'The levels were measured at different numbers of rows ({0}): diversity grows with rows, so measure all at one number.',
  'no-common-rows':
    'No column “common-rows” says at how many rows the levels were measured: they can be compared only if at the same.',
  collinear: '{0} says nothing that {1} does not say already: it is left out.',
  'level-collinear':
    '{0} cannot be told from {1}: over these runs it says nothing else. Plan runs that part them.',
  'too-few-for-level': '{0}: runs that have it: {1}; {2} or more are needed.',
  'too-few-together':
    'The levels cannot be taken together: that needs {1} runs with all of them, and there are {0}.',
  'moves-together':
    '{0} move together over these runs (correlation {1}): which of them pays can hardly be told.',
  inflated:
    '{0} follows from the other columns almost exactly (variance inflation {1}): its slope in the regression of all levels is vague.',
} as const;

/** How lines of the table are named in sentences. */
export const englishLineWords = {
  line: 'line {0}',
  lines: 'lines {0}',
  more: 'lines {0} and {1} more',
} as const;

export type NoteCode = keyof typeof englishNoteWords;

/** What the columns are called in sentences; covariates keep their own names. */
export const englishColumnNames = {
  'macro-instruction': 'Macro, instruction',
  'macro-response': 'Macro, response',
  'meso-instruction': 'Meso, instruction',
  'meso-response': 'Meso, response',
  'micro-instruction': 'Micro, instruction',
  'micro-response': 'Micro, response',
  size: 'Size',
  score: 'Score',
} as const;

/** The prior of every regression; said wherever slopes are shown. */
export const PRIOR =
  'Normal noise; before the runs, every level of the score, every slope and every order of magnitude of the noise is equally likely (the conjugate normal–inverse-gamma prior with no weight).';

/** Around names that stand in the table. */
export const QUOTED = '“{0}”';
