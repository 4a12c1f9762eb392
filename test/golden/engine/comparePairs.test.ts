import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isCompared } from '../../../src/engine/compare/comparison.ts';
import { compareInline } from '../../support/compareInline.ts';

// Data of other people with known truth: generated and real rows of one task, two parts of one set.
const sharedData = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const canSkip = !existsSync(sharedData) && !process.env['CI'];

/** Rows that are compared of each file, its first: as many as tell, in a part of the time. */
const ROWS = 2_000;
let folder: string;

const compareShared = async (dataset: string, reference: string) => {
  const source = (name: string) => {
    const path = join(folder, `${name}.jsonl`);
    const lines = readFileSync(`${sharedData}${name}.jsonl`, 'utf8').split('\n');
    writeFileSync(path, lines.slice(0, ROWS).join('\n'));
    return { kind: 'file', path } as const;
  };
  return (await compareInline(source(dataset), source(reference))).comparison;
};

describe.skipIf(canSkip)('known pairs', () => {
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'strata-'))));
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['sst2-generated', 'sst2-gold'],
    ['evals-lm-written', 'evals-human-written'],
  ])('%s against %s reads as shifted', async (dataset, reference) => {
    const { verdict, use } = await compareShared(dataset, reference);
    expect(verdict.code).toBe('shifted');
    expect(verdict.beyondChance).toEqual(expect.arrayContaining(['tokens', 'topics']));
    if (!isCompared(use.words)) throw new Error('words were not compared');
    expect(use.words.overUsed.length).toBeGreaterThan(0);
  });

  it('the two parts of GSM8K read as one source, and no level differs beyond noise', async () => {
    const { verdict, levels, use, leakage, invented } = await compareShared(
      'gsm8k-train',
      'gsm8k-test',
    );
    expect(verdict.code).toBe('no-shift-seen');
    for (const level of [levels.macro, levels.meso, levels.micro]) {
      expect(level.whole).toMatchObject({
        commonRows: expect.any(Number) as number,
        moreDiverse: 'neither',
      });
    }
    for (const kinds of [use.topics, use.units, use.words]) {
      expect(kinds).toMatchObject({ overUsedKinds: 0, underUsedKinds: 0 });
    }
    expect(leakage.byKind.exact).toBe(0);
    if (!isCompared(invented)) throw new Error('meanings were not compared');
    expect(invented.outside / invented.rows).toBeLessThan(0.02);
  });

  it('a file reads as itself', async () => {
    const { verdict, leakage } = await compareShared('pawsx-en', 'pawsx-en');
    expect(verdict.code).toBe('no-shift-seen');
    // Rows that are equal within the file (four, see sharedData.json) have one match.
    expect(leakage.rows.dataset).toBe(2000);
    expect(leakage.byKind.exact).toBe(2000);
  });
});
