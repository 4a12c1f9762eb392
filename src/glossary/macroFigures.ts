import type { Figure } from './figure.ts';

/** The figures of meanings. */
export const macroFigures = {
  vendiScore: {
    label: 'Vendi Score',
    means:
      'The effective number of distinct meanings, where similar rows count as partly the same.',
    range: '1 to the number of rows',
    meansNot:
      'It depends on the embedder and on the number of rows: compare it only between files measured alike.',
    whatToDo: 'Where it is low although there are many topics, the topics lie close together.',
    formula:
      'exp(−Σ λᵢ ln λᵢ), λᵢ being the eigenvalues of the rows’ cosine similarities divided by their number',
    sources: ['friedmanDieng2023'],
    paths: ['levels.macro.*.vendiScore'],
  },
  vendiScoreOfOrder: {
    label: 'Vendi Score, q = ½ / 2 / ∞',
    means:
      'The same with rare meanings counted more (½), with common ones counted more (2), and by the commonest alone (∞).',
    range: '1 to the number of rows, falling with the order',
    meansNot:
      'They are no better or worse versions of one figure: they answer different questions.',
    whatToDo:
      'Where the first is far above the last, a few meanings rule and many rare ones stand beside them: even them out.',
    formula: '(Σ λᵢ^q)^(1 / (1 − q)) with the eigenvalues of the Vendi Score; for q = ∞ 1 / max λᵢ',
    sources: ['pasarkarDieng2024'],
    paths: ['levels.macro.*.vendiScoreOfOrder.*'],
  },
  meanCosineDistance: {
    label: 'Mean cosine distance',
    means: 'How far apart two rows are in meaning on average: 0 is the same, 1 is unrelated.',
    range: '0 to 2; undefined for fewer than two rows',
    meansNot: 'A few far-off rows raise it; it does not count topics.',
    whatToDo: 'Read it together with the number of topics.',
    formula: 'mean of 1 − cos(a, b) over all pairs of rows',
    sources: [],
    paths: ['levels.macro.*.meanCosineDistance'],
  },
  meanNearestDistance: {
    label: 'Nearest distance',
    means:
      'How far a row is from the row most like it, on average over up to 1,000 rows: 0 where every row has a copy.',
    range: '0 to 2; undefined for fewer than two rows',
    meansNot: 'It does not tell how wide the file ranges: many far-apart pairs of copies have 0.',
    whatToDo: 'Where it is low, rows say the same in other words: look at the near-duplicates.',
    formula: 'mean over rows of the least 1 − cos(a, b) to another row',
    sources: [],
    paths: ['levels.macro.*.pairs.meanNearestDistance'],
  },
  novelSum: {
    label: 'NovelSum',
    means:
      'How novel a row is among up to 1,000 of the file: its distance to all others, the nearest counting most (0–2).',
    range: '0 to 2; undefined for fewer than two rows',
    meansNot:
      'That it goes with better fine-tuned models was shown with another embedder, and with densities from a reference set, which one file does not have.',
    whatToDo: 'Compare candidate sets by it: of two of the same size, prefer the higher one.',
    formula:
      'mean over rows of Σ d₍ᵣ₎ / r ÷ Σ 1 / r, d₍ᵣ₎ being the r-th smallest cosine distance from the row, the row itself, at 0, being the first',
    sources: ['yang2025'],
    paths: ['levels.macro.*.pairs.novelSum.*'],
  },
  dcScore: {
    label: 'DCScore',
    means:
      'So many of up to 1,000 rows could be told apart by meaning alone (softmax over cosines, temperature 0.1).',
    range: '1 to the number of rows compared',
    meansNot: 'It is no number of topics: rows of one topic that differ count as different.',
    whatToDo: 'Where it is far below the number of rows compared, rows paraphrase each other.',
    formula: 'Σᵢ softmax(Kᵢ / τ)ᵢ, K being the rows’ cosine similarities and τ = 0.1',
    sources: ['zhu2025dcscore'],
    paths: ['levels.macro.*.pairs.dcScore'],
  },
  rowsWithoutTopic: {
    label: 'Rows without topic',
    means: 'Rows that are too far from every topic to belong to one.',
    range: '0 to the number of rows',
    meansNot: 'Such a row is not wrong: it may be the only example of something you need.',
    whatToDo: 'Look at them in the flagged rows, then keep them, add more like them, or drop them.',
    formula:
      'rows whose highest cosine to a topic’s centre is below that which 95% of the rows have to their own',
    sources: [],
    paths: ['levels.macro.*.rowsWithoutTopic'],
  },
  topicGaps: {
    label: 'Gaps between topics',
    means: 'Two neighbouring topics with hardly any row in the middle between them.',
    range: '0 and up: rows near the midpoint, and near the centre of each topic',
    meansNot: 'A gap need not be filled: some topics have nothing in common.',
    whatToDo: 'Read the nearest line of either side: would your users ask something in between?',
    formula:
      'rows with cos(row, midpoint of the two centres) at the median cosine of rows to their own centre or above, listed where they are less than a tenth of those as near to the emptier centre, and these are 5 or more',
    sources: [],
    paths: ['levels.macro.*.gaps.*'],
  },
  rowMap: {
    label: 'Map of the rows',
    means:
      'Every point is a row: rows that are near in meaning stand near each other, copies in one place.',
    range: '−1 to 1 on both axes, which have no unit and no meaning of their own',
    meansNot:
      'How far apart groups stand, how wide they are and which way they lie says next to nothing.',
    whatToDo:
      'Look at lone points and at small groups, colour the points by kind of flag, and select a group to read its rows or to measure it by itself.',
    formula:
      'UMAP of up to 2,048 different rows over their 10 nearest by cosine; the others are placed among their nearest and moved by the same forces',
    sources: ['mcinnes2018'],
    paths: [],
  },
  trustworthiness: {
    label: 'Trustworthiness of the map',
    means: 'How far rows that stand together on the map are alike in meaning.',
    range: '0 to 1; about one half for a random layout',
    meansNot: 'It says nothing of distances between far points: those mean little.',
    whatToDo: 'Where it is low, trust the list of topics more than the picture.',
    formula:
      '1 − 2 / (m k (2n − 3k − 1)) · Σ max(0, rank − k) over the k = 10 nearest points of m of n rows, ranks being by cosine',
    sources: ['vennaKaski2001', 'mcinnes2018'],
    paths: [],
  },
} as const satisfies Readonly<Record<string, Figure>>;
