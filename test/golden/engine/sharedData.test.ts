import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { ShapeId } from '../../../src/data/rowTypes.ts';
import { isMeasured, type Report } from '../../../src/engine/report.ts';
import { inspectInline } from '../../support/inspectInline.ts';
import counted from './sharedData.json' with { type: 'json' };

// The whole engine on data of other people. What is expected was counted by sharedData.py, apart from this code.
const sharedData = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

interface Truth {
  readonly file: string;
  readonly shape: string;
  readonly rows: number;
  readonly equalClusters: number;
  readonly equalRows: number;
  readonly tags?: { readonly q0: number; readonly q1: number; readonly q2: number };
}

/** Files whose rows are nested: their shape and rows only. */
const NESTED: readonly (readonly [file: string, shape: ShapeId, rows: number])[] = [
  ['dpo-en', 'preference-conversations', 300],
  ['japanese-mt-bench', 'turns', 80],
  ['kto-en', 'kto-messages', 300],
  ['messages-v1', 'messages', 500],
  ['mt-bench', 'turns', 80],
  ['self-instruct-seeds', 'self-instruct', 175],
  ['self-instruct-user-tasks', 'self-instruct', 252],
  ['toolcall-en', 'conversations', 300],
];

const reports = new Map<string, Promise<Report>>();

/** The report of a shared file, made once. */
function inspectShared(file: string): Promise<Report> {
  const source = { kind: 'file', path: `${sharedData}${file}.jsonl` } as const;
  const known = reports.get(file) ?? inspectInline(source).then(({ report }) => report);
  reports.set(file, known);
  return known;
}

if (!existsSync(sharedData)) {
  console.warn('The shared data sets are not here: the engine is not tested on them.');
}

// The largest file takes some ten seconds: slow machines get patience.
describe.skipIf(!existsSync(sharedData))('the report of shared data', () => {
  it.each<Truth>(counted)('$file: rows, equal rows and effective tags', async (truth) => {
    const { file, nearDuplicates, levels, offDistribution } = await inspectShared(truth.file);
    expect(file).toMatchObject({
      shapes: [{ shape: truth.shape, rows: truth.rows }],
      rows: truth.rows,
      lines: truth.rows,
      rowErrorCount: 0,
    });
    const clusters = nearDuplicates.exactClusters.map(({ lines }) => lines);
    expect(clusters).toHaveLength(truth.equalClusters);
    expect(clusters.flat()).toHaveLength(truth.equalRows);
    const meso = levels.meso.instruction;
    if (truth.tags) {
      if (!isMeasured(meso)) throw new Error(meso.unmeasured.message);
      expect(meso).toMatchObject({ source: 'tags', rows: truth.rows, kindsPerRow: 1 });
      expect(meso.hill.q0).toBe(truth.tags.q0);
      expect(meso.hill.q1).toBeCloseTo(truth.tags.q1, 8);
      expect(meso.hill.q2).toBeCloseTo(truth.tags.q2, 8);
    }
    // Each of these files is of one kind: hardly a row of it is a stranger.
    expect(offDistribution.length / truth.rows).toBeLessThan(0.02);
  });

  it.each(NESTED)('%s: %s, %i rows', async (name, shape, rows) => {
    const report = await inspectShared(name);
    const { file, levels, offDistribution } = report;
    expect(JSON.stringify(report)).not.toMatch(/NaN|Infinity/);
    expect(file).toMatchObject({ shapes: [{ shape, rows }], rows, lines: rows, rowErrorCount: 0 });
    expect(isMeasured(levels.macro.instruction) && isMeasured(levels.micro.instruction)).toBe(true);
    expect(offDistribution.length / rows).toBeLessThan(0.02);
  });

  it('clinc-full: a flagged row is out of scope at least five times as often as any row', async () => {
    const lines = readFileSync(`${sharedData}clinc-full.jsonl`, 'utf8').trimEnd().split('\n');
    const isStranger = lines.map((line) => (JSON.parse(line) as { is_oos: boolean }).is_oos);
    const shareOf = (flags: readonly boolean[]) => flags.filter(Boolean).length / flags.length;
    const { offDistribution } = await inspectShared('clinc-full');
    const flagged = offDistribution.map(({ line }) => isStranger[line - 1]!);
    expect(flagged.length).toBeGreaterThanOrEqual(20);
    expect(shareOf(flagged)).toBeGreaterThanOrEqual(5 * shareOf(isStranger));
  });
});
