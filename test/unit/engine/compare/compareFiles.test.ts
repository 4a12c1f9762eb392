import { describe, expect, it } from 'vitest';
import { createCancelFlag, requestCancel } from '../../../../src/engine/cancellation.ts';
import type { CompareUpdate } from '../../../../src/engine/compare/compareFiles.ts';
import { isCompared } from '../../../../src/engine/compare/comparison.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';
import { compareInline } from '../../../support/compareInline.ts';
import { memorySource } from '../../../support/inspectInline.ts';

const SUBJECTS = ['train', 'river', 'invoice', 'garden', 'recipe', 'engine', 'poem', 'contract'];
const VERBS = ['describe', 'repair', 'explain', 'compare', 'sell', 'paint', 'measure', 'review'];
const PLACES = ['in Oslo', 'at sea', 'for a child', 'in winter', 'with care', 'at night'];

/** Seeded rows of one source; no two files with different seeds share rows but by chance. */
function rowsOf(count: number, seed: number, answer = 'It is done with'): object[] {
  const random = createRandom(seed);
  const one = (words: readonly string[]) => words[Math.floor(random() * words.length)]!;
  return Array.from({ length: count }, () => ({
    instruction: `Please ${one(VERBS)} the ${one(SUBJECTS)} ${one(PLACES)}, number ${Math.floor(random() * 1e6)}.`,
    output: `${answer} the ${one(SUBJECTS)} and the ${one(SUBJECTS)} ${one(PLACES)}.`,
  }));
}
const fileOf = (rows: readonly object[]) =>
  memorySource(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));

