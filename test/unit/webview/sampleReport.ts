import { rowError } from '../../../src/data/rowError.ts';
import { sentence } from '../../../src/data/sentence.ts';
import { defaultSettings } from '../../../src/engine/defaultSettings.ts';
import type { Report } from '../../../src/engine/report.ts';
import { macroLevel, mesoLevel, microLevel } from './sampleLevels.ts';

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
      rowError(17, 'invalid-json', sentence('Expected "," or "}", found "x".'), 42),
      rowError(120, 'not-an-object', sentence('Expected a JSON object, found an array.')),
      rowError(250, 'no-text', sentence('Expected messages with text, found none.')),
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
