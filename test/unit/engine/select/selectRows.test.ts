import { describe, expect, it } from 'vitest';
import type { ByteSource } from '../../../../src/data/byteReader.ts';
import { createCancelFlag, requestCancel } from '../../../../src/engine/cancellation.ts';
import { defaultSettings } from '../../../../src/engine/defaultSettings.ts';
import {
  STRATEGIES,
  type Quota,
  type SelectSettings,
} from '../../../../src/engine/select/selection.ts';
import { memorySource } from '../../../support/inspectInline.ts';
import { selectInline } from '../../../support/selectInline.ts';

const SUBJECTS = ['cats', 'rivers', 'volcanoes', 'violins', 'bread', 'glaciers'];
const VERBS = ['Describe', 'Compare', 'Translate', 'Summarise', 'Draw', 'Explain'];

/** Sixty rows with one of six tags, three of them frequent. */
const rows = Array.from({ length: 60 }, (_, row) => {
  const kind = row < 45 ? row % 3 : 3 + (row % 3);
  return {
    instruction: `${VERBS[kind]!} ${SUBJECTS[kind]!} for me, number ${row}, please.`,
    output: `Answer ${row} about ${SUBJECTS[kind]!}: ${'they are known '.repeat(1 + (row % 4))}well.`,
    tags: [SUBJECTS[kind]!],
  };
});
const jsonl = (records: readonly object[]) =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');
const file = memorySource(jsonl(rows));
/** Without what would load the English model for every file. */
const settings = { ...defaultSettings, mergeSynonyms: false };

async function select(
  asked: Partial<SelectSettings> & Pick<SelectSettings, 'size'>,
  source = file,
  reference?: ByteSource,
) {
  const { selection } = await selectInline(source, asked, {
    settings,
    ...(reference && { reference: { source: reference, selection: {} } }),
  });
  return selection;
}
const linesOf = ({ chosen }: Awaited<ReturnType<typeof select>>) => chosen.map(({ line }) => line);
const tagOf = (line: number) => rows[line - 1]!.tags[0]!;

