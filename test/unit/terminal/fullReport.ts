import { rowError } from '../../../src/data/rowError.ts';
import { sentence } from '../../../src/data/sentence.ts';
import type { Report } from '../../../src/engine/report.ts';
import { macroLevel, mesoLevel, microLevel } from '../webview/sampleLevels.ts';
import { sampleReport } from '../webview/sampleReport.ts';
import { withYardsticks } from '../webview/withYardsticks.ts';

const { nearDuplicates } = sampleReport;
const some = (count: number) => Array.from({ length: count }, (_, at) => 10 * at + 1);
const cluster = { ...nearDuplicates.fuzzyClusters[0]!, similarity: 0.93 };

/** A report in which everything is found that the terminal has words for; its data has no Latin letters. */
export const fullReport: Report = {
  ...sampleReport,
  file: {
    ...sampleReport.file,
    path: '資料',
    rowErrors: sampleReport.file.rowErrors.map(({ line, code, column }) =>
      rowError(line, code, sentence('…'), column),
    ),
    rowErrorCount: 14,
    parts: [
      { path: '一', format: 'csv', bytes: 9, linesBefore: 0, lines: 100, counted: 'records' },
      { path: '二', format: 'jsonl', bytes: 9, linesBefore: 100, lines: 100, counted: 'lines' },
      ...some(11).map((at) => ({
        path: '三',
        format: 'jsonl' as const,
        compression: 'gzip' as const,
        bytes: 9,
        linesBefore: 199 + at,
        lines: 10,
        counted: 'lines' as const,
      })),
    ],
  },
  fields: { ...sampleReport.fields, instruction: '問', response: '答', tags: '札' },
  levels: {
    macro: {
      instruction: inJapanese(withYardsticks(macroLevel())),
      response: inJapanese(macroLevel()),
      whole: {
        rows: 1,
        unmeasured: { code: 'too-few-rows', message: 'Too few rows to measure: 1.' },
      },
    },
    meso: {
      instruction: { ...inJapanese(mesoLevel()), source: 'tags' },
      response: { ...inJapanese(mesoLevel()), source: 'language-model' },
      whole: { ...inJapanese(mesoLevel()), source: 'key-phrases' },
    },
    micro: {
      instruction: inJapanese(microLevel()),
      response: inJapanese(microLevel()),
      whole: inJapanese(microLevel()),
    },
  },
  recurringWording: {
    instruction: { rows: 303, minRows: 5, found: 0, list: [] },
    response: {
      rows: 303,
      minRows: 5,
      found: 12,
      list: [{ text: 'ありがとうございます', rows: 61, share: 61 / 303, lines: [2, 9, 11] }],
    },
  },
  nearDuplicates: {
    ...nearDuplicates,
    exactClusters: some(10).map((line) => ({
      lines: [line, line + 1],
      kept: { line, because: 'first' },
    })),
    fuzzyClusters: [...nearDuplicates.fuzzyClusters, { ...cluster, lines: some(12) }],
    contained: {
      ...nearDuplicates.contained,
      rows: some(9).map((line) => ({ line, inLine: line + 2, containment: 0.95 })),
    },
    semantic: { ...nearDuplicates.semantic, rows: 54, clusters: some(9).map(() => cluster) },
    templates: {
      ...nearDuplicates.templates,
      unlisted: 2,
      families: [
        {
          frame: '＿の色を教えて',
          lines: some(12),
          slotValueCount: 12,
          slotValues: [{ value: '空', rows: 2 }],
        },
      ],
    },
    preferencePairs: {
      pairs: 9,
      alike: some(8).map((line) => ({ line, similarity: 0.97 })),
      contradictions: [
        { line: 5, rejectedInLine: 7, sameInstruction: true },
        { line: 6, rejectedInLine: 8, sameInstruction: false },
      ],
    },
    sameResponse: { groups: 2, rows: 5, largest: [] },
  },
  offDistribution: some(11).map((line) => ({
    ...sampleReport.offDistribution[0]!,
    line,
    reasons: ['Far from all other rows.', 'Oddly worded.'],
    evidence: [
      ...sampleReport.offDistribution[0]!.evidence,
      { code: 'odd-wording', surpriseBits: 9, typicalSurpriseBits: 5, oddWords: [] },
      { code: 'rare-language', language: 'und', share: 0.01 },
      { code: 'unusual-length', field: 'response', tokens: 1904, medianTokens: 96 },
    ],
  })),
  quality: [
    { code: 'boilerplate', weight: 'low', rows: 9, places: [{ line: 8 }] },
    { code: 'refusal', weight: 'high', rows: 1, places: [{ line: 31, excerpt: '申し訳' }] },
  ],
};

function inJapanese<T>(level: T): T {
  return JSON.parse(JSON.stringify(level), (key, value: unknown) =>
    ['name', 'also', 'terms'].includes(key) ? (Array.isArray(value) ? ['例'] : '例') : value,
  ) as T;
}
