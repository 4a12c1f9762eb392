import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/engine/report.ts';
import { columnWidth } from '../../../src/terminal/columnWidth.ts';
import { renderReport } from '../../../src/terminal/renderReport.ts';
import { createStyle } from '../../../src/terminal/style.ts';
import { createTerminalWording } from '../../../src/terminal/terminalWording.ts';
import { readJson } from '../../contract/sources.ts';
import { macroLevel, mesoLevel } from '../webview/sampleLevels.ts';
import { sampleReport } from '../webview/sampleReport.ts';
import { withoutIntervals } from '../webview/withoutIntervals.ts';
import { withYardsticks } from '../webview/withYardsticks.ts';
import { fullReport } from './fullReport.ts';

const bundle = readJson('l10n/bundle.l10n.ja.json') as Readonly<Record<string, string>>;
const english = createTerminalWording((text) => text, 'en');
const japanese = createTerminalWording((text) => bundle[text] ?? text, 'ja');
const style = createStyle(false);

/** Names that Japanese has in Latin letters too, and the names of formats. */
const LATIN = ['Alpaca', 'DCScore', 'Distinct', 'Jaccard', 'JSON', 'MTLD', 'NovelSum', 'Vendi'];
const FORMATS = ['csv', 'gzip', 'jsonl', 'messages'];

