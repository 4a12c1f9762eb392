import { defaultSettings } from '../../../src/engine/defaultSettings.ts';
import type {
  MacroLevel,
  MesoLevel,
  PairWordsOfLevel,
  Report,
} from '../../../src/engine/report.ts';
import type { MicroLevel } from '../../../src/metrics/micro/microLevel.ts';
import type { HillNumbers, LevelFigures } from '../../../src/metrics/stats/levelFigures.ts';

/** A report as the engine makes it for some 300 rows of customer support, written by hand; figures agree with each other. */
export const sampleReport: Report = {
  schemaVersion: 1,
  strataVersion: '0.1.0',
  settings: { ...defaultSettings, seed: 42, nearDuplicateThreshold: 0.8, shingleTokens: 5 },
  file: {
    path: 'data/support.jsonl',
    bytes: 1_482_113,
    lines: 308,
    blankLines: 2,
    rows: 303,
    rowErrors: [
      { line: 17, column: 42, code: 'invalid-json', message: 'Expected "," or "}", found "x".' },
      { line: 120, code: 'not-an-object', message: 'Expected a JSON object, found an array.' },
      { line: 250, code: 'no-text', message: 'Expected messages with text, found none.' },
    ],
    rowErrorCount: 3,
    rowWarnings: [{ line: 44, code: 'duplicate-key', message: 'The key "id" occurs twice.' }],
    rowWarningCount: 1,
    shape: 'messages',
    shapes: [
      { shape: 'messages', rows: 291 },
      { shape: 'alpaca', rows: 12 },
    ],
    encoding: 'utf-8',
  },
  fields: {
    instruction: 'messages (system, user)',
    response: 'messages (assistant)',
    tags: 'category',
    available: [
      { name: 'messages', rows: 291 },
      { name: 'category', rows: 280 },
      { name: 'instruction', rows: 12 },
      { name: 'output', rows: 12 },
    ],
  },
  levels: {
    macro: {
      instruction: macroLevel(),
      response: { ...macroLevel(), vendiScore: 11.2 },
      whole: macroLevel(),
    },
    meso: {
      instruction: mesoLevel(),
      response: {
        rows: 303,
        unmeasured: { code: 'no-kinds', message: 'No tags, verb–noun pairs or phrases found.' },
      },
      whole: mesoLevel(),
    },
    micro: { instruction: microLevel(), response: microLevel(), whole: microLevel() },
  },
  languages: [
    { language: 'en', rows: 164, share: 164 / 303 },
    { language: 'ja', rows: 139, share: 139 / 303 },
  ],
  recurringWording: {
    instruction: { rows: 303, minRows: 5, found: 0, list: [] },
    response: {
      rows: 303,
      minRows: 5,
      found: 12,
      list: [{ text: 'Thank you for reaching out', rows: 61, share: 61 / 303, lines: [2, 9, 11] }],
    },
  },
  nearDuplicates: {
    scope: 'whole',
    allPairsListed: true,
    rows: 11,
    floor: 0.5,
    exactClusters: [{ lines: [12, 88, 201], kept: { line: 12, because: 'first' } }],
    fuzzyClusters: [
      {
        lines: [31, 32, 33, 160, 161, 240],
        kept: { line: 160, because: 'longest' },
        similarity: 0.83,
        meanSimilarity: 0.9,
        pairs: [{ lines: [31, 32], similarity: 0.97 }],
      },
      {
        lines: [70, 71],
        kept: { line: 70, because: 'first' },
        sameField: 'instruction',
        similarity: 0.91,
        meanSimilarity: 0.91,
        pairs: [{ lines: [70, 71], similarity: 0.91 }],
      },
    ],
    contained: {
      threshold: 0.9,
      minShingles: 8,
      allFound: true,
      rows: [],
    },
    semantic: {
      threshold: 0.95,
      floor: 0.9,
      expectedPrecision: 0.81,
      rows: 0,
      clusters: [],
    },
    templates: {
      field: 'instruction',
      minSlotValues: 5,
      minFrameTokens: { words: 4, characters: 8 },
      maxSlotTokens: { words: 4, characters: 8 },
      maxTextTokens: 64,
      unlisted: 0,
      families: [],
    },
    sameInstruction: { groups: 1, rows: 2, largest: [{ rows: 2, variants: 2, lines: [70, 71] }] },
    sameResponse: { groups: 0, rows: 0, largest: [] },
  },
  offDistribution: [
    {
      line: 66,
      score: 0.00001,
      rank: 1,
      reasons: ['Far from all other rows'],
      evidence: [
        {
          code: 'far-from-all',
          meanCosineDistance: 0.91,
          medianCosineDistance: 0.42,
          nearestLine: 12,
        },
      ],
    },
    {
      line: 145,
      score: 0.001,
      rank: 1,
      reasons: ['Rare script', 'Unusual length'],
      evidence: [
        { code: 'rare-script', script: 'Cyrillic', share: 0.0033 },
        { code: 'unusual-length', field: 'response', tokens: 1904, medianTokens: 96 },
      ],
    },
  ],
  offDistributionMethod: { neighbours: 10 },
  quality: [
    {
      code: 'refusal',
      weight: 'high',
      rows: 1,
      places: [{ line: 31, excerpt: 'I’m sorry, but I can’t help with that.' }],
    },
  ],
  sampled: [
    {
      what: 'embeddings',
      used: 300,
      of: 303,
      seed: 42,
      message: 'Meanings and distances were measured on a random sample of 300 of 303 rows.',
    },
  ],
};

function macroLevel(): MacroLevel {
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
        { topics: [1, 8], nearestSimilarity: 0.41, lines: [77, 9] },
        { topics: [3, 8], nearestSimilarity: 0.52, lines: [4, 9] },
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
    interval: { low: 0.9 * hill.q1, high: 1.1 * hill.q1, draws: 200, rowsPerDraw: 303 },
    largest: { kinds: 3, share: 0.51 },
    rareKinds: { inOneRow: 4, inTwoRows: 3 },
    unseenKinds: 2.4,
    atCommonRows: { rows: 1000, absence: 'too-few-rows' },
    curve: points,
  };
}

function mesoLevel(): MesoLevel {
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

function microLevel(): MicroLevel {
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
