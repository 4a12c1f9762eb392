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
  vendiScoreOfOrder: {
    label: 'Vendi Score, q = ½ / 2 / ∞',
    means:
      'The same with rare meanings counted more (½), with common ones counted more (2), and by the commonest alone (∞).',
    meansNot:
      'They are no better or worse versions of one figure: they answer different questions.',
    whatToDo:
      'Where the first is far above the last, a few meanings rule and many rare ones stand beside them: even them out.',
  },
  meanCosineDistance: {
    label: 'Mean cosine distance',
    means: 'How far apart two rows are in meaning on average: 0 is the same, 1 is unrelated.',
    meansNot: 'A few far-off rows raise it; it does not count topics.',
    whatToDo: 'Read it together with the number of topics.',
  },
  meanNearestDistance: {
    label: 'Nearest distance',
    means:
      'How far a row is from the row most like it, on average over up to 1,000 rows: 0 where every row has a copy.',
    meansNot: 'It does not tell how wide the file ranges: many far-apart pairs of copies have 0.',
    whatToDo: 'Where it is low, rows say the same in other words: look at the near-duplicates.',
  },
  novelSum: {
    label: 'NovelSum',
    means:
      'How novel a row is among up to 1,000 of the file: its distance to all others, the nearest counting most (0–2).',
    meansNot:
      'That it goes with better fine-tuned models was shown with another embedder, and with densities from a reference set, which one file does not have.',
    whatToDo: 'Compare candidate sets by it: of two of the same size, prefer the higher one.',
  },
  dcScore: {
    label: 'DCScore',
    means:
      'So many of up to 1,000 rows could be told apart by meaning alone (softmax over cosines, temperature 0.1).',
    meansNot: 'It is no number of topics: rows of one topic that differ count as different.',
    whatToDo: 'Where it is far below the number of rows compared, rows paraphrase each other.',
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
  verbs: {
    label: 'Effective verbs',
    means:
      'How many equally frequent verbs would be as diverse as those of the pairs, of all found.',
    meansNot: 'Few verbs with many nouns can still be many tasks.',
    whatToDo: 'Where verbs are few, ask for other things to be done with the same nouns.',
  },
  nouns: {
    label: 'Effective nouns',
    means:
      'How many equally frequent nouns would be as diverse as those of the pairs, of all found.',
    meansNot: 'Many nouns with one verb are one task on many things.',
    whatToDo: 'Where nouns are few, ask for the same to be done with other things.',
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
  hapaxShare: {
    label: 'Tokens seen once',
    means: 'The share of different tokens that occur a single time (hapax legomena).',
    meansNot: 'Rare is not wrong: names and numbers are rare in any text.',
    whatToDo: 'Where it is near 0, the vocabulary is used up: more rows of this kind add no words.',
  },
  expectationAdjustedDistinct: {
    label: 'EAD',
    means:
      'Different tokens, as a share of those that equally many random draws from the tokenizer’s vocabulary would give (expectation-adjusted distinct).',
    meansNot: 'Natural text never comes near 1; figures of two encodings cannot be compared.',
    whatToDo: 'Prefer it to distinct-1 where two files differ in length.',
  },
  zipfSlope: {
    label: 'Zipf slope',
    means:
      'How fast the frequency of tokens falls with their rank, on logarithmic axes (maximum likelihood); natural text has about −1.',
    meansNot: 'It says nothing of which words are used.',
    whatToDo:
      'Where it is well below −1, few tokens rule the text: look at the recurring wording below.',
  },
  mattr: {
    label: 'MATTR',
    means: 'The share of different words in any 100 neighbouring words, on average.',
    meansNot: 'It does not see repetition over longer distances, such as one template in all rows.',
    whatToDo: 'Compare it between files of any size, in the same language.',
  },
  mtld: {
    label: 'MTLD',
    means:
      'How many words in a row a text goes on before less than 72 % of them are different, on average.',
    meansNot: 'Higher is not better: lists of names have a high value.',
    whatToDo: 'Compare it between files of any size, in the same language.',
  },
  hdD: {
    label: 'HD-D',
    means: 'The share of different words that 42 words drawn at random would have.',
    meansNot: 'The order of the words does not matter to it.',
    whatToDo: 'Compare it between files of any size, in the same language.',
  },
  ngramDiversity: {
    label: 'N-gram diversity',
    means: 'The sum of distinct-1 to distinct-4 over words, at most 4.',
    meansNot: 'It falls as a file grows: compare files measured on equally many rows.',
    whatToDo: 'Where it is low, look at the recurring wording below.',
  },
  selfRepetition: {
    label: 'Self-repetition',
    means:
      'How often the four-word sequences of a row occur in other rows, on a logarithmic scale: 0 is never.',
    meansNot: 'It grows with the number and length of rows.',
    whatToDo: 'Where it is high, look at the recurring wording below.',
  },
  compressionRatio: {
    label: 'Compression ratio',
    means:
      'How many times smaller the texts get when everything that repeats, however far apart, is written once.',
    meansNot: 'It grows with the number of rows, and differs between languages and scripts.',
    whatToDo: 'Where it is much higher than that of a comparable file, rows repeat one another.',
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
