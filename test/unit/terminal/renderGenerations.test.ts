import { beforeAll, expect, it } from 'vitest';
import type { Uncompared } from '../../../src/engine/compare/comparison.ts';
import type { Generations } from '../../../src/engine/track/generations.ts';
import { columnWidth } from '../../../src/terminal/columnWidth.ts';
import { renderGenerations } from '../../../src/terminal/renderGenerations.ts';
import { createStyle } from '../../../src/terminal/style.ts';
import { createTerminalWording } from '../../../src/terminal/terminalWording.ts';
import { toTrackView } from '../../../src/webview/viewModel/track/trackView.ts';
import { trackWords } from '../../../src/webview/viewModel/track/trackWords.ts';
import { readJson } from '../../contract/sources.ts';
import { memorySource } from '../../support/inspectInline.ts';
import { trackInline } from '../../support/trackInline.ts';

const bundle = readJson('l10n/bundle.l10n.ja.json') as Readonly<Record<string, string>>;
const english = createTerminalWording((text) => text, 'en');
const japanese = createTerminalWording((text) => bundle[text] ?? text, 'ja');
const style = createStyle(false);
const uncompared: Uncompared = {
  uncompared: { code: 'too-few-rows', message: 'one of the files has too few rows.' },
};

/** As they were found, and with what these files do not have. */
let cases: readonly Generations[];
beforeAll(async () => {
  const rows = (kinds: number) =>
    Array.from({ length: 60 }, (_, row) =>
      JSON.stringify({
        text: `春の詩を書きましょう。桜が咲く第${row % kinds}部、季節は${row % 7}。`,
      }),
    );
  const found = await trackInline(
    [60, 20, 4].map((kinds) => memorySource(`${rows(kinds).join('\n')}\n`)),
  );
  const named: Generations = {
    ...found,
    generations: found.generations.map((one) => ({ ...one, file: { ...one.file, path: '例' } })),
  };
  const { macro } = named.levels;
  cases = [
    { ...named, verdict: { ...named.verdict, code: 'too-few-rows' } },
    { ...named, verdict: { ...named.verdict, code: 'holding' } },
    {
      ...named,
      verdict: {
        ...named.verdict,
        code: 'narrowing',
        narrowed: (['instruction', 'response'] as const).map((field) => ({
          level: 'meso',
          field,
          since: 1,
          adjustedPValue: 0.0001,
        })),
      },
      levels: {
        ...named.levels,
        macro: { instruction: macro.whole, response: macro.whole, whole: uncompared },
      },
      sampled: [
        { what: 'embeddings', used: 3, of: 9, seed: 1, message: 'Some rows.', generation: 2 },
      ],
    },
  ];
});

it('has no English word left in Japanese, and the same lines as English', () => {
  for (const tracked of cases) {
    const text = renderGenerations(tracked, style, Infinity, japanese);
    expect(text.match(/[A-Za-z]{2,}/gu)).toBeNull();
    expect(text).not.toMatch(/\{\d\}|undefined|NaN/u);
    const inEnglish = renderGenerations(tracked, style, Infinity, english);
    expect(text.split('\n').length).toBe(inEnglish.split('\n').length);
  }
});

it('says the verdict, why a level is not compared, and what was sampled', () => {
  const [, holding, narrowing] = cases.map((tracked) =>
    renderGenerations(tracked, style, Infinity, japanese),
  );
  expect(holding).toContain('維持: 世代 2 のどのレベルも');
  expect(narrowing).toContain('縮小: メソは世代 1 から (指示、応答、p < 0.001)。');
  expect(narrowing).toContain('  全体: 行が足りないファイルがあります。');
  expect(narrowing).toContain('注 (世代 2): 意味を比べた行: 9 のうち 3 (シード 1 で抽出)。');
  const inEnglish = renderGenerations(cases[2]!, style, Infinity, english);
  expect(inEnglish).toContain(
    'Narrowing: meso since generation 1 (instruction, response; p < 0.001).',
  );
  expect(inEnglish).toContain('  whole: one of the files has too few rows.');
});

