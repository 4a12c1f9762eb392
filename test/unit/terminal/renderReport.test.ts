import { describe, expect, it } from 'vitest';
import { columnWidth } from '../../../src/terminal/columnWidth.ts';
import { renderReport } from '../../../src/terminal/renderReport.ts';
import { createStyle } from '../../../src/terminal/style.ts';
import { createTerminalWording } from '../../../src/terminal/terminalWording.ts';
import { readJson } from '../../contract/sources.ts';
import { sampleReport } from '../webview/sampleReport.ts';
import { fullReport } from './fullReport.ts';

const bundle = readJson('l10n/bundle.l10n.ja.json') as Readonly<Record<string, string>>;
const english = createTerminalWording((text) => text, 'en');
const japanese = createTerminalWording((text) => bundle[text] ?? text, 'ja');
const style = createStyle(false);

/** Names that Japanese has in Latin letters too, and the names of formats. */
const LATIN = ['Alpaca', 'DCScore', 'Distinct', 'Jaccard', 'JSON', 'MTLD', 'NovelSum', 'Vendi'];
const FORMATS = ['csv', 'gzip', 'jsonl', 'messages'];

describe('the report at the terminal', () => {
  it('is in English what it was before it could be in Japanese', async () => {
    await expect(renderReport(fullReport, style, Infinity, english)).toMatchFileSnapshot(
      'fullReport.en.txt',
    );
  });

  it('has no English word left in Japanese', () => {
    const text = renderReport(fullReport, style, Infinity, japanese);
    const words = new Set(text.match(/[A-Za-z]+/gu));
    expect([...words].filter((word) => ![...LATIN, ...FORMATS].includes(word))).toEqual([]);
    expect(text).not.toMatch(/\{\d\}|undefined|NaN/u);
  });

  it('says in Japanese what it says in English, line for line', () => {
    for (const report of [sampleReport, fullReport]) {
      const [lines, translated] = [english, japanese].map((wording) =>
        renderReport(report, style, Infinity, wording).split('\n'),
      );
      expect(translated).toHaveLength(lines!.length);
      for (const [at, line] of lines!.entries()) {
        const bars = /█+ *[\d,]+$/u;
        expect(translated![at]!.match(bars)?.[0]).toBe(line.match(bars)?.[0]);
        expect(translated![at] === '').toBe(line === '');
      }
    }
    const text = renderReport(sampleReport, style, Infinity, japanese);
    expect(text).toContain('マクロ  指示の意味\n  実効トピック数 9.2 (全 12) (95%: 8.3～10.1)');
    expect(text).toContain('注: 意味を比べた行: 303 のうち 300 (シード 42 で抽出)。');
    expect(text).toContain('英語 54.1%、日本語 45.9%');
  });

  it('keeps the columns in Japanese, whose characters are two columns wide', () => {
    const lines = renderReport(fullReport, style, 60, japanese).split('\n');
    const from = lines.findIndex((line) => line.startsWith('マクロ'));
    const to = lines.findIndex((line) => line.startsWith('繰り返される文言'));
    const widths = lines.slice(from, to).map(columnWidth);
    expect(Math.max(...widths)).toBeLessThanOrEqual(60);
    expect(Math.max(...widths)).toBeGreaterThan(57);
    const places = lines.flatMap((line) => {
      const found = /^ {2}(?:完全一致|Jaccard ≥ 0\.\d\d|包含|コサイン≥0\.\d\d|選好ペア) +/u.exec(
        line,
      );
      return found ? [columnWidth(found[0])] : [];
    });
    expect(places.length).toBeGreaterThan(20);
    expect(new Set(places)).toEqual(new Set([18]));
  });
});
