import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createCancelFlag, requestCancel } from '../../../../src/engine/cancellation.ts';
import { isCompared } from '../../../../src/engine/compare/comparison.ts';
import { defaultSettings } from '../../../../src/engine/defaultSettings.ts';
import type { MixCurve, MixResult, MixUpdate } from '../../../../src/engine/mix/mixing.ts';
import { createRandom } from '../../../../src/metrics/stats/random.ts';
import { memorySource } from '../../../support/inspectInline.ts';
import { mixInline } from '../../../support/mixInline.ts';

const example = (name: string) =>
  ({
    kind: 'file',
    path: fileURLToPath(new URL(`../../../../examples/${name}.jsonl`, import.meta.url)),
  }) as const;

const SUBJECTS = ['train', 'river', 'garden', 'engine', 'letter', 'market', 'window', 'bridge'];
const ENDINGS = ['stood still', 'was sold', 'looked green', 'turned slowly', 'broke at noon'];

/** Rows of one source, drawn by seed. */
const texts = (count: number, seed: number, subjects: readonly string[] = SUBJECTS): string[] => {
  const random = createRandom(seed);
  const one = (words: readonly string[]) => words[Math.floor(random() * words.length)]!;
  return Array.from(
    { length: count },
    (_, at) => `The ${one(subjects)} near the ${one(subjects)} ${one(ENDINGS)} on day ${at % 97}.`,
  );
};
const rowsOf = (lines: readonly string[]) =>
  memorySource(lines.map((text) => `${JSON.stringify({ text })}\n`).join(''));

const meanArea = (curve: MixCurve, ratio: number, name: 'meanings' | 'wording' = 'wording') =>
  curve.points.find((point) => point.ratio === ratio)!.shift[name]!.mean;