it('says which kinds the p-value of the loss is of', () => {
  const [found] = cases;
  const { whole } = found!.levels.meso;
  if ('uncompared' in whole) throw new Error('expected a level');
  const classes = [
    { fewestRows: 1, mostRows: 1, kinds: 300, gone: 105, expectedGone: 190, adjustedPValue: 1 },
    { fewestRows: 3, mostRows: 5, kinds: 40, gone: 8, expectedGone: 0.62, adjustedPValue: 0.025 },
  ];
  const textOf = (shown: typeof classes, wording: typeof english) => {
    const pValue = Math.min(...shown.map(({ adjustedPValue }) => adjustedPValue));
    const level = {
      ...whole,
      generations: whole.generations.map((one) => ({
        ...one,
        ...(one.fromFirst && {
          fromFirst: { ...one.fromFirst, tailLoss: { rows: 60, pValue, classes: shown } },
        }),
      })),
    };
    const levels = {
      ...found!.levels,
      meso: { instruction: level, response: level, whole: level },
    };
    return renderGenerations({ ...found!, levels }, style, Infinity, wording);
  };
  expect(textOf(classes, english)).toContain(
    'gone 113, by chance 191; in 3–5 rows: 8, by chance 0.6 (p = 0.025, smallest of 2 classes)',
  );
  expect(textOf(classes, japanese)).toContain(
    '消えた種類 113、偶然なら 191。3～5 行に出現: 8、偶然なら 0.6 (p = 0.025、2 階級で最小)',
  );
  // Of one class the sums are its own.
  expect(textOf(classes.slice(1), english)).toContain('gone 8, by chance 0.6 (p = 0.025)');
});

it('says why copies of one row have no interval', async () => {
  const copies = (text: string) => memorySource(`${JSON.stringify({ text })}\n`.repeat(20));
  const tracked = await trackInline([
    copies('one two three four five six'),
    copies('one two three four'),
  ]);
  const text = renderGenerations(tracked, style, Infinity, english);
  expect(text).toMatch(
    / 1 █+ +\S+ \(too few rows, or too alike, for an interval\) {2}× \d\.\d\d ·/u,
  );
  expect(text).not.toContain('95%');
  expect(renderGenerations(tracked, style, Infinity, japanese)).toContain(
    '(行が少なすぎるか、似すぎているため、区間なし)',
  );
  const view = toTrackView(tracked, ['a', 'b'], trackWords, english);
  expect(view.sections[0]!.note).toContain(
    'Micro, instruction: too few rows, or too alike, for an interval (generation 0, 1).',
  );
  expect(JSON.stringify(view)).not.toMatch(/95%: |\(\d\.\d\d–|NaN|undefined/u);
});

it('sets ten generations and more below each other', () => {
  const [found] = cases;
  const many = <T>(items: readonly T[]) => Array.from({ length: 12 }, (_, at) => items[at % 2]!);
  const { whole } = found!.levels.macro;
  if ('uncompared' in whole) throw new Error('expected a level');
  const level = { ...whole, generations: many(whole.generations) };
  const tracked: Generations = {
    ...found!,
    levels: { ...found!.levels, macro: { instruction: level, response: level, whole: level } },
    repeats: { ...found!.repeats, generations: many(found!.repeats.generations) },
  };
  const lines = renderGenerations(tracked, style, Infinity, english).trimEnd().split('\n');
  const bars = lines.filter((line) => /^ +\d+ █/u.test(line)).slice(0, 12);
  expect(new Set(bars.map((line) => line.indexOf('█')))).toEqual(new Set([7]));
  const shares = lines.slice(-12).map((line) => line.indexOf('%'));
  expect(new Set(shares).size).toBe(1);
});

it('sets the shares of repeating rows below their heads', () => {
  for (const wording of [english, japanese]) {
    const lines = renderGenerations(cases[0]!, style, Infinity, wording).trimEnd().split('\n');
    const [head, ...shares] = lines.slice(-4).map((line) => line.replace(/ +$/u, ''));
    expect(shares).toHaveLength(3);
    for (const line of shares.slice(1)) expect(columnWidth(line)).toBe(columnWidth(head!));
  }
});
