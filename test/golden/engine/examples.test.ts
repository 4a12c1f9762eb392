import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Inspection } from '../../../src/engine/inspection.ts';
import { isMeasured, type OffDistributionRow, type Report } from '../../../src/engine/report.ts';
import { inspectInline } from '../../support/inspectInline.ts';
import { readLines, readPlanted, readRows, wholeText } from '../../unit/examples/readExample.ts';

// The truth is examples/planted.json, written down when the rows were planted, and what is counted here from the rows
// themselves: categories, equal texts.
const folder = fileURLToPath(new URL('../../../examples/', import.meta.url));
const inspectExample = (name: string): Promise<Inspection> =>
  inspectInline({ kind: 'file', path: `${folder}${name}` });

const byFirstLine = (a: readonly number[], b: readonly number[]) => a[0]! - b[0]!;
const linesOf = (clusters: readonly { readonly lines: readonly number[] }[]) =>
  clusters.map(({ lines }) => lines).sort(byFirstLine);

/** Lines of equal rows, after the normalisation that the report promises. */
function equalRows(rows: ReturnType<typeof readRows>): number[][] {
  const lines = new Map<string, number[]>();
  for (const row of rows) {
    const text = wholeText(row);
    lines.set(text, [...(lines.get(text) ?? []), row.line]);
  }
  return [...lines.values()].filter(({ length }) => length > 1);
}

/** Hill numbers of order 0, 1 and 2 of the rows' categories, by their definition. */
function hillOfCategories(rows: ReturnType<typeof readRows>) {
  const counts = new Map<string, number>();
  for (const { category } of rows) counts.set(category, (counts.get(category) ?? 0) + 1);
  const shares = [...counts.values()].map((count) => count / rows.length);
  return {
    q0: shares.length,
    q1: Math.exp(-shares.reduce((sum, share) => sum + share * Math.log(share), 0)),
    q2: 1 / shares.reduce((sum, share) => sum + share * share, 0),
  };
}

function expectHill(report: Report, rows: ReturnType<typeof readRows>) {
  const expected = hillOfCategories(rows);
  for (const level of [report.levels.meso.instruction, report.levels.meso.response]) {
    if (!isMeasured(level)) throw new Error(level.unmeasured.message);
    expect(level).toMatchObject({ source: 'tags', kinds: expected.q0, kindsPerRow: 1 });
    expect(level.hill.q0).toBe(expected.q0);
    expect(level.hill.q1).toBeCloseTo(expected.q1, 9);
    expect(level.hill.q2).toBeCloseTo(expected.q2, 9);
  }
}

describe('the report of the generated set', () => {
  const planted = readPlanted();
  const unreadable = new Set([...planted.rowErrors.map(({ line }) => line), ...planted.blankLines]);
  const name = 'support-generated.jsonl';
  let report: Report;
  let lineStarts: Float64Array;
  beforeAll(async () => {
    ({ report, lineStarts } = await inspectExample(name));
  });

  it('counts lines, rows and blank lines', () => {
    expect(report.file).toMatchObject({
      lines: planted.lines,
      rows: planted.rows,
      blankLines: planted.blankLines.length,
      encoding: 'utf-8',
    });
  });

  it('lists every broken line with its code, and no other', () => {
    const found = report.file.rowErrors.map(({ line, code }) => ({ line, code }));
    expect(found).toEqual(planted.rowErrors.map(({ line, code }) => ({ line, code })));
    expect(report.file.rowErrorCount).toBe(planted.rowErrors.length);
    expect(report.file.rowWarningCount).toBe(0);
  });

  it('knows where each line begins', () => {
    const lengths = readLines(name).map(({ length }) => length + 1);
    lengths.forEach((length, line) => {
      expect(lineStarts[line + 1]! - lineStarts[line]!).toBe(length);
    });
  });

  it('reads every row as messages with its category as tag', () => {
    expect(report.file.shapes).toEqual([{ shape: 'messages', rows: planted.rows }]);
    expect(report.fields).toEqual({
      instruction: 'messages (user)',
      response: 'messages (assistant)',
      tags: 'category',
      available: ['category', 'language', 'messages'].map((key) => ({
        name: key,
        rows: planted.rows,
      })),
    });
    expectHill(report, readRows(name, unreadable));
  });

  it('finds every exact cluster and no other', () => {
    expect(linesOf(report.nearDuplicates.exactClusters)).toEqual(planted.exactClusters);
  });

  it('finds every near-duplicate cluster and no other', () => {
    const { fuzzyClusters, allPairsListed, rows } = report.nearDuplicates;
    expect(linesOf(fuzzyClusters)).toEqual(planted.nearClusters);
    expect(allPairsListed).toBe(true);
    expect(rows).toBe([...planted.exactClusters, ...planted.nearClusters].flat().length);
    // Every two rows of a planted cluster are near to each other.
    for (const { lines, pairs, similarity } of fuzzyClusters) {
      expect(pairs).toHaveLength((lines.length * (lines.length - 1)) / 2);
      expect(similarity).toBe(Math.min(...pairs.map((pair) => pair.similarity)));
      expect(similarity).toBeGreaterThanOrEqual(0.8);
    }
  });

  it('finds the eight rows that do not belong, the least typical first', () => {
    const found = report.offDistribution.map(({ line }) => line);
    expect(found).toEqual(expect.arrayContaining(planted.offDistribution.map(({ line }) => line)));
    const scores = report.offDistribution.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => a - b));
  });

  it('flags no more of the rows that belong than the false-positive rate allows', () => {
    const strangers = new Set(planted.offDistribution.map(({ line }) => line));
    const others = report.offDistribution.filter(({ line }) => !strangers.has(line));
    const { offDistributionFalsePositiveRate } = report.settings;
    expect(others.length / report.file.rows).toBeLessThanOrEqual(offDistributionFalsePositiveRate);
  });

  it('says why a row does not belong: its script, its length, its distance', () => {
    const evidenceOf = (line: number) =>
      report.offDistribution.find((row) => row.line === line)!.evidence;
    const share = 1 / planted.rows;
    expect(evidenceOf(281)).toContainEqual({ code: 'rare-script', script: 'Cyrillic', share });
    expect(evidenceOf(284)).toContainEqual({ code: 'rare-script', script: 'Hangul', share });
    expect(evidenceOf(138)).toContainEqual(
      expect.objectContaining({ code: 'unusual-length', field: 'response' }),
    );
    for (const { line } of planted.offDistribution) {
      expect(evidenceOf(line).map(({ code }) => code)).toContain('far-from-all');
    }
  });

  it('is of every row: nothing was sampled', () => {
    expect(report.sampled).toEqual([]);
    for (const level of ['macro', 'meso', 'micro'] as const) {
      expect(report.levels[level].instruction.rows).toBe(planted.rows);
      expect(report.levels[level].response.rows).toBe(planted.rows);
    }
  });
});

