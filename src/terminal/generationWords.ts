/** What the terminal says of generations, as `englishTerminalWords` has it. */
export const englishGenerationWords = {
  generation: 'generation {0}',
  'narrowing.too-few-rows': 'Too few rows to say: no level has {0} rows in every generation.',
  'narrowing.holding':
    'Holding: no level of generation {0} is narrower than generation 0 beyond noise.',
  'narrowing.narrowing': 'Narrowing: {0}.',
  narrowedLevel: '{0} since generation {1} ({2}; {3})',
  macro: 'macro',
  meso: 'meso',
  micro: 'micro',
  pValue: 'p = {0}',
  pBelow: 'p < {0}',
  trackedField: '{0}, at {1}',
  gone: 'gone {0}, by chance {1} ({2})',
  goneInClasses: 'gone {0}, by chance {1}; {2} ({3}, smallest of {4} classes)',
  drift: 'drift {0} bits, by chance {1} ({2})',
  repeatsOne: 'REPEATS  among {0} row of each generation',
  repeatsOther: 'REPEATS  among {0} {0|row|rows} of each generation',
  repeatsNear: 'near-duplicates',
  repeatsTemplates: 'in templates',
  repeatsBefore: 'of the generation before',
  'note.generation': 'note (generation {0}): {1}',
} as const;
