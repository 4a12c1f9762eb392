/** The words of the table of slopes, in the terminal and in the panel. */
export const englishSlopeWords = {
  runsOne: '{0} run, {1} of them used',
  runsOther: '{0} runs, {1} of them used',
  slopes: 'Score per standard deviation of diversity',
  alone: 'Alone',
  together: 'All levels together',
  intervals: '● mean, ━ 68%, ─ 95% interval, │ zero',
  probability: 'Slope above 0',
  predictive: 'Foretold of left-out runs',
} as const;
