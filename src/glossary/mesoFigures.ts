import type { Figure } from './figure.ts';

/** The figures of task units. */
export const mesoFigures = {
  kindsPerRow: {
    label: 'Kinds per row',
    means: 'How many tags, pairs or phrases a row has on average.',
    range: '0 or more',
    meansNot: 'More are not better: long rows have more.',
    whatToDo: 'Where it is below one, many rows say too little to be counted here.',
    formula: 'kinds of all rows in sum / rows',
    sources: [],
    paths: ['levels.meso.*.kindsPerRow'],
  },
  rowsWithoutKind: {
    label: 'Rows without any',
    means: 'Rows in which no tag, pair or phrase was found.',
    range: '0 to the number of rows',
    meansNot: 'They are not empty; the other two levels count them.',
    whatToDo: 'Where there are many, read this level with care, or name a field with tags.',
    formula: 'count of rows',
    sources: [],
    paths: ['levels.meso.*.rowsWithoutKind'],
  },
  verbs: {
    label: 'Effective verbs',
    means:
      'How many equally frequent verbs would be as diverse as those of the pairs, of all found.',
    range: '1 to the number of verbs',
    meansNot: 'Few verbs with many nouns can still be many tasks.',
    whatToDo: 'Where verbs are few, ask for other things to be done with the same nouns.',
    formula:
      'exp(−Σ pᵢ ln pᵢ), pᵢ being the share of verb i in the rows that have a verb–noun pair',
    sources: ['hill1973', 'wang2023'],
    paths: ['levels.meso.*.verbs.hill.q1'],
  },
  nouns: {
    label: 'Effective nouns',
    means:
      'How many equally frequent nouns would be as diverse as those of the pairs, of all found.',
    range: '1 to the number of nouns',
    meansNot: 'Many nouns with one verb are one task on many things.',
    whatToDo: 'Where nouns are few, ask for the same to be done with other things.',
    formula:
      'exp(−Σ pᵢ ln pᵢ), pᵢ being the share of noun i in the rows that have a verb–noun pair',
    sources: ['hill1973', 'wang2023'],
    paths: ['levels.meso.*.nouns.hill.q1'],
  },
  balance: {
    label: 'Over- and under-represented',
    means:
      'Kinds that have more or fewer rows than an even spread gives, or, for verb–noun pairs, than chance does.',
    range: '0 rows or more, beside the rows expected',
    meansNot: 'It does not say that an even spread is what you need.',
    whatToDo:
      'Compare with what your users ask: thin out what they seldom need, add what they often do.',
    formula:
      'listed where the Poisson probability of the count is below 0.05 / kinds; sorted by (count − expected) / √expected',
    sources: [],
    paths: ['levels.meso.*.balance.*'],
  },
  npmi: {
    label: 'NPMI',
    means: 'How much more often than chance two kinds are in one row, on a scale up to 1.',
    range: 'above 0, up to 1 (neither occurs without the other)',
    meansNot: 'It does not say that one causes the other.',
    whatToDo: 'Where two kinds are never apart, add rows that have only one of them.',
    formula: 'ln(p_ab / (p_a p_b)) / −ln p_ab, shares of the rows measured',
    sources: ['bouma2009'],
    paths: ['levels.meso.*.coOccurrence.*'],
  },
} as const satisfies Readonly<Record<string, Figure>>;