describe('the report at the terminal', () => {
  it('says in English what stands in fullReport.en.txt', async () => {
    await expect(renderReport(fullReport, style, Infinity, english)).toMatchFileSnapshot(
      'fullReport.en.txt',
    );
  });

  it('says in words, not as one topic, that so few different rows have none', () => {
    const macro = {
      ...withoutIntervals(macroLevel()),
      atCommonRows: { rows: 1000, absence: 'too-few-different-rows' },
    } as const;
    const levels = {
      ...sampleReport.levels,
      macro: { ...sampleReport.levels.macro, whole: macro },
    };
    const text = renderReport({ ...sampleReport, levels }, style, Infinity, english);
    const from = text.indexOf('MACRO  meanings of the whole');
    expect(text.slice(from).split('\n')[1]).toBe('  too few different rows to tell topics apart');
    expect(text.slice(from)).not.toMatch(/effective topics/u);
  });

  it('has no English word left in Japanese', () => {
    const text = renderReport(fullReport, style, Infinity, japanese);
    // What is typed as it stands.
    const said = text.replace(/strata explain mtld --language ja|--report out\.html/gu, '');
    const words = new Set(said.match(/[A-Za-z]+/gu));
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

  describe.each([60, 80, 120, 200])('at %i columns', (columns) => {
    it.each([
      ['English', english],
      ['Japanese', japanese],
    ])('loses no figure in %s, and no line is wider', (_, wording) => {
      for (const report of [sampleReport, fullReport]) {
        const text = renderReport(report, createStyle(true), columns, wording);
        for (const line of text.split('\n')) expect(columnWidth(line)).toBeLessThanOrEqual(columns);
        expect(figuresOf(text)).toEqual(figuresOf(renderReport(report, style, Infinity, wording)));
        expect(text).not.toMatch(/[\d.]…/u);
      }
    });
  });

  it('writes no share as none or all that is neither', () => {
    const shares = [0.9996, 0.0003, 0.0007];
    const languages = ['en', 'de', 'fr'].map((language, at) => ({
      language,
      rows: 1,
      share: shares[at]!,
    }));
    const text = renderReport({ ...sampleReport, languages }, style, 200, english);
    expect(text).toContain('en >99.9%, de <0.1%, fr 0.1%');
  });

  it('breaks between figures, and goes on as far in as the text began', () => {
    const lines = renderReport(fullReport, style, 80, english).split('\n');
    const coverage = lines.findIndex((line) => line.startsWith('  sample coverage'));
    expect(lines.slice(coverage, coverage + 3)).toEqual([
      '  sample coverage 99.7% · evenness 0.89 · Vendi Score 14.8',
      '  mean cosine distance 0.710 · nearest distance 0.240 · NovelSum 0.520',
      '  DCScore 118.4 of 303 · 11 rows without topic',
    ]);
    const cluster = lines.findIndex((line) => line.startsWith('  Jaccard ≥ 0.83'));
    expect(lines[cluster + 1]).toMatch(/^ {18}\S/u);
  });

  it('has shorter bars where there is less room, each with its count', () => {
    const barsOf = (columns: number) =>
      renderReport(fullReport, style, columns, english).match(/█+ *[\d,]+$/gmu) ?? [];
    const [narrow, wide] = [barsOf(50), barsOf(200)];
    expect(wide[0]).toBe(`${'█'.repeat(24)} 58`);
    expect(narrow[0]).toBe(`${'█'.repeat(17)} 58`);
    expect(narrow.map((bar) => /[\d,]+$/u.exec(bar)?.[0])).toEqual(
      wide.map((bar) => /[\d,]+$/u.exec(bar)?.[0]),
    );
  });

  it('counts every kind of repeated row, and finds none only where none follows', () => {
    const { nearDuplicates } = sampleReport;
    const none: Report['nearDuplicates'] = {
      ...nearDuplicates,
      ...{ rows: 0, exactClusters: [], fuzzyClusters: [] },
      contained: { ...nearDuplicates.contained, rows: [] },
      semantic: { ...nearDuplicates.semantic, rows: 0, clusters: [] },
      templates: { ...nearDuplicates.templates, families: [], unlisted: 0 },
      sameInstruction: { groups: 0, rows: 0, largest: [] },
      sameResponse: { groups: 0, rows: 0, largest: [] },
      preferencePairs: { pairs: 0, alike: [], contradictions: [] },
    };
    const listOf = (found: Partial<Report['nearDuplicates']>) => {
      const report = { ...sampleReport, nearDuplicates: { ...none, ...found } };
      const text = renderReport(report, style, Infinity, english);
      return /^NEAR-DUPLICATES[^]*?(?=\n\n)/mu.exec(text)![0].split('\n');
    };
    expect(listOf({})).toEqual(['NEAR-DUPLICATES  0 rows', '  none found']);
    const clusters = [
      { ...nearDuplicates.fuzzyClusters[0]!, lines: [1, 2, 3], similarity: 0.96, kept: kept(1) },
    ];
    const semantic = { ...nearDuplicates.semantic, expectedPrecision: 0.81, rows: 3, clusters };
    expect(listOf({ semantic })).toEqual([
      'NEAR-DUPLICATES  3 rows near in meaning',
      '  cosine ≥ 0.96   lines 1, 2, 3, keep 1, near in meaning',
      expect.stringMatching(/^ {2}How sure “near in meaning” is: .+ 81% of the pairs/u),
    ]);
    expect(listOf({ sameResponse: { groups: 2, rows: 5, largest: [] } })).toEqual([
      'NEAR-DUPLICATES  2 repeated instructions or responses',
      '  same response, different instructions: 5 rows in 2 groups',
    ]);
    expect(listOf(fullReport.nearDuplicates)[0]).toBe(
      'NEAR-DUPLICATES  11 rows equal or alike in wording · 9 rows contained in others · 54 rows near in meaning · 3 templates · 10 preference pairs · 3 repeated instructions or responses',
    );
  });

  it('does not call rows of the same words equal, nor rounds a lowest similarity up', () => {
    const [cluster] = sampleReport.nearDuplicates.fuzzyClusters;
    const fuzzyClusters = [1, 0.9999, 0.29].map((similarity) => ({ ...cluster!, similarity }));
    const nearDuplicates = { ...sampleReport.nearDuplicates, fuzzyClusters };
    const text = renderReport({ ...sampleReport, nearDuplicates }, style, Infinity, english);
    expect(text).toMatch(/^ {2}same words +lines/mu);
    expect(text).toMatch(/^ {2}Jaccard ≥ 0\.99 +lines/mu);
    expect(text).toMatch(/^ {2}Jaccard ≥ 0\.29 +lines/mu);
    expect(text).not.toContain('1.00');
  });

  it('shows the same tags of all fields once', () => {
    const tagged = { ...mesoLevel(), source: 'tags' as const };
    const titlesOf = (meso: Report['levels']['meso']) =>
      renderReport(
        { ...sampleReport, levels: { ...sampleReport.levels, meso } },
        style,
        Infinity,
        english,
      ).match(/^MESO .*$/gmu);
    const same = { instruction: tagged, response: tagged, whole: tagged };
    expect(titlesOf(same)).toEqual(['MESO   tags of the rows, the same for all fields']);
    expect(titlesOf({ ...same, response: { ...tagged, kinds: 1 } })).toHaveLength(3);
  });

  it('says what the half is half of, also of one kind', () => {
    const one = { ...macroLevel(), hill: { q0: 1, q1: 1, q2: 1 }, largest: { kinds: 1, share: 1 } };
    const macro = { instruction: one, response: macroLevel(), whole: macroLevel() };
    const report = { ...sampleReport, levels: { ...sampleReport.levels, macro } };
    const text = renderReport(report, style, Infinity, english);
    expect(text).toContain('  all rows with a topic are in one topic · ');
    expect(text).toContain('  half of the rows with a topic are in 3 of 12 topics · ');
  });

  it('says why there is no interval at the common number of rows', () => {
    const level = withoutIntervals(withYardsticks(macroLevel()));
    const macro = { instruction: level, response: level, whole: level };
    const report = { ...sampleReport, levels: { ...sampleReport.levels, macro } };
    expect(renderReport(report, style, Infinity, english)).toContain(
      '  at 1,000 rows: 20.0 · too few rows, or too alike, for an interval\n',
    );
  });

  it('says what the figure of an odd row is, which is never 0', () => {
    const [row] = sampleReport.offDistribution;
    const offDistribution = [
      { ...row!, score: 0.00000001 },
      { ...row!, score: 0.61 },
    ];
    const text = renderReport({ ...sampleReport, offDistribution }, style, Infinity, english);
    const [, meaning, ...rows] = /^OFF-DISTRIBUTION[^]*?(?=\n\n)/mu.exec(text)![0].split('\n');
    expect(meaning).toContain('share of rows expected to be at least as odd');
    expect(rows[0]).toContain('  <0.0001  ');
    expect(rows[1]).toContain('  0.6100   ');
  });
});

const kept = (line: number) => ({ line, because: 'longest' as const });

/** Every number of a report that is no part of a bar's label. */
const figuresOf = (text: string) => text.replace(/\u001b\[\d+m/gu, '').match(/\d[\d.,]*\d|\d/gu);
