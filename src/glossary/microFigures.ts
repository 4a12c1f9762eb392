import type { Figure } from './figure.ts';

/** The figures of wording. */
export const microFigures = {
  tokens: {
    label: 'Tokens',
    means: 'The length of all texts in tokens, as a language model is billed for them.',
    range: '1 or more',
    meansNot:
      'Other models split texts differently; the figure is theirs within some ten percent for English.',
    whatToDo: 'Use it to estimate the cost of a training run.',
    formula: 'count of byte-pair tokens of the encoding that the settings name',
    sources: [],
    paths: ['levels.micro.*.tokens'],
  },
  length: {
    label: 'Median length',
    means: 'Half of the rows are shorter, in tokens; in brackets, where the middle half lies.',
    range: '0 tokens or more',
    meansNot: 'Longer is not better.',
    whatToDo: 'Look at the rows that are flagged for an unusual length.',
    formula: 'median of tokens per row, with the first and third quartile',
    sources: [],
    paths: ['levels.micro.*.length.*'],
  },
  entropy: {
    label: 'Token entropy',
    means:
      'The information in one token in bits: how hard it is to guess a token of these texts without context.',
    range: '0 bits to the binary logarithm of the different tokens',
    meansNot: 'Noise has high entropy too.',
    whatToDo: 'Compare it between files of about the same number of tokens.',
    formula: '−Σ pᵢ log₂ pᵢ, pᵢ being the share of token i in all tokens',
    sources: ['shannon1948'],
    paths: ['levels.micro.*.entropyBits'],
  },
  distinct: {
    label: 'Distinct-1 / 2 / 3',
    means: 'The share of tokens, pairs and triples of tokens that are different from each other.',
    range: 'above 0, up to 1; undefined where no row is long enough',
    meansNot: 'It falls as a file grows: never compare files of different size by it.',
    whatToDo: 'Where distinct-3 is low, texts follow a template: look at the near-duplicates.',
    formula: 'different n-grams / n-grams for n = 1, 2, 3, within rows',
    sources: ['li2016'],
    paths: ['levels.micro.*.distinct.*'],
  },
  midBand: {
    label: 'Mid-band tokens per row',
    means:
      'Tokens of a row that are neither function words nor rare: those that carry what the row is about.',
    range: '0 or more',
    meansNot: 'The band is scaled to the number of rows; it is no property of a single word.',
    whatToDo: 'Where it is low, rows are short or full of phrases that every row has.',
    formula:
      'mean over rows of its tokens that occur 10 to 500 times in 117,000 rows, limits rescaled to this file',
    sources: ['li2025'],
    paths: ['levels.micro.*.midBand.tokensPerRow'],
  },
  mattr: {
    label: 'MATTR',
    means: 'The share of different words in any 100 neighbouring words, on average.',
    range: '0.01 to 1; undefined for fewer than 100 words',
    meansNot:
      'It does not see repetition over longer distances, such as one template in all rows. Another order of the rows changes it a little.',
    whatToDo: 'Compare it between files of any size, in the same language.',
    formula: 'mean over all windows of 100 words of different words / 100',
    sources: ['covington2010'],
    paths: ['levels.micro.*.words.mattr'],
  },
  mtld: {
    label: 'MTLD',
    means:
      'How many words in a row a text goes on until 72% of them or less are different, on average.',
    range: '1 word or more',
    meansNot:
      'Higher is not better: lists of names have a high value. Another order of the rows changes it a little.',
    whatToDo: 'Compare it between files of any size, in the same language.',
    formula:
      'words / stretches in which the share of different words falls to 0.72, mean of both directions',
    sources: ['mccarthy2010'],
    paths: ['levels.micro.*.words.mtld'],
  },
  hdD: {
    label: 'HD-D',
    means: 'The share of different words that 42 words drawn at random would have.',
    range: '0 to 1; undefined for fewer than 42 words',
    meansNot: 'The order of the words does not matter to it.',
    whatToDo: 'Compare it between files of any size, in the same language.',
    formula:
      'Σ over different words of (1 − probability that none of 42 draws without replacement is the word) / 42',
    sources: ['mccarthy2007'],
    paths: ['levels.micro.*.words.hdD'],
  },
  ngramDiversity: {
    label: 'N-gram diversity',
    means: 'The sum of distinct-1 to distinct-4 over words, at most 4.',
    range: '0 to 4',
    meansNot: 'It falls as a file grows: compare files measured on equally many rows.',
    whatToDo: 'Where it is low, look at the recurring wording below.',
    formula: 'Σ over n = 1 … 4 of different n-grams / n-grams, of all rows joined',
    sources: ['shaib2024'],
    paths: ['levels.micro.*.words.ngramDiversity'],
  },
  selfRepetition: {
    label: 'Self-repetition',
    means:
      'How often the four-word sequences of a row occur in other rows, on a logarithmic scale: 0 is never.',
    range: '0 or more',
    meansNot: 'It grows with the number and length of rows.',
    whatToDo: 'Where it is high, look at the recurring wording below.',
    formula:
      'mean over rows of ln(1 + Σ over its different 4-grams of the other rows that have it)',
    sources: ['salkar2022', 'shaib2024'],
    paths: ['levels.micro.*.words.selfRepetition'],
  },
  compressionRatio: {
    label: 'Compression ratio',
    means:
      'How many times smaller the texts get when everything that repeats, however far apart, is written once.',
    range: 'above 0',
    meansNot: 'It grows with the number of rows, and differs between languages and scripts.',
    whatToDo: 'Where it is much higher than that of a comparable file, rows repeat one another.',
    formula:
      'bytes of the texts joined / bytes that Brotli makes of them, its window over all of them',
    sources: ['shaib2024'],
    paths: ['levels.micro.*.compressionRatio'],
  },
  hapaxShare: {
    label: 'Tokens seen once',
    means: 'The share of different tokens that occur a single time (hapax legomena).',
    range: '0 to 1',
    meansNot: 'Rare is not wrong: names and numbers are rare in any text.',
    whatToDo: 'Where it is near 0, the vocabulary is used up: more rows of this kind add no words.',
    formula: 'tokens that occur once / different tokens',
    sources: ['baayen2001'],
    paths: ['levels.micro.*.hapaxShare'],
  },
  expectationAdjustedDistinct: {
    label: 'EAD',
    means:
      'Different tokens, as a share of those that equally many random draws from the tokenizer’s vocabulary would give (expectation-adjusted distinct).',
    range: 'above 0; 1 where tokens are as varied as uniform random draws',
    meansNot: 'Natural text never comes near 1; figures of two encodings cannot be compared.',
    whatToDo: 'Prefer it to distinct-1 where two files differ in length.',
    formula: 'N / (V (1 − ((V − 1) / V)^C)): N different of C tokens, V in the vocabulary',
    sources: ['liu2022'],
    paths: ['levels.micro.*.expectationAdjustedDistinct'],
  },
  zipfSlope: {
    label: 'Zipf slope',
    means:
      'How fast the frequency of tokens falls with their rank, on logarithmic axes (maximum likelihood); natural text has about −1.',
    range: 'up to 0, about −1 for natural text; undefined for a single token',
    meansNot: 'It says nothing of which words are used.',
    whatToDo:
      'Where it is well below −1, few tokens rule the text: look at the recurring wording below.',
    formula: '−s of p(r) ∝ r^−s over the ranks r, by maximum likelihood',
    sources: ['goldstein2004'],
    paths: ['levels.micro.*.zipfSlope'],
  },
  recurringWording: {
    label: 'Recurring wording',
    means:
      'Phrases of four words or more that recur over the rows, those that take up most text first.',
    range: '0 to 1: share of the rows searched',
    meansNot: 'It is no fault where a form of words is wanted, such as a greeting.',
    whatToDo:
      'Where one phrase is in many rows, have some of them reworded: a model learns it by heart.',
    formula: 'rows that have the phrase / rows searched',
    sources: [],
    paths: ['recurringWording.*.list.*.share'],
  },
} as const satisfies Readonly<Record<string, Figure>>;