describe('selectRows', () => {
  it.each(STRATEGIES)(
    '%s chooses as many different rows as asked for, the same again',
    async (strategy) => {
      const asked = { strategy, size: 20, degree: 60, seed: 3 };
      const selection = await select(asked);
      const lines = linesOf(selection);
      expect(lines).toHaveLength(20);
      expect(lines).toEqual([...new Set(lines)].sort((a, b) => a - b));
      const places = selection.chosen.map(({ place }) => place).sort((a, b) => a - b);
      expect(places).toEqual(Array.from({ length: 20 }, (_, at) => at + 1));
      expect(await select(asked)).toEqual(selection);
    },
  );

  it('goes from few kinds to many as the degree rises, evenly many rows of each', async () => {
    const strategy = 'meso-instruction';
    const narrow = await select({ strategy, size: 12, degree: 0 });
    expect(new Set(linesOf(narrow).map(tagOf)).size).toBe(1);
    const wide = await select({ strategy, size: 12, degree: 100 });
    const tags = linesOf(wide).map(tagOf);
    expect(SUBJECTS.map((subject) => tags.filter((tag) => tag === subject).length)).toEqual([
      2, 2, 2, 2, 2, 2,
    ]);
    expect(wide.degree).toEqual({
      narrowest: 1,
      widest: 6,
      wanted: 6,
      covered: 6,
      ofCandidates: 6,
    });
    const meso = wide.levels.find(
      ({ level, field }) => level === 'meso' && field === 'instruction',
    )!;
    expect(meso.effective.choice).toBeCloseTo(6, 6);
    expect(meso.effective.choice).toBeGreaterThan(meso.effective.random.high);
    expect(meso.lost).toEqual({ count: 0, most: [] });
    const lost = narrow.levels.find(({ level }) => level === 'meso')!.lost!;
    expect(lost.count).toBe(5);
    expect(lost.most[0]!.rows).toBe(15);
  });

  it('counts the kinds of kept rows, and of rows with a quota, among those that there were to choose from', async () => {
    const asked = { strategy: 'meso-instruction', size: 12, degree: 100 } as const;
    const kept = await select({
      ...asked,
      drop: [{ fromLine: 46, toLine: 60 }],
      keep: [{ fromLine: 45, toLine: 46 }],
    });
    expect(kept.degree).toMatchObject({ widest: 3, covered: 4, ofCandidates: 4 });
    const quotas: Quota[] = [{ by: 'tag', name: 'cats', rows: 2 }];
    const ofRest = await select({
      ...asked,
      quotas,
      drop: [{ fromLine: 45, toLine: 60 }],
    });
    expect(ofRest.degree).toMatchObject({ widest: 2, covered: 3, ofCandidates: 3 });
  });

  it('says why each row was chosen', async () => {
    const { chosen } = await select({
      strategy: 'meso-response',
      size: 8,
      degree: 100,
      keep: [{ fromLine: 59, toLine: 60 }],
    });
    const reasons = chosen.map(({ reason }) => reason);
    expect(chosen.at(-1)).toEqual({ line: 60, reason: 'kept', place: 1 });
    expect(reasons.filter((reason) => reason === 'covers')).toHaveLength(5);
    const evened = chosen.filter(({ reason }) => reason === 'evens-out');
    expect(evened.map(({ line, kind }) => kind === tagOf(line))).toEqual([true, true]);
  });

  it('keeps what is to be kept, and never takes what is to be dropped', async () => {
    const keep = [{ fromLine: 0, toLine: 5 }];
    const drop = [{ fromLine: 10, toLine: 40 }];
    for (const strategy of ['facility-location', 'micro-response', 'random'] as const) {
      const selection = await select({ strategy, size: 20, keep, drop });
      const lines = linesOf(selection);
      expect(lines.slice(0, 5)).toEqual([1, 2, 3, 4, 5]);
      expect(lines.filter((line) => line > 10 && line <= 40)).toEqual([]);
      expect(selection.excluded).toEqual([{ reason: 'dropped-line', rows: 30 }]);
    }
  });

  it('fills quotas, and takes no other row of their groups', async () => {
    const selection = await select({
      strategy: 'random',
      size: 20,
      quotas: [
        { by: 'tag', name: 'cats', rows: 9 },
        { by: 'tag', name: 'bread', rows: 7 },
        { by: 'tag', name: 'dragons', rows: 1 },
      ],
    });
    const tags = linesOf(selection).map(tagOf);
    expect(tags.filter((tag) => tag === 'cats')).toHaveLength(9);
    expect(tags.filter((tag) => tag === 'bread')).toHaveLength(5);
    expect(tags).toHaveLength(20);
    expect(selection.notes).toEqual([
      'The quota of 7 rows of tag bread has only 5.',
      'The quota of 1 row of tag dragons has none.',
    ]);
  });

  it('says where quotas are too large for the choice, and where for the file', async () => {
    const cats = { by: 'tag', name: 'cats' } as const;
    const bread = { by: 'tag', name: 'bread' } as const;
    const of = (size: number, ...quotas: readonly Quota[]) =>
      select({ strategy: 'random', size, quotas });
    const over = await of(5, { ...cats, rows: 7 });
    expect(over.notes).toEqual([
      'The quota of 7 rows of tag cats has only 5: no more fit into the 5 rows asked for.',
    ]);
    const sum = await of(5, { ...cats, rows: 4 }, { ...bread, rows: 3 });
    expect(sum.short).toEqual([{ quota: { ...bread, rows: 3 }, rows: 1, because: 'size' }]);
    const few = await of(5, { ...bread, rows: 9 });
    expect(few.notes).toEqual(['The quota of 9 rows of tag bread has only 5.']);
  });

  it('says that lines to keep or to drop are not in the file', async () => {
    const line = (fromLine: number, toLine: number) => [{ fromLine, toLine }];
    const notesOf = async (settings: object) =>
      (await select({ strategy: 'random', size: 5, ...settings })).notes;
    expect(await notesOf({ keep: line(0, 3), drop: line(10, Infinity) })).toEqual([]);
    for (const settings of [
      { keep: line(0, 3), drop: line(10, 9999) },
      { drop: line(9999, Infinity) },
    ]) {
      expect(await notesOf(settings)).toEqual([
        expect.stringMatching(
          /^Some lines to keep or to drop are beyond the end of the file, which is line \d+\.$/u,
        ),
      ]);
    }
  });

  it('drops near-duplicates and rows of low quality first', async () => {
    const copies = [
      ...rows,
      ...rows.slice(0, 10),
      { instruction: 'Say something.', output: '', tags: ['cats'] },
    ];
    const source = memorySource(jsonl(copies));
    const selection = await select(
      { strategy: 'random', size: 100, dropNearDuplicates: true, dropQuality: true },
      source,
    );
    const texts = linesOf(selection).map((line) => copies[line - 1]!.output);
    expect(new Set(texts).size).toBe(texts.length);
    expect(texts).not.toContain('');
    const duplicates = selection.excluded.find(({ reason }) => reason === 'near-duplicate')!;
    expect(duplicates.rows).toBeGreaterThanOrEqual(10);
    expect(selection.excluded).toContainEqual({ reason: 'quality', rows: 1 });
  });

  it('prefers rows like those of the reference, and long or short ones, by weight', async () => {
    const reference = memorySource(jsonl(rows.filter(({ tags }) => tags[0] === 'violins')));
    const none = { macro: 0, meso: 0, micro: 0, reference: 0, length: 0 };
    const near = await select(
      { strategy: 'combined', size: 5, weights: { ...none, reference: 1 } },
      file,
      reference,
    );
    expect(linesOf(near).map(tagOf)).toEqual(Array.from({ length: 5 }, () => 'violins'));
    const lengthsAt = async (length: number) =>
      linesOf(await select({ strategy: 'combined', size: 5, weights: { ...none, length } })).map(
        (line) => rows[line - 1]!.output.length,
      );
    expect(Math.min(...(await lengthsAt(1)))).toBeGreaterThan(Math.max(...(await lengthsAt(-1))));
  });
});