describe('exploreMix', () => {
  it(
    'measures the examples at eleven ratios: everything but the curves first, then point by point',
    { tags: 'slow' },
    async () => {
      const updates: MixUpdate[] = [];
      const { mixing, lines } = await mixInline(
        example('support-generated'),
        example('support-reference'),
        {},
        { onUpdate: (update) => void updates.push(update) },
      );
      const { curves, plan } = mixing;
      expect(plan).toMatchObject({ size: 150, heldBackRows: 150, draws: 5 });
      expect(curves.all.points.map(({ ratio }) => ratio)).toEqual([...plan.ratios]);
      for (const { ratio, generatedRows, realRows, nearDuplicates } of curves.all.points) {
        expect(generatedRows).toBe(Math.round(1.5 * ratio));
        expect(generatedRows + realRows).toBe(150);
        expect(nearDuplicates.low).toBeLessThanOrEqual(nearDuplicates.mean);
        expect(nearDuplicates.mean).toBeLessThanOrEqual(nearDuplicates.high);
      }
      // The generated example was planted with a narrower middle level, other wording and repeats.
      expect(meanArea(curves.all, 0)).toBeLessThan(0.6);
      expect(meanArea(curves.all, 100)).toBeGreaterThan(0.9);
      expect(curves.all.points.at(-1)).toMatchObject({ shifted: ['meanings', 'wording'] });
      expect(curves.all.points.at(-1)!.losses).toContain('meso');
      expect(curves.all.points.at(-1)!.nearDuplicates.mean).toBeGreaterThan(
        curves.all.points[0]!.nearDuplicates.mean,
      );
      const [frame, ...points] = updates;
      expect(frame!.type).toBe('frame');
      const told = points.flatMap((update) => (update.type === 'point' ? [update] : []));
      const ofAll = told.filter(({ curve }) => curve === 'all').map(({ point }) => point);
      expect(ofAll).toEqual(curves.all.points);
      expect(told.map(({ point }) => point.ratio)).toEqual(
        told.map(({ point }) => point.ratio).toSorted((a, b) => a - b),
      );
      expect(JSON.stringify(mixing)).not.toMatch(/NaN|Infinity/);
      const held = new Set(lines.heldBack);
      expect([...lines.real].some((line) => held.has(line))).toBe(false);
      expect(new Set([...lines.real, ...lines.heldBack]).size).toBe(300);
    },
  );

  it('says much the same of other draws', { tags: 'slow' }, async () => {
    const generated = rowsOf(texts(200, 1));
    const real = rowsOf(texts(200, 2));
    const first = await mixInline(generated, real);
    const other = await mixInline(generated, real, { settings: { ...defaultSettings, seed: 7 } });
    expect(other.lines.real).not.toEqual(first.lines.real);
    // Other rows of the same files, as after a change of their order.
    const reordered = await mixInline(
      rowsOf(texts(200, 1).toReversed()),
      rowsOf(texts(200, 2).toReversed()),
    );
    const kinds = ({ mixing }: MixResult) =>
      mixing.curves.all.points.map((point) => point.effectiveKinds.micro.whole!.mean);
    for (const others of [other, reordered]) {
      kinds(others).forEach((value, at) => {
        expect(Math.abs(Math.log(value / kinds(first)[at]!))).toBeLessThan(0.05);
      });
    }
  });

  it(
    'sees no shift where generated rows repeat the real source, and more with every foreign row',
    { tags: 'slow' },
    async () => {
      const real = rowsOf(texts(400, 1));
      const { mixing: same } = await mixInline(rowsOf(texts(300, 2)), real);
      expect(same.curves.all.points.flatMap(({ shifted }) => shifted)).toEqual([]);
      expect(same.curves.all.verdict).toMatchObject({ unshiftedUpTo: 100 });
      const foreign = texts(300, 3, ['kernel', 'thread', 'socket', 'buffer']);
      const { mixing: other } = await mixInline(rowsOf(foreign), real);
      const areas = [0, 20, 40, 60, 80, 100].map((ratio) => meanArea(other.curves.all, ratio));
      expect(areas).toEqual(areas.toSorted((a, b) => a - b));
      expect(areas.at(-1)).toBeGreaterThan(0.95);
      expect(other.curves.all.points.at(-1)!.shifted).toContain('wording');
    },
  );

  it(
    'shows what filtering buys: of a file that is half foreign the close rows shift less',
    { tags: 'slow' },
    async () => {
      const foreign = Array.from(
        { length: 150 },
        (_, at) => `SELECT x${at % 40} FROM t${at % 9} WHERE k = ${at};`,
      );
      const { mixing, lines } = await mixInline(
        rowsOf([...texts(150, 2), ...foreign]),
        rowsOf(texts(300, 1)),
        { size: 100 },
      );
      const { all, close } = mixing.curves;
      if (!isCompared(close) || !isCompared(mixing.closeness)) throw new Error('got no close rows');
      expect(mixing.closeness.closeShare.mean).toBeLessThan(0.6);
      expect(mixing.closeness.closeShare.mean).toBeGreaterThan(0.4);
      expect(close.points.at(-1)!.ratio).toBe(100);
      expect(meanArea(all, 100)).toBeGreaterThan(0.6);
      expect(meanArea(close, 100)).toBeLessThan(0.6);
      expect([...lines.close!].every((line) => line < 150)).toBe(true);
    },
  );

  it(
    'has one clear sentence for files and sizes that cannot be mixed',
    { tags: 'slow' },
    async () => {
      const [few, some] = [rowsOf(texts(10, 1)), rowsOf(texts(60, 2))];
      await expect(mixInline(few, some)).rejects.toMatchObject({
        code: 'too-few-rows',
        message: 'The generated file has 10 rows: mixing takes 20 at least.',
      });
      await expect(mixInline(some, few)).rejects.toMatchObject({
        code: 'too-few-rows',
        message:
          'The real file has 10 rows: mixing takes 40 at least, half of which are held back.',
      });
      await expect(mixInline(some, some, { size: 41 })).rejects.toMatchObject({
        code: 'mixture-too-large',
        message: expect.stringContaining('the largest is 40.') as string,
      });
      await expect(mixInline(memorySource(''), some)).rejects.toMatchObject({
        code: 'empty-file',
        message: expect.stringMatching(/^Generated file: .+ is empty/) as string,
      });
      await expect(mixInline(some, memorySource('{"broken"\n'))).rejects.toMatchObject({
        code: 'no-usable-row',
        message: expect.stringMatching(/^Real file: /) as string,
      });
    },
  );

  it(
    'takes the same file twice, a real file that is a hundred times smaller, and other shapes and languages',
    { tags: 'slow' },
    async () => {
      const file = { ...rowsOf(texts(120, 1)), path: 'one.jsonl' };
      const { mixing: twice } = await mixInline(file, file);
      expect(twice.notes.map(({ code }) => code)).toEqual(['same-file', 'few-rows']);
      expect(twice.curves.all.points.flatMap(({ shifted }) => shifted)).toEqual([]);

      const { mixing: small } = await mixInline(rowsOf(texts(4_000, 1)), rowsOf(texts(40, 2)));
      expect(small.plan).toMatchObject({ size: 20, heldBackRows: 20 });
      expect(small.notes.map(({ code }) => code)).toContain('few-rows');
      expect(small.curves.all.points).toHaveLength(11);

      const pairs = Array.from({ length: 60 }, (_, at) =>
        JSON.stringify({
          instruction: `第${at}の庭を説明してください。`,
          output: `庭は${at}日に緑でした。`,
        }),
      );
      const other = { ...memorySource(`${pairs.join('\n')}\n`), path: 'other.jsonl' };
      const { mixing } = await mixInline(other, rowsOf(texts(60, 2)));
      expect(mixing.notes.find(({ code }) => code === 'other-shapes')!.message).toContain(
        'generated: alpaca; real: text',
      );
      expect(mixing.levels.micro.response).toMatchObject({ uncompared: { code: 'no-such-field' } });
      expect(mixing.curves.all.points.at(-1)!.shifted).not.toEqual([]);
      expect(JSON.stringify(mixing)).not.toMatch(/NaN|Infinity/);
    },
  );

  it('stops when it is cancelled', async () => {
    const cancelFlag = createCancelFlag();
    const mixed = mixInline(
      rowsOf(texts(80, 1)),
      rowsOf(texts(80, 2)),
      {},
      {
        cancelFlag,
        onProgress: ({ phase }) => {
          if (phase === 'prepare-mix') requestCancel(cancelFlag);
        },
      },
    );
    await expect(mixed).rejects.toMatchObject({ code: 'cancelled' });
  });
});
