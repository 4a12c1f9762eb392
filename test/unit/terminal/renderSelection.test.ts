import { beforeAll, expect, it } from 'vitest';
import type { Selection } from '../../../src/engine/select/selection.ts';
import { columnWidth } from '../../../src/terminal/columnWidth.ts';
import { renderSelection } from '../../../src/terminal/renderSelection.ts';
import { createStyle } from '../../../src/terminal/style.ts';
import { createTerminalWording } from '../../../src/terminal/terminalWording.ts';
import { readJson } from '../../contract/sources.ts';
import { memorySource } from '../../support/inspectInline.ts';
import { selectInline } from '../../support/selectInline.ts';

const bundle = readJson('l10n/bundle.l10n.ja.json') as Readonly<Record<string, string>>;
const english = createTerminalWording((text) => text, 'en');
const japanese = createTerminalWording((text) => bundle[text] ?? text, 'ja');
const style = createStyle(false);

let choices: readonly Selection[];
beforeAll(async () => {
  const rows = Array.from({ length: 60 }, (_, row) =>
    JSON.stringify({
      instruction: `春の詩を${row % 20}行で書きましょう。`,
      output: `桜が咲く第${row % 45}部、季節は${row % 7}。`,
    }),
  );
  const select = async (settings: Parameters<typeof selectInline>[1]): Promise<Selection> => {
    const source = memorySource(`${rows.join('\n')}\n`);
    const { selection } = await selectInline(source, settings);
    return { ...selection, file: { ...selection.file, path: '例' } };
  };
  const lines = [{ fromLine: 0, toLine: 9 }];
  choices = [
    await select({ size: 9, drop: lines }),
    {
      ...(await select({ size: 5, strategy: 'random', keep: lines })),
      sampled: [{ what: 'words', used: 3, of: 9, seed: 4, message: 'Some words.' }],
    },
    await select({ size: 70, dropNearDuplicates: true }),
  ];
});

it('has no English word left in Japanese, and the same lines as English', () => {
  for (const choice of choices) {
    const text = renderSelection(choice, style, Infinity, japanese);
    expect(text.match(/[A-Za-z]{2,}/gu)).toBeNull();
    expect(text).not.toMatch(/\{\d\}|undefined|NaN/u);
    const inEnglish = renderSelection(choice, style, Infinity, english);
    expect(text.split('\n').length).toBe(inEnglish.split('\n').length);
  }
});

it('says how rows were chosen, what was left out and what could not be done', () => {
  const [byDegree, kept, few] = choices.map((choice) =>
    renderSelection(choice, style, Infinity, japanese),
  );
  expect(byDegree).toContain(
    'から 9 行を選択: ミクロ・応答: 中頻度トークン、度合い 100%、シード 1\n',
  );
  expect(byDegree).toContain('  除外 9 行: 行番号による指定\n');
  expect(kept).toContain('無作為、シード 1\n');
  expect(kept).toContain('注: 必ず選ぶ行が 9 行あり、指定の 5 行を超えています。\n');
  expect(kept).toContain('注: 単語を調べた行: 9 のうち 3 (シード 4 で抽出)。\n');
  expect(few).toMatch(
    /除外 \d+ 行: ほぼ重複の行\n[^]*注: 指定の 70 行のうち \d+ 行しか選べませんでした。\n/u,
  );
  const inEnglish = renderSelection(choices[1]!, style, Infinity, english);
  expect(inEnglish).toContain(' could be, of 60 in the file: random, seed 1\n');
  expect(inEnglish).toContain('note: 9 rows are kept in any case: more than the 5 asked for.\n');
});

it('sets the figures of the whole file below their head', () => {
  for (const wording of [english, japanese]) {
    const lines = renderSelection(choices[0]!, style, Infinity, wording).split('\n');
    const { effectiveKinds, wholeFile } = wording.terminal;
    const at = lines.findIndex((line) => line.startsWith(effectiveKinds));
    const start = columnWidth(lines[at]!.slice(0, lines[at]!.indexOf(wholeFile)));
    const figures = lines.slice(at + 1, lines.indexOf('', at));
    expect(figures.length).toBeGreaterThan(2);
    for (const line of figures) {
      expect(columnWidth(line.slice(0, line.lastIndexOf(' ') + 1))).toBe(start);
    }
  }
});