describe('the report of the reference set', () => {
  const name = 'support-reference.jsonl';
  let report: Report;
  beforeAll(async () => {
    ({ report } = await inspectExample(name));
  });

  it('has 300 rows of messages in 14 categories, some with a system message', () => {
    expect(report.file).toMatchObject({ lines: 300, rows: 300, blankLines: 0, rowErrorCount: 0 });
    expect(report.file.shapes).toEqual([{ shape: 'messages', rows: 300 }]);
    expect(report.fields).toMatchObject({
      instruction: 'messages (user, system)',
      response: 'messages (assistant)',
      tags: 'category',
    });
    expectHill(report, readRows(name));
  });

  it('has no duplicates', () => {
    expect(report.nearDuplicates).toMatchObject({ rows: 0, exactClusters: [], fuzzyClusters: [] });
  });

  it('has at most 1% of rows far from the others, and a few of unusual length', () => {
    const isFar = (row: OffDistributionRow) => row.evidence[0]!.code === 'far-from-all';
    expect(report.offDistribution.filter(isFar).length).toBeLessThanOrEqual(3);
    expect(report.offDistribution.length).toBeLessThanOrEqual(4);
  });
});

describe('the reports of the generations', () => {
  const names = [1, 2, 3].map((n) => `support-generation-${n}.jsonl`);
  let reports: Report[];
  beforeAll(async () => {
    reports = [];
    for (const name of names) reports.push((await inspectExample(name)).report);
  });

  it('have 200 rows each, of messages, without row errors', () => {
    for (const { file } of reports) {
      expect(file).toMatchObject({ lines: 200, rows: 200, rowErrorCount: 0, shape: 'messages' });
    }
  });

  it('have the effective number of tags of their categories', () => {
    reports.forEach((report, index) => expectHill(report, readRows(names[index]!)));
  });

  it('have the equal rows as exact clusters', () => {
    reports.forEach((report, index) => {
      expect(linesOf(report.nearDuplicates.exactClusters)).toEqual(
        equalRows(readRows(names[index]!)),
      );
    });
  });

  it.each([
    ['effective tags', ({ meso }: Report['levels']) => measured(meso.instruction).hill.q1],
    [
      'effective tokens of the instruction',
      ({ micro }: Report['levels']) => measured(micro.instruction).hill.q1,
    ],
    [
      'effective tokens of the response',
      ({ micro }: Report['levels']) => measured(micro.response).hill.q1,
    ],
    [
      'effective topics of the instruction',
      ({ macro }: Report['levels']) => measured(macro.instruction).hill.q1,
    ],
    [
      'Vendi Score of the instruction',
      ({ macro }: Report['levels']) => measured(macro.instruction).vendiScore,
    ],
    [
      'Vendi Score of the response',
      ({ macro }: Report['levels']) => measured(macro.response).vendiScore,
    ],
    [
      'NovelSum',
      ({ macro }: Report['levels']) => measured(macro.whole).pairs!.novelSum.proximityWeighted,
    ],
    [
      'rows told apart (DCScore)',
      ({ macro }: Report['levels']) => measured(macro.whole).pairs!.dcScore,
    ],
    [
      'nearest distance',
      ({ macro }: Report['levels']) => measured(macro.whole).pairs!.meanNearestDistance,
    ],
  ])('have less of this than the one before: %s', (_, of) => {
    const [first, second, third] = reports.map(({ levels }) => of(levels));
    expect(second!).toBeLessThan(first!);
    expect(third!).toBeLessThan(second!);
  });

  it('repeat themselves more than the one before', () => {
    const [first, second, third] = reports.map(({ nearDuplicates }) => nearDuplicates.rows);
    expect(second!).toBeGreaterThan(first!);
    expect(third!).toBeGreaterThan(second!);
  });
});

type Measured<T> = Exclude<T, { readonly unmeasured: unknown }>;

function measured<T extends object>(level: T): Measured<T> {
  if ('unmeasured' in level) throw new Error(JSON.stringify(level));
  return level as Measured<T>;
}
