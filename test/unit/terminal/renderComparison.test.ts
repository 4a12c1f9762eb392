import { beforeAll, expect, it } from 'vitest';
import type { Comparison, Uncompared } from '../../../src/engine/compare/comparison.ts';
import { LEAK_KINDS } from '../../../src/metrics/compare/leakedRows.ts';
import { columnWidth } from '../../../src/terminal/columnWidth.ts';
import { renderComparison } from '../../../src/terminal/renderComparison.ts';
import { createStyle } from '../../../src/terminal/style.ts';
import { createTerminalWording } from '../../../src/terminal/terminalWording.ts';
import { readJson } from '../../contract/sources.ts';
import { compareInline } from '../../support/compareInline.ts';
import { memorySource } from '../../support/inspectInline.ts';

const bundle = readJson('l10n/bundle.l10n.ja.json') as Readonly<Record<string, string>>;
const english = createTerminalWording((text) => text, 'en');
const japanese = createTerminalWording((text) => bundle[text] ?? text, 'ja');
const style = createStyle(false);
const rowsOf = (count: number, text: (row: number) => string) =>
  memorySource(
    Array.from({ length: count }, (_, row) => `${JSON.stringify({ text: text(row) })}\n`).join(''),
  );
const uncompared: Uncompared = {
  uncompared: { code: 'too-few-rows', message: 'One file has too few rows.' },
};

/** As it was found, and with the parts that these files do not have. */
let comparisons: readonly Comparison[];
beforeAll(async () => {
  const { comparison } = await compareInline(
    rowsOf(60, (row) => `春の詩を書きましょう。桜が咲く第${row}部。`),
    rowsOf(50, (row) => `冬に第${row}号の機械を修理した記録。`),
  );
  const found: Comparison = {
    ...comparison,
    dataset: { ...comparison.dataset, file: { ...comparison.dataset.file, path: '一' } },
    reference: { ...comparison.reference, file: { ...comparison.reference.file, path: '二' } },
  };
  const codes = ['no-shift-seen', 'no-shift-seen-in-few-rows', 'too-few-rows'] as const;
  comparisons = [
    found,
    ...codes.map((code): Comparison => ({
      ...found,
      verdict: { ...found.verdict, code },
      overlap: uncompared,
      invented: uncompared,
      use: { ...found.use, units: uncompared },
      leakage: {
        ...found.leakage,
        rows: { dataset: 9, reference: 1 },
        byKind: { exact: 1, fuzzy: 2, contained: 3, contains: 4, semantic: 5 },
        pairs: Array.from({ length: 12 }, (_, at) => ({
          line: at + 1,
          referenceLine: at + 2,
          kind: LEAK_KINDS[at % LEAK_KINDS.length]!,
          similarity: 0.9,
        })),
        allFound: false,
      },
      sampled: [
        { what: 'words', used: 3, of: 9, message: 'Some words.', in: 'dataset' },
        { what: 'embeddings', used: 3, of: 9, seed: 1, message: 'Some rows.', in: 'reference' },
      ],
    })),
  ];
});

it('has no English word left in Japanese, and the same lines as English', () => {
  for (const comparison of comparisons) {
    const text = renderComparison(comparison, style, Infinity, japanese);
    const words = [...new Set(text.match(/[A-Za-z]{2,}/gu))];
    const names = ['Jensen', 'MAUVE', 'MMD', 'ROC', 'Shannon'];
    expect(words.filter((word) => !names.includes(word))).toEqual([]);
    expect(text).not.toMatch(/\{\d\}|undefined|NaN/u);
    const inEnglish = renderComparison(comparison, style, Infinity, english);
    expect(text.split('\n').length).toBe(inEnglish.split('\n').length);
    for (const line of inEnglish.split('\n')) {
      if (/^[A-Z]{3,}/u.test(line)) expect(text.split('\n')).not.toContain(line);
    }
  }
});

it('says the verdict, why something is not compared, and what is repeated', () => {
  const [shifted, other] = comparisons.map((comparison) =>
    renderComparison(comparison, style, Infinity, japanese),
  );
  expect(shifted).toContain(
    '分布のずれあり: 2 つのファイルは同じデータ源のものではありません (分類器: 意味、',
  );
  expect(other).toContain('分布のずれは見られません');
  expect(other).toContain('意味の重なり\n  一方のファイルの行が少なすぎます。');
  expect(other).toContain('データセットの 9 行 (15.0%) が参照データの 1 行を繰り返しています');
  expect(other).toContain('参照データの行に含まれる 3 · ');
  expect(other).toContain('注 (参照データ): 意味を比べた行: 9 のうち 3 (シード 1 で抽出)。');
  const inEnglish = renderComparison(comparisons[1]!, style, Infinity, english);
  expect(inEnglish).toContain(
    'LEAKAGE  9 rows of the data set (15.0%) repeat 1 row of the reference',
  );
  expect(inEnglish).toContain('OVERLAP  of meanings\n  One file has too few rows.');
});

it('sets the bars of both files under each other', () => {
  for (const wording of [english, japanese]) {
    const lines = renderComparison(comparisons[0]!, style, Infinity, wording).split('\n');
    const starts = lines.flatMap((line) => {
      const [before] = line.split('█');
      return line.includes('█') ? [columnWidth(before!)] : [];
    });
    expect(starts.length).toBeGreaterThan(3);
    expect(new Set(starts).size).toBe(1);
  }
});
