import type { Figure } from './figure.ts';

/** What all levels have: effective numbers of kinds and what stands beside them. */
export const levelFigures = {
  effectiveNumber: {
    label: 'Effective number of kinds',
    means:
      'So many equally frequent kinds would be as diverse as the kinds found here: the exponential of Shannon entropy (Hill number of order 1).',
    range: '1 to the number of kinds',
    meansNot:
      'It is no grade. It grows with the number of rows, so do not compare files of different size by it.',
    whatToDo:
      'Where it is far below the number of kinds, look at the longest bars: a few kinds crowd out the rest.',
    formula: 'exp(−Σ pᵢ ln pᵢ), pᵢ being the share of kind i in all occurrences',
    sources: ['hill1973', 'jost2006'],
    paths: ['levels.*.*.hill.q1'],
  },
  interval: {
    label: '95% interval',
    means:
      'A range made so that it holds the value expected of files of this size from the same source 19 times of 20.',
    range:
      '1 or more; undefined for fewer than 10 rows, of topics 40, and where no kind is in two rows or all rows are alike',
    meansNot: 'It is chance alone: it does not say that the source is right for your users.',
    whatToDo: 'Take two files for different only where their intervals do not overlap.',
    formula:
      'q1 · exp(±2.01 s), s being the standard error of ln q1 by leaving out each of 50 groups of rows (jackknife); topics: q1 · exp(±2.36 s), s being the standard deviation of ln q1 over 8 random halves of the rows (at most 1,000), each with topics found anew',
    sources: ['shaoTu1995', 'politisRomanoWolf1999'],
    paths: ['levels.*.*.interval.*'],
  },
  richness: {
    label: 'Kinds',
    means: 'All different topics, tags, task units or tokens that were found.',
    range: '1 or more',
    meansNot: 'It says nothing of balance: one row is enough for a kind.',
    whatToDo:
      'Read it beside the effective number: the further that is below, the more a few kinds rule.',
    formula: 'count of kinds (Hill number of order 0)',
    sources: ['hill1973'],
    paths: ['levels.*.*.hill.q0', 'levels.meso.*.kinds', 'levels.micro.*.types'],
  },
  dominance: {
    label: 'Weighted to the largest',
    means:
      'The effective number of kinds when frequent kinds count most (inverse Simpson, Hill number of order 2).',
    range: '1 to the effective number of kinds',
    meansNot: 'It says nothing of rare kinds.',
    whatToDo: 'Where it is much lower than the headline, thin out the largest kinds.',
    formula: '1 / Σ pᵢ², pᵢ being the share of kind i in all occurrences',
    sources: ['simpson1949', 'hill1973'],
    paths: ['levels.*.*.hill.q2'],
  },
  evenness: {
    label: 'Evenness',
    means:
      'How evenly rows spread over the kinds found, from 0 (one kind has nearly all) to 1 (all equal).',
    range: '0 to 1; undefined for fewer than two kinds',
    meansNot: 'It does not tell how many kinds there are.',
    whatToDo: 'Where it is low, add rows of the short bars or drop some of the longest.',
    formula: 'ln(effective number of kinds) / ln(kinds)',
    sources: ['pielou1966'],
    paths: ['levels.*.*.evenness'],
  },
  coverage: {
    label: 'Sample coverage',
    means:
      'The estimated share of what this source produces whose kind is already in the file (Good–Turing).',
    range: '0 to 1; undefined where there are too few rows to tell',
    meansNot: 'It does not say that the source covers what your model needs.',
    whatToDo:
      'Where it is high, more rows from the same source bring little that is new; look for another source.',
    formula:
      '1 − (f₁ / N) · (n − 1) f₁ / ((n − 1) f₁ + 2 f₂): of n rows with N kinds in sum, f₁ and f₂ being the kinds in one row and in two',
    sources: ['good1953', 'chaoJost2012'],
    paths: ['levels.*.*.sampleCoverage'],
  },
  atCommonRows: {
    label: 'At the common number of rows',
    means: 'What so many rows of this source (1,000 unless set otherwise) are expected to show.',
    range:
      '0 or more, below 1 where some rows have no kind and only a few are drawn; undefined beyond twice the rows of the file',
    meansNot: 'It is no ranking: a narrow task needs less than an open chat.',
    whatToDo: 'Compare files of different size by this figure only.',
    formula:
      'rarefaction below the rows of the file, extrapolation up to twice as many; topics: the mean over random draws of so many rows, each with topics found anew, since more rows show finer topics',
    sources: ['chao2014'],
    paths: ['levels.*.*.atCommonRows.*'],
  },
  yardsticks: {
    label: 'Public data sets',
    means:
      'The headline of public data sets, measured by the same code at the same number of rows.',
    range: '1 or more',
    meansNot: 'They are no targets: they were made for other purposes than yours.',
    whatToDo:
      'Look for the set that is most like your task, and see where this file stands from it.',
    formula: 'as for the common number of rows; “about as many” where the 95% intervals overlap',
    sources: ['chao2014'],
    paths: ['levels.*.*.yardsticks.*'],
  },
  standing: {
    label: 'Standing among public data sets',
    means:
      'Broad: above at least two thirds of the public data sets at the same number of rows, overlapping ones counting half; narrow: below at least two thirds; else in the usual range.',
    range: 'broad, in the usual range or narrow; undefined where nothing can be compared',
    meansNot:
      'It is no grade: a narrow task needs less than an open chat, and rows that do not belong widen a file, too.',
    whatToDo:
      'Where it is narrow and your task is not, add rows of this source if more of them widen it, and take another source if not.',
    formula:
      '(sets below + half of those whose 95% intervals overlap) / sets; broad from ⅔ on, narrow up to ⅓',
    sources: [],
    paths: ['levels.*.*.yardsticks.*'],
  },
  largest: {
    label: 'Largest kinds',
    means: 'The fewest kinds that have half of all occurrences between them.',
    range: '1 to the number of kinds',
    meansNot: 'It does not say that these kinds are too large for your purpose.',
    whatToDo: 'Where it is a handful of very many, thin these out or add rows of the others.',
    formula: 'least k with p₍₁₎ + … + p₍ₖ₎ ≥ ½, shares from the largest on',
    sources: [],
    paths: ['levels.*.*.largest.*'],
  },
  rareKinds: {
    label: 'Rare kinds',
    means: 'Kinds that only one row has, and that only two rows have.',
    range: '0 to the number of kinds',
    meansNot: 'A rare kind is not wrong: it may be what is missing elsewhere.',
    whatToDo: 'Look at the lines; add rows like those that you want more of.',
    formula: 'count of kinds in exactly one row, and in exactly two',
    sources: [],
    paths: ['levels.*.*.rareKinds.*'],
  },
  unseenKinds: {
    label: 'Unseen kinds',
    means: 'How many kinds the source has, at the least, that the file does not show.',
    range: '0 or more; undefined for one row',
    meansNot: 'It does not say which they are, and is a lower limit.',
    whatToDo: 'Where it is large, more rows of the same source still bring new kinds.',
    formula:
      '(n − 1) / n · f₁² / (2 f₂), of n rows, f₁ and f₂ being the kinds in one row and in two',
    sources: ['chao1987'],
    paths: ['levels.*.*.unseenKinds'],
  },
  growth: {
    label: 'Growth with rows',
    means:
      'How the effective number of kinds grows with the rows: fewer rows than the file has, and up to twice as many.',
    range: '0 or more, below 1 where some rows have no kind and only a few are drawn',
    meansNot:
      'Beyond the file it is an estimate that takes the source to stay the same. Of topics, it keeps those found on all rows; the figure at the common number of rows finds them anew. Rows in which no kind was found are drawn too and show none; the headline leaves them out.',
    whatToDo:
      'Where the curve is flat at its end, take another source; where it still climbs, more rows help.',
    formula: 'rarefaction and extrapolation of the Hill number of order 1',
    sources: ['chao2014'],
    paths: ['levels.*.*.curve.*'],
  },
} as const satisfies Readonly<Record<string, Figure>>;