describe('compareFiles', () => {
  it(
    'sees no shift between two draws from one source, of unequal size',
    { tags: 'slow' },
    async () => {
      const { comparison } = await compareInline(fileOf(rowsOf(900, 1)), fileOf(rowsOf(300, 2)));
      expect(comparison.verdict).toMatchObject({
        code: 'no-shift-seen',
        beyondChance: [],
        rows: { dataset: 900, reference: 300 },
      });
      const { macro, micro } = comparison.levels;
      for (const level of [macro.whole, micro.response]) {
        expect(level).toMatchObject({ commonRows: 300, moreDiverse: 'neither' });
      }
      expect(comparison.leakage.byKind.exact).toBe(0);
    },
  );

  it(
    'sees a shift, and tells what is over- and under-used by name and line',
    { tags: 'slow' },
    async () => {
      const plain = [...rowsOf(300, 3), ...rowsOf(60, 5, 'Regrettably nobody knows')];
      const { comparison } = await compareInline(
        fileOf(rowsOf(400, 4, 'Certainly! Happily')),
        fileOf(plain),
      );
      expect(comparison.verdict.code).toBe('shifted');
      expect(comparison.verdict.beyondChance).toContain('tokens');
      const { words } = comparison.use;
      if (!isCompared(words)) throw new Error(words.uncompared.message);
      const over = words.overUsed.find(({ name }) => name === 'certainly')!;
      expect(over).toMatchObject({
        rows: { dataset: 400, reference: 0 },
        hardlyInOne: true,
        lines: { dataset: [1, 2, 3, 4, 5], reference: [] },
      });
      const under = words.underUsed.find(({ name }) => name === 'regrettably')!;
      expect(under.lines).toEqual({ dataset: [], reference: [301, 302, 303, 304, 305] });
      expect(under.z).toBeLessThan(-words.zLimit);
    },
  );

  it('ranks rows by how far outside of the other file they lie', { tags: 'slow' }, async () => {
    const strange = { instruction: 'Прочитайте стихи вслух', output: 'Он их читает вслух.' };
    const { comparison } = await compareInline(
      fileOf([...rowsOf(200, 6), strange]),
      fileOf(rowsOf(200, 7)),
    );
    const { invented, missing } = comparison;
    if (!isCompared(invented) || !isCompared(missing)) throw new Error('not compared');
    expect(invented.furthest[0]!.line).toBe(201);
    expect(invented.furthest[0]!.cosineDistance).toBeGreaterThan(invented.limit);
    expect(missing.outside).toBeLessThan(0.05 * missing.rows);
  });

  it('finds rows of the data set that repeat the reference', { tags: 'slow' }, async () => {
    const own = rowsOf(200, 8);
    const reference = rowsOf(50, 9) as { instruction: string; output: string }[];
    const copied = [
      reference[4]!,
      { ...reference[7]!, instruction: `${reference[7]!.instruction.toUpperCase()} ` },
      { instruction: `${reference[9]!.instruction} Now.`, output: reference[9]!.output },
    ];
    const { comparison } = await compareInline(fileOf([...own, ...copied]), fileOf(reference));
    const found = new Map(comparison.leakage.pairs.map((pair) => [pair.line, pair]));
    expect(found.get(201)).toMatchObject({ referenceLine: 5, kind: 'exact', similarity: 1 });
    expect(found.get(202)).toMatchObject({ referenceLine: 8, kind: 'exact' });
    expect(found.get(203)).toMatchObject({ referenceLine: 10, kind: 'fuzzy' });
  });

  it(
    'finds the same file twice to be the same, and all of it leaked',
    { tags: 'slow' },
    async () => {
      const file = fileOf(rowsOf(250, 10));
      const { comparison } = await compareInline(file, file);
      expect(comparison.verdict.code).toBe('no-shift-seen');
      expect(comparison.leakage.rows).toEqual({ dataset: 250, reference: 250 });
      expect(comparison.leakage.byKind.exact).toBe(250);
      expect(comparison.invented).toMatchObject({ outside: 0, furthest: [] });
      for (const level of Object.values(comparison.levels)) {
        if (isCompared(level.whole)) expect(level.whole.ratio.value).toBeCloseTo(1, 9);
      }
    },
  );

  it('says how little a reference 100 times smaller tells', { tags: 'slow' }, async () => {
    const { comparison } = await compareInline(fileOf(rowsOf(2000, 11)), fileOf(rowsOf(20, 12)));
    expect(comparison.verdict.code).toBe('no-shift-seen-in-few-rows');
    expect(comparison.levels.micro.whole).toMatchObject({ commonRows: 20 });
    const tiny = await compareInline(fileOf(rowsOf(300, 11)), fileOf(rowsOf(3, 12)));
    expect(tiny.comparison.verdict.code).toBe('too-few-rows');
  });

  it(
    'compares files of other shapes and languages by what both have',
    { tags: 'slow' },
    async () => {
      const japanese = Array.from({ length: 40 }, (_, row) => ({
        text: `東京の${['駅', '川', '店', '庭'][row % 4]}について${row}番目の話をしてください。`,
      }));
      const { comparison } = await compareInline(fileOf(rowsOf(300, 13)), fileOf(japanese));
      expect(comparison.verdict.code).toBe('shifted');
      const { instruction, response, whole } = comparison.levels.micro;
      expect([instruction, response].filter(isCompared).length).toBeLessThan(2);
      expect(isCompared(whole)).toBe(true);
    },
  );

  it('looks for task units in both where only one has tags', { tags: 'slow' }, async () => {
    const tagged = rowsOf(100, 14).map((row, at) => ({ ...row, tags: [`tag ${at % 3}`] }));
    const { comparison } = await compareInline(fileOf(tagged), fileOf(rowsOf(100, 15)));
    const { units } = comparison.use;
    if (!isCompared(units)) throw new Error(units.uncompared.message);
    expect(units.kinds).toBeGreaterThan(3);
    expect(comparison.verdict.beyondChance).not.toContain('units');
  });

  it('calls neither file more diverse where one has fewer than 10 rows', async () => {
    const { comparison } = await compareInline(fileOf(rowsOf(40, 1)), fileOf(rowsOf(9, 2)));
    expect(comparison.verdict.code).toBe('too-few-rows');
    for (const fields of Object.values(comparison.levels)) {
      for (const level of Object.values(fields)) {
        expect(level).toMatchObject({ uncompared: { code: 'too-few-rows' } });
      }
    }
  });

  it(
    'tells nothing of topics where few different rows are all in one',
    { tags: 'slow' },
    async () => {
      const trains = Array.from({ length: 30 }, (_, row) => ({
        instruction: `The train number ${row} is ${row % 7} years old.`,
      }));
      const file = fileOf(trains);
      const { comparison } = await compareInline(file, file);
      const { macro, micro } = comparison.levels;
      expect(macro.whole).toMatchObject({ uncompared: { code: 'too-few-different-rows' } });
      expect(micro.whole).toMatchObject({ commonRows: 30 });
    },
  );

  it(
    'calls a file that is one row over and over shifted, and says what it cannot tell',
    { tags: 'slow' },
    async () => {
      const one = fileOf(Array.from({ length: 60 }, () => rowsOf(1, 1)[0]!));
      const { comparison } = await compareInline(one, fileOf(rowsOf(60, 2)));
      const { verdict, shift, missing } = comparison;
      expect(verdict.code).toBe('shifted');
      expect(verdict.beyondChance).toContain('wording');
      expect(shift.meanings!.areaUnderRoc).toBeGreaterThan(0.9);
      expect(shift.wording!.areaUnderRoc).toBeGreaterThan(0.9);
      expect(missing).toMatchObject({ uncompared: { code: 'too-few-different-rows' } });
    },
  );

  it('says in one sentence which file cannot be read', async () => {
    const file = fileOf(rowsOf(20, 16));
    await expect(compareInline(file, memorySource(''))).rejects.toMatchObject({
      code: 'empty-file',
      message: 'Reference: test.jsonl is empty: it holds no rows.',
    });
    await expect(compareInline(memorySource('no json\n'), file)).rejects.toMatchObject({
      code: 'no-usable-row',
      message: expect.stringMatching(/^Data set: The file has no usable row\./) as string,
    });
  });

  it('puts both files on one map, and stops when it is cancelled', { tags: 'slow' }, async () => {
    const sources = [fileOf(rowsOf(120, 17)), fileOf(rowsOf(60, 18))] as const;
    const updates: CompareUpdate[] = [];
    const { comparison, map } = await compareInline(
      ...sources,
      { withMap: true },
      { onUpdate: (update) => updates.push(update) },
    );
    // The comparison is there before the map.
    expect(updates.map(({ compared }) => compared)).toEqual([
      expect.objectContaining({ comparison }),
    ]);
    expect(updates[0]).not.toHaveProperty('compared.map');
    expect(map).toMatchObject({ datasetPoints: 120 });
    const { topics, outside } = map!;
    expect(Math.max(...topics!.ofPoint)).toBe(topics!.names.length - 1);
    const { invented, missing } = comparison;
    if (!isCompared(invented) || !isCompared(missing)) throw new Error('not compared');
    const outsideIn = (from: number, to: number) =>
      [...outside!.subarray(from, to).keys()].filter((at) => outside![from + at] === 1);
    const linesOutside = (from: number, to: number) =>
      outsideIn(from, to).map((at) => map!.lines[from + at]! + 1);
    const listed = ({ furthest, outside: count }: typeof invented) =>
      furthest
        .slice(0, count)
        .map(({ line }) => line)
        .sort((a, b) => a - b);
    expect(linesOutside(0, 120)).toEqual(listed(invented));
    expect(linesOutside(120, 180)).toEqual(listed(missing));
    expect(map!.lines.length).toBe(180);
    expect([map!.lines[0], map!.lines[120]]).toEqual([0, 0]);
    const cancelFlag = createCancelFlag();
    const running = compareInline(
      ...sources,
      {},
      {
        cancelFlag,
        onProgress({ phase }) {
          if (phase === 'compare') requestCancel(cancelFlag);
        },
      },
    );
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
  });

  it(
    'calls copies of one row less diverse than other rows, but not than copies of another row',
    { tags: 'slow' },
    async () => {
      const copies = (count: number, answer?: string) => {
        const [row] = rowsOf(1, 1, answer);
        return fileOf(Array.from({ length: count }, () => row!));
      };
      const alike = await compareInline(copies(14), copies(12, 'Nobody knows how to do'));
      const { whole } = alike.comparison.levels.micro;
      expect(whole).toMatchObject({ moreDiverse: 'neither' });
      // Copies tell nothing of other rows of their source: no interval, not one without width.
      expect(whole).not.toHaveProperty('effectiveKinds.dataset.low');
      expect(whole).not.toHaveProperty('ratio.low');
      const other = await compareInline(copies(14), fileOf(rowsOf(14, 2)));
      expect(other.comparison.levels.micro.whole).toMatchObject({
        moreDiverse: 'reference',
        effectiveKinds: { dataset: { q1: expect.any(Number) as number } },
        ratio: { low: expect.any(Number) as number },
      });
      expect(other.comparison.levels.micro.whole).not.toHaveProperty('effectiveKinds.dataset.low');
    },
  );
});
