import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createCancelFlag, requestCancel } from '../../../../src/engine/cancellation.ts';
import { isCompared } from '../../../../src/engine/compare/comparison.ts';
import { narrowingSentence } from '../../../../src/terminal/renderGenerations.ts';
import { createTerminalWording } from '../../../../src/terminal/terminalWording.ts';
import { memorySource } from '../../../support/inspectInline.ts';
import { trackInline } from '../../../support/trackInline.ts';

const english = createTerminalWording((text) => text, 'en');

const example = (name: string) =>
  ({
    kind: 'file',
    path: fileURLToPath(new URL(`../../../../examples/${name}.jsonl`, import.meta.url)),
  }) as const;

const rows = (count: number, word: string) =>
  memorySource(
    Array.from(
      { length: count },
      (_, at) =>
        `${JSON.stringify({ text: `The ${word} number ${at} is ${at % 7} years old.` })}\n`,
    ).join(''),
  );

describe('trackGenerations', () => {
  it(
    'finds the planted narrowing of the examples, and the repeats that grow with it',
    { tags: 'slow' },
    async () => {
      const tracked = await trackInline(
        [1, 2, 3].map((generation) => example(`support-generation-${generation}`)),
      );
      expect(tracked.verdict.code).toBe('narrowing');
      const levels = new Set(tracked.verdict.narrowed.map(({ level }) => level));
      expect(levels).toEqual(new Set(['macro', 'meso', 'micro']));
      const { whole } = tracked.levels.meso;
      if (!isCompared(whole)) throw new Error(whole.uncompared.message);
      expect(whole.commonRows).toBe(200);
      const kinds = whole.generations.map(({ effectiveKinds }) => effectiveKinds.q1);
      expect(kinds).toEqual([...kinds].sort((a, b) => b - a));
      expect(whole.generations[0]).not.toHaveProperty('fromFirst');
      const near = tracked.repeats.generations.map(({ nearDuplicateRows }) => nearDuplicateRows);
      expect(near).toEqual([...near].sort((a, b) => a - b));
      expect(near[0]!).toBeLessThan(near[2]!);
      expect(JSON.stringify(tracked)).not.toMatch(/NaN|Infinity/);
    },
  );

  it(
    'calls the same file twice holding, with nothing gone and every row repeated',
    { tags: 'slow' },
    async () => {
      const file = example('support-generation-1');
      const tracked = await trackInline([file, file]);
      expect(tracked.verdict).toMatchObject({ code: 'holding', narrowed: [] });
      const { response } = tracked.levels.micro;
      if (!isCompared(response)) throw new Error(response.uncompared.message);
      const { fromFirst } = response.generations[1]!;
      expect(fromFirst!.ratio.value).toBeCloseTo(1, 12);
      expect(fromFirst!.tailLoss.classes.every(({ gone }) => gone === 0)).toBe(true);
      expect(tracked.repeats.generations[1]!.rowsOfGenerationBefore).toBe(tracked.repeats.rows);
      expect(narrowingSentence(tracked, english)).toMatch(/^Holding/);
    },
  );

  it('says where there are too few rows, and which fields are not in all files', async () => {
    const tracked = await trackInline([rows(9, 'train'), rows(8, 'river')]);
    expect(tracked.verdict).toMatchObject({ code: 'too-few-rows', leastRows: 50 });
    expect(tracked.levels.micro.response).toMatchObject({
      uncompared: { code: 'no-such-field' },
    });
    expect(tracked.levels.micro.whole).toEqual(tracked.levels.micro.instruction);
    expect(narrowingSentence(tracked, english)).toMatch(/^Too few rows/);
  });

  it('tells nothing of a level below 10 rows, nor of topics where few rows are all in one', async () => {
    const eight = await trackInline([rows(8, 'train'), rows(12, 'train')]);
    for (const level of Object.values(eight.levels)) {
      expect(level.whole).toMatchObject({ uncompared: expect.anything() as object });
    }
    expect(eight.levels.micro.whole).toEqual({
      uncompared: {
        code: 'too-few-rows',
        message: 'A file has fewer than 10 rows with kinds.',
      },
    });
    const fifteen = await trackInline([rows(15, 'train'), rows(15, 'train')]);
    expect(fifteen.levels.macro.whole).toMatchObject({
      uncompared: { code: 'too-few-different-rows' },
    });
    expect(fifteen.levels.micro.whole).toMatchObject({ commonRows: 15 });
  });

  it('names the file that cannot be read, once', async () => {
    const gone = { kind: 'file', path: 'no-such-file.jsonl' } as const;
    await expect(trackInline([rows(3, 'train'), gone])).rejects.toMatchObject({
      code: 'file-not-found',
      message: 'no-such-file.jsonl does not exist.',
    });
    await expect(trackInline([rows(3, 'train')])).rejects.toThrow(RangeError);
  });

  it('stops when it is cancelled', async () => {
    const cancelFlag = createCancelFlag();
    const tracked = trackInline([rows(60, 'train'), rows(60, 'river')], {
      cancelFlag,
      onProgress: ({ fraction }) => {
        if (fraction > 0.3) requestCancel(cancelFlag);
      },
    });
    await expect(tracked).rejects.toMatchObject({ code: 'cancelled' });
  });
});
