import type { Figure } from './figure.ts';

/** What mixtures of generated and real rows show; their paths are those of `strata mix --json`. */
export const mixFigures = {
  mixedDiversity: {
    label: 'Diversity of a mixture',
    means:
      'How many equally frequent kinds (topics, tags or task units, tokens) the rows of a mixture amount to, all mixtures at the same number of rows: the mean of five draws, in a band from the lowest to the highest.',
    range: '1 to the number of kinds; undefined where a level has no kinds in both files',
    meansNot:
      'More kinds are not better ones: generated rows that real users would never write widen it too.',
    whatToDo:
      'Compare it with 0% generated rows, and look at the shift at the same ratio before you take a wider mixture.',
    formula: 'exp(−Σ pₖ ln pₖ), pₖ = share of kind k in the mixture',
    sources: ['hill1973', 'jost2006'],
    paths: ['curves.*.points.*.effectiveKinds.*.*.mean'],
  },
  mixedShift: {
    label: 'Shift of a mixture',
    means:
      'How often a classifier gives a row of the mixture a higher score than a real row that was held back: by the meaning of whole rows, and by their tokens.',
    range:
      '0 to 1; 0.5 is chance, 1 tells each row without fail; below 0.5 by chance only; undefined where one file has too few rows',
    meansNot:
      'It does not say that a mixture is bad for training, only that it can be told from real rows.',
    whatToDo:
      'Hold it against the limit of noise in the same chart. Where it is above, compare the two files to see what differs.',
    formula: 'area under the ROC curve of a linear discriminant on rows that it has not seen',
    sources: ['lopezpaz2017'],
    paths: ['curves.*.points.*.shift.*.mean'],
  },
  noiseLimit: {
    label: 'Limit of noise',
    means:
      'The largest area by which real rows are told from real rows, in 399 random divisions of the sizes that a mixture has.',
    range: '0.5 to 1; the fewer rows, the higher',
    meansNot:
      'A mixture below it is not proven to be like the real rows: few rows show large shifts only.',
    whatToDo: 'Take larger mixtures where it lies far above 0.5.',
    formula: 'max of the areas of 399 random divisions',
    sources: ['lopezpaz2017'],
    paths: ['noise.*.limit'],
  },
  mixedNearDuplicates: {
    label: 'Near-duplicates of a mixture',
    means: 'The share of rows of a mixture that repeat another row of it, exactly or nearly.',
    range: '0% to 100%',
    meansNot: 'Rows that repeat each other in meaning only do not count.',
    whatToDo: 'Drop near-duplicates of the generated file before you mix, and look again.',
    formula: 'rows with another one at the Jaccard similarity of the setting or above ÷ rows',
    sources: ['broder1997'],
    paths: ['curves.*.points.*.nearDuplicates.mean'],
  },
  closeShare: {
    label: 'Share of close generated rows',
    means:
      'The share of generated rows that lie no further from their nearest real row than 95% of real rows lie from theirs.',
    range: '0% to 100%; undefined where the files have meanings of different embedders',
    meansNot: 'A row that is not close is not wrong: it may be what the real rows lack.',
    whatToDo:
      'Where it is low, compare the curve of close rows with the other one to see what filtering buys.',
    formula: 'rows with cosine distance ≤ the 95% quantile of real rows ÷ rows',
    sources: [],
    paths: ['closeness.closeShare.mean'],
  },
} as const satisfies Readonly<Record<string, Figure>>;
