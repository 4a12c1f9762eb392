import type { Figure } from './figure.ts';

/** The figures by which rows are flagged. */
export const flagFigures = {
  jaccardSimilarity: {
    label: 'Jaccard similarity',
    means: 'The share of short runs of words that two rows have in common, of all that either has.',
    range: '0 to 1',
    meansNot: 'It is not equal meaning: a paraphrase shares few runs of words.',
    whatToDo:
      'Compare two rows at the threshold, then move the threshold to where they should count as copies.',
    formula:
      '|A ∩ B| / |A ∪ B|, A and B being the sets of shingles (three neighbouring tokens unless set otherwise)',
    sources: ['broder1997', 'xiao2011'],
    paths: ['nearDuplicates.fuzzyClusters.*.similarity'],
  },
  containment: {
    label: 'Containment',
    means: 'The share of a row’s short runs of words that stand in a row at least twice as long.',
    range: '0 to 1; listed from 0.9',
    meansNot: 'It does not say that the longer row is the better one.',
    whatToDo: 'Drop the short row unless its shorter form is what you want to teach.',
    formula: '|A ∩ B| / |A|, A being the shingles of the short row, B those of the long one',
    sources: ['broder1997'],
    paths: ['nearDuplicates.contained.rows.*.containment'],
  },
  cosineSimilarity: {
    label: 'Cosine similarity',
    means: 'How near two rows are in meaning, by the angle between their embeddings.',
    range: '−1 to 1',
    meansNot: 'It is an estimate: word order and negation hardly count.',
    whatToDo: 'Look at each cluster before you drop rows.',
    formula: 'a · b / (‖a‖ ‖b‖) of the rows’ embeddings',
    sources: [],
    paths: ['nearDuplicates.semantic.clusters.*.similarity'],
  },
  offDistributionScore: {
    label: 'Off-distribution score',
    means:
      'The share of rows that are expected to be at least as odd, all reasons together: lower is odder.',
    range: 'above 0, up to the false-positive rate',
    meansNot: 'It is no error: a rare good row looks like this too.',
    whatToDo: 'Read the oddest first; drop strangers, keep and multiply what you want more of.',
    formula:
      'P(S) · Πpⱼ, at most the false-positive rate; S = 3 · t(distance) + t(surprise), t being −ln of the share of rows with as much; above the upper quartile u of S, P(S) = ¼ · (1 + ξ(S − u) / σ)^(−1/ξ), ξ and σ from the quantiles ½, ¾ and ⅞ of S; pⱼ is the share of rows with each other reason (for a label: of votes for it); constants in docs/report.md',
    sources: ['kuan2022', 'pickands1975'],
    paths: ['offDistribution.*.score'],
  },
  surprise: {
    label: 'Surprise per token',
    means: 'How little the other rows lead one to expect the words of this one.',
    range: '0 bits per token or more',
    meansNot: 'Names and numbers surprise too.',
    whatToDo: 'Look at the oddest words: a slip, another language, or something new?',
    formula:
      'mean of −log₂ p(token | token before) under a bigram model of the file without the row',
    sources: ['shannon1948'],
    paths: ['offDistribution.*.evidence.*.surpriseBits'],
  },
} as const satisfies Readonly<Record<string, Figure>>;