describe('the edges', () => {
  it('takes all rows where more are asked for than the file has', async () => {
    for (const strategy of STRATEGIES) {
      const selection = await select({ strategy, size: 1000 });
      expect(linesOf(selection)).toHaveLength(60);
      expect(selection.notes).toEqual(['Only 60 of the 1,000 rows asked for could be chosen.']);
    }
  });

  it('takes any rows where all are equal, or of one kind', async () => {
    const equal = memorySource(jsonl(Array.from({ length: 12 }, () => rows[0]!)));
    for (const strategy of STRATEGIES) {
      expect(linesOf(await select({ strategy, size: 4, degree: 50 }, equal))).toHaveLength(4);
    }
  });

  it('takes the one row of a file of one row', async () => {
    const one = memorySource(jsonl(rows.slice(0, 1)));
    for (const strategy of STRATEGIES) {
      expect(linesOf(await select({ strategy, size: 1 }, one))).toEqual([1]);
    }
  });

  it('says that a strategy needs what the file does not have', async () => {
    const plain = memorySource(jsonl(rows.map(({ instruction }) => ({ instruction }))));
    await expect(select({ strategy: 'micro-response', size: 5 }, plain)).rejects.toMatchObject({
      code: 'nothing-to-choose',
      message:
        'The strategy micro-response goes by the responses, and no row of the file has one. Others, such as facility-location, go by whole rows.',
    });
    expect(linesOf(await select({ strategy: 'micro-instruction', size: 5 }, plain))).toHaveLength(
      5,
    );
    expect(linesOf(await select({ strategy: 'combined', size: 5 }, plain))).toHaveLength(5);
  });

  it('says that nothing is left to choose', async () => {
    const drop = [{ fromLine: 0, toLine: Infinity }];
    await expect(select({ size: 5, drop })).rejects.toMatchObject({ code: 'nothing-to-choose' });
  });

  it('passes over broken lines and rows with half of the text', { tags: 'slow' }, async () => {
    const mixed = `no json\n${jsonl(rows.slice(0, 10))}\n{"instruction": "alone \\ud800", "tags": ["x"]}\n`;
    for (const strategy of STRATEGIES) {
      const lines = linesOf(await select({ strategy, size: 11 }, memorySource(mixed)));
      expect(lines).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13]);
    }
  });

  it.each([
    { size: 0 },
    { size: 2.5 },
    { size: 5, degree: -1 },
    { size: 5, degree: NaN },
    { size: 5, quotas: [{ by: 'tag', name: 'cats', rows: -1 } as const] },
  ])('refuses %o', async (asked) => {
    await expect(select(asked)).rejects.toThrow(RangeError);
  });

  it('stops when it is cancelled', async () => {
    const cancelFlag = createCancelFlag();
    requestCancel(cancelFlag);
    await expect(selectInline(file, { size: 5 }, {}, cancelFlag)).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});
