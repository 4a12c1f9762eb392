import type { MacroLevel, MesoLevel, PairWordsOfLevel } from '../../../src/engine/report.ts';
import type { MicroLevel } from '../../../src/metrics/micro/microLevel.ts';
import type { HillNumbers, LevelFigures } from '../../../src/metrics/stats/levelFigures.ts';

export function macroLevel(): MacroLevel {
  const names = [
    'refund · money · charged',
    'password · reset · login',
    '配送 · 遅延 · 荷物の現在地とお届け予定日のご確認について',
    'invoice · vat · billing address',
    'cancel · subscription · renewal',
    '返品 · 交換 · サイズ',
    'app · crash · update',
    'warranty · repair · broken screen',
    'gift card · balance',
    'account · delete · privacy',
    'discount · code · not working',
    'store · opening hours',
  ];
  const rows = [58, 47, 39, 31, 27, 24, 19, 15, 11, 9, 7, 5];
  return {
    ...statistics({ q0: 12, q1: 9.21, q2: 7.63 }),
    sampleCoverage: 0.9967,
    evenness: 0.89,
    embedder: 'static-256',
    vendiScore: 14.8,
    vendiScoreOfOrder: { half: 31.5, two: 7.9, infinity: 3.6 },
    pairs: {
      rows: 303,
      meanNearestDistance: 0.24,
      novelSum: { densityWeighted: 0.71, proximityWeighted: 0.52 },
      dcScore: 118.4,
      temperature: 0.1,
    },
    partitionEntropyBits: 3.1,
    meanCosineDistance: 0.71,
    rowsWithoutTopic: 11,
    topicsFoundOn: { rows: 250, of: 298 },
    topics: names.map((name, id) => ({
      id,
      name,
      terms: name.split(' · '),
      rows: rows[id]!,
      lines: [id + 1, id + 31, id + 61],
    })),
    gaps: {
      usualSimilarity: 0.64,
      between: [
        { topics: [1, 8], rowsBetween: 0, rowsAtCentres: [20, 9], lines: [77, 9] },
        { topics: [3, 8], rowsBetween: 1, rowsAtCentres: [14, 12], lines: [4, 9] },
      ],
    },
  };
}

/** The statistics of 303 rows: a curve that grows with the square root of the rows, 1,000 rows being too many for them. */
function statistics(hill: HillNumbers): LevelFigures {
  const points = [1, 20, 75, 303, 455, 606].map((rows) => {
    const share = Math.sqrt(rows / 303);
    const q1 = Math.max(1, hill.q1 * share);
    return {
      rows,
      q0: Math.max(1, hill.q0 * share),
      q1,
      q2: Math.max(1, hill.q2 * Math.min(1, share)),
      coverage: Math.min(0.99, 0.9 * share),
      extrapolated: rows > 303,
      interval: { low: Math.max(1, 0.9 * q1), high: 1.1 * q1 },
    };
  });
  return {
    rows: 303,
    hill,
    interval: { low: 0.9 * hill.q1, high: 1.1 * hill.q1, rowsUsed: 303 },
    largest: { kinds: 3, share: 0.51 },
    rareKinds: { inOneRow: 4, inTwoRows: 3 },
    unseenKinds: 2.4,
    atCommonRows: { rows: 1000, absence: 'too-few-rows' },
    curve: points,
  };
}

export function mesoLevel(): MesoLevel {
  const names = ['ask refund', 'reset password', 'track parcel', 'change address', 'cancel order'];
  return {
    ...statistics({ q0: 214, q1: 96.4, q2: 48.1 }),
    sampleCoverage: 0.81,
    evenness: 0.85,
    source: 'verb-noun',
    kinds: 214,
    kindsPerRow: 2.31,
    rowsWithoutKind: 24,
    merging: { kindsBefore: 221, verbSimilarity: 0.75, nameSimilarity: 0.8 },
    top: names.map((name, index) => ({
      name,
      count: 41 - 7 * index,
      verb: name.split(' ')[0]!,
      noun: name.split(' ')[1]!,
      lines: [index + 2, index + 90],
      ...(name === 'ask refund' && { also: ['request refund'] }),
    })),
    rare: [{ name: 'plan trip', count: 1, verb: 'plan', noun: 'trip', lines: [17] }],
    verbs: pairWords(['ask', 'reset', 'track'], ['refund', 'agent', 'invoice', 'receipt']),
    nouns: pairWords(['refund', 'password', 'parcel'], ['ask', 'get', 'give', 'check']),
    balance: {
      rule: 'independence',
      overCount: 14,
      over: [{ name: 'reset password', count: 34, expected: 3.2, lines: [3, 91] }],
      underCount: 1,
      under: [{ name: 'ask password', count: 1, expected: 9.4, lines: [77] }],
    },
    coOccurrence: {
      minRows: 5,
      pairs: [
        { names: ['ask refund', 'cancel order'], rows: 11, lift: 6.2, npmi: 0.55, lines: [2, 40] },
      ],
    },
  };
}

function pairWords(names: readonly string[], partners: readonly string[]): PairWordsOfLevel {
  return {
    kinds: 61,
    hill: { q0: 61, q1: 30.2, q2: 18.8 },
    sampleCoverage: 0.93,
    evenness: 0.83,
    top: names.map((name, index) => ({
      name,
      count: 60 - 9 * index,
      pairCount: 66 - 9 * index,
      with: partners.map((partner, at) => ({
        name: partner,
        count: 20 - 5 * at - 2 * index,
        lines: [index + 2, index + 90],
      })),
    })),
  };
}

export function microLevel(): MicroLevel {
  const ranks = Array.from({ length: 48 }, (_, index) => Math.round(10 ** (index / 13)));
  return {
    ...statistics({ q0: 4211, q1: 641.3, q2: 118.6 }),
    sampleCoverage: 0.9994,
    evenness: 0.77,
    encoding: 'o200k_base',
    tokens: 34_812,
    types: 4211,
    entropyBits: 9.3247,
    hapaxShare: 0.412,
    expectationAdjustedDistinct: 0.1312,
    zipfSlope: -0.97,
    distinct: [0.121, 0.512, 0.794],
    midBand: { minCount: 2, maxCount: 6, types: 1520, tokensPerRow: 23.4 },
    length: { min: 4, q1: 61, median: 96, q3: 149, max: 1904, mean: 114.9, histogram: [] },
    rankFrequency: [...new Set(ranks)].map((rank) => ({
      rank,
      count: Math.max(1, Math.round(1902 / rank ** 0.95)),
    })),
    top: [{ name: ' the', count: 1204 }],
    rareMidBand: [
      { name: 'warranty', rows: 2, lines: [14, 81] },
      { name: 'courier', rows: 2, lines: [14, 52] },
    ],
    words: {
      rows: 303,
      words: 27_204,
      types: 3911,
      mattr: 0.6812,
      mtld: 71.42,
      hdD: 0.8123,
      ngramDiversity: 2.41,
      selfRepetition: 1.902,
    },
    compressionRatio: 3.214,
  };
}
