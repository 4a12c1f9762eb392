/** What the terminal says of thin places, as `englishTerminalWords` has it. */
export const englishThinPlaceWords = {
  noThinPlace: 'No thin place was found.',
  'thin.gap': 'hardly anything between two topics',
  'thin.small-topic': 'topic with few rows',
  'thin.rare-kind': 'tag or task unit with few rows',
  'thin.missing-tag': 'tag of the reference that is missing',
  exampleRow: 'line {0}: {1}',
  inReference: '{0} of the reference have it',
  rowsAndExpected: '{0}; {1} would be expected',
  thinPrompts: 'Prompts that ask for rows there: strata thin FILE --prompt N',
} as const;
