/** How a level stands, and what to do about it. */
export const verdictWords = {
  'standing.broad': 'Broad',
  'standing.usual': 'In the usual range',
  'standing.narrow': 'Narrow',
  'standing.unknown': 'Not compared',
  'standingIsNot.broad': 'That every row belongs: rows that do not belong widen a file, too.',
  'standingIsNot.usual': 'That it suits your task: public data sets were made for other purposes.',
  'standingIsNot.narrow': 'A fault: a narrow task needs less than an open chat.',
  standingCounts:
    'Of {0} public data sets, each at {1} rows: less diverse {2}, about as diverse {3}, more diverse {4}.',
  notCompared: 'Public data sets have no comparable figure here.',
  stepRowsToCompare:
    'It is compared from {0} rows on; there are {1}. Before that, compare the file with a reference of your own.',
  stepDifferentRows: 'With more rows that differ from these it can be compared.',
  stepOtherSource:
    'Twice as many rows of this source would bring the headline from {0} to {1}, hardly more: take another source.',
  stepOtherSourceSame:
    'Twice as many rows of this source would leave the headline at {0}: take another source.',
  stepMoreRows:
    'Twice as many rows of this source would bring the headline from {0} to {1}: more rows help.',
  stepFewerRows:
    '{0} of these rows, drawn at random, would bring the headline to {1} already: fewer rows can keep this diversity.',
  stepEnough:
    'Twice as many rows of this source would bring the headline from {0} to {1}, hardly more: nothing needs adding here.',
  stepEnoughSame:
    'Twice as many rows of this source would leave the headline at {0}: nothing needs adding here.',
  stepRowsNotRead:
    'Measured on {0} rows; on {1} it would be {2}. The rows of the file that were not read hold further kinds.',
  copiesFirst: 'Rows that only repeat others can go first, and nothing is lost with them.',
  stepRows: '{0}: {1} {1|row|rows}',
  stepOfLevel: '{0}: {1}',
} as const;
