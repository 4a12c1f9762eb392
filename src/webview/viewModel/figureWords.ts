/** What each figure of a level card is called, what it means, what it does not mean, and what one can do about it. */
export const englishFigureWords = {
  effectiveNumber: {
    label: 'Effective number of kinds',
    means:
      'So many equally frequent kinds would be as diverse as the kinds found here: the exponential of Shannon entropy (Hill number of order 1).',
    meansNot:
      'It is no grade. It grows with the number of rows, so do not compare files of different size by it.',
    whatToDo:
      'Where it is far below the number of kinds, look at the longest bars: a few kinds crowd out the rest.',
  },
  dominance: {
    label: 'Weighted to the largest',
    means:
      'The effective number of kinds when frequent kinds count most (inverse Simpson, Hill number of order 2).',
    meansNot: 'It says nothing of rare kinds.',
    whatToDo: 'Where it is much lower than the headline, thin out the largest kinds.',
  },
  evenness: {
    label: 'Evenness',
    means:
      'How evenly rows spread over the kinds found, from 0 (one kind has nearly all) to 1 (all equal).',
    meansNot: 'It does not tell how many kinds there are.',
    whatToDo: 'Where it is low, add rows of the short bars or drop some of the longest.',
  },
  coverage: {
    label: 'Sample coverage',
    means:
      'The estimated share of what this source produces whose kind is already in the file (Good–Turing).',
    meansNot: 'It does not say that the source covers what your model needs.',
    whatToDo:
      'Where it is high, more rows from the same source bring little that is new; look for another source.',
  },
  vendiScore: {
    label: 'Vendi Score',
    means:
      'The effective number of distinct meanings, where similar rows count as partly the same.',
    meansNot:
      'It depends on the embedder and on the number of rows: compare it only between files measured alike.',
    whatToDo: 'Where it is low although there are many topics, the topics lie close together.',
  },
  meanCosineDistance: {
    label: 'Mean cosine distance',
    means: 'How far apart two rows are in meaning on average: 0 is the same, 1 is unrelated.',
    meansNot: 'A few far-off rows raise it; it does not count topics.',
    whatToDo: 'Read it together with the number of topics.',
  },
  rowsWithoutTopic: {
    label: 'Rows without topic',
    means: 'Rows that are too far from every topic to belong to one.',
    meansNot: 'Such a row is not wrong: it may be the only example of something you need.',
    whatToDo: 'Look at them in the flagged rows, then keep them, add more like them, or drop them.',
  },
  kindsPerRow: {
    label: 'Kinds per row',
    means: 'How many tags, pairs or phrases a row has on average.',
    meansNot: 'More are not better: long rows have more.',
    whatToDo: 'Where it is below one, many rows say too little to be counted here.',
  },
  rowsWithoutKind: {
    label: 'Rows without any',
    means: 'Rows in which no tag, pair or phrase was found.',
    meansNot: 'They are not empty; the other two levels count them.',
    whatToDo: 'Where there are many, read this level with care, or name a field with tags.',
  },
  tokens: {
    label: 'Tokens',
    means: 'The length of all texts in tokens, as a language model is billed for them.',
    meansNot:
      'Other models split texts differently; the figure is theirs within some ten percent for English.',
    whatToDo: 'Use it to estimate the cost of a training run.',
  },
  entropy: {
    label: 'Token entropy',
    means:
      'The information in one token in bits: how hard it is to guess a token of these texts without context.',
    meansNot: 'Noise has high entropy too.',
    whatToDo: 'Compare it between files of about the same number of tokens.',
  },
  distinct: {
    label: 'Distinct-1 / 2 / 3',
    means: 'The share of tokens, pairs and triples of tokens that are different from each other.',
    meansNot: 'It falls as a file grows: never compare files of different size by it.',
    whatToDo: 'Where distinct-3 is low, texts follow a template: look at the near-duplicates.',
  },
  midBand: {
    label: 'Mid-band tokens per row',
    means:
      'Tokens of a row that are neither function words nor rare: those that carry what the row is about.',
    meansNot: 'The band is scaled to the number of rows; it is no property of a single word.',
    whatToDo: 'Where it is low, rows are short or full of phrases that every row has.',
  },
  length: {
    label: 'Median length',
    means: 'Half of the rows are shorter, in tokens; in brackets, where the middle half lies.',
    meansNot: 'Longer is not better.',
    whatToDo: 'Look at the rows that are flagged for an unusual length.',
  },
} as const;

export type FigureId = keyof typeof englishFigureWords;
export type FigureWords = Readonly<
  Record<FigureId, Readonly<Record<'label' | 'means' | 'meansNot' | 'whatToDo', string>>>
>;
