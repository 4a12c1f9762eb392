import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatText } from '../../scripts/format-text.mjs';
import type { Figure } from '../../src/glossary/figure.ts';
import { FIGURE_IDS, figures, wordsOfFigure } from '../../src/glossary/figures.ts';
import { glossaryPage, readmeTable } from '../../src/glossary/markdown.ts';
import { sources } from '../../src/glossary/sources.ts';
import { readJson, root } from './sources.ts';

const japanese = readJson('l10n/bundle.l10n.ja.json') as Readonly<Record<string, string>>;
const inJapanese = (english: string) => japanese[english] ?? '';
const inEnglish = (english: string) => english;

/** What a level's report holds besides figures: lists, names and circumstances of the measurement. */
const NO_FIGURES: readonly string[] = [
  'rows',
  'embedder',
  'partitionEntropyBits',
  'topicsFoundOn',
  'topics',
  'pairs',
  'pairs.rows',
  'pairs.temperature',
  'source',
  'merging',
  'top',
  'rare',
  'encoding',
  'midBand.minCount',
  'midBand.maxCount',
  'midBand.types',
  'rankFrequency',
  'rareMidBand',
  'words.rows',
  'words.words',
  'words.types',
  'unmeasured.code',
  'unmeasured.message',
];

const page = readFileSync(join(root, 'docs/report.md'), 'utf8');

/** The keys that docs/report.md documents for the levels, each with the level that has it. */
function documentedFigures(): string[] {
  const sections = page.split(/^##+ /mu);
  return sections.flatMap((section) => {
    const [, level] = /^(Levels|`levels\.(?:macro|meso|micro)\.\*`)\n/u.exec(section) ?? [];
    if (!level) return [];
    const prefix = level === 'Levels' ? 'levels.*.*' : level.replaceAll('`', '');
    return Array.from(section.matchAll(/^\| (`[^|]+`) +\|/gmu)).flatMap(([, cell]) => {
      let owner = '';
      return Array.from(cell!.matchAll(/`([^`]+)`/gu), ([, key]) => {
        const whole = key!.startsWith('.') ? `${owner}${key}` : key!;
        owner = whole.split('.')[0]!;
        return `${prefix}.${whole}`;
      });
    });
  });
}

const paths = Object.values<Figure>(figures).flatMap((figure) => figure.paths);
const withoutLevel = (path: string) => path.split('.').slice(3).join('.');

/** A path of the glossary speaks of a documented key, of what is below it, or of what stands above it. */
function speaksOf(pattern: string, key: string): boolean {
  const [one, other] = [pattern.split('.'), key.split('.')];
  const common = Math.min(one.length, other.length);
  const isBelow = one.length >= other.length || one.at(-1) === '*';
  return (
    isBelow &&
    one.slice(0, common).every((part, at) => [part, '*'].includes(other[at]!) || part === '*')
  );
}

describe('the glossary', () => {
  it('explains every figure of the levels that docs/report.md names', () => {
    const missing = documentedFigures().filter(
      (key) =>
        !NO_FIGURES.includes(withoutLevel(key)) && !paths.some((path) => speaksOf(path, key)),
    );
    expect(documentedFigures().length).toBeGreaterThan(50);
    expect(missing).toEqual([]);
  });

  it('names paths that docs/report.md or the page of another command documents', () => {
    const others = ['docs/experiments.md', 'docs/select.md', 'docs/mix.md'].map((name) =>
      readFileSync(join(root, name), 'utf8'),
    );
    const words = new Set([page, ...others].join('\n').match(/[A-Za-z]\w*/gu));
    const unknown = paths.filter((path) =>
      path.split('.').some((key) => key !== '*' && !words.has(key)),
    );
    expect(unknown).toEqual([]);
  });

  it.each(FIGURE_IDS)('says all of %s in both languages', (id) => {
    for (const translate of [inEnglish, inJapanese]) {
      for (const [part, text] of Object.entries<string>({ ...wordsOfFigure(id, translate) })) {
        expect(text.trim(), part).not.toBe('');
      }
    }
    const [english, other] = [wordsOfFigure(id, inEnglish), wordsOfFigure(id, inJapanese)];
    for (const part of ['means', 'meansNot', 'whatToDo'] as const) {
      expect(other[part], part).toMatch(/[ぁ-んァ-ヶ一-龠]/u);
      expect(english[part], part).toMatch(/[.?]$/u);
    }
  });

  it('has no label twice, so that each can be asked for', () => {
    for (const translate of [inEnglish, inJapanese]) {
      const labels = FIGURE_IDS.map((id) => wordsOfFigure(id, translate).label);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it('cites every work that it lists', () => {
    const cited = new Set(Object.values<Figure>(figures).flatMap((figure) => figure.sources));
    expect(Object.keys(sources).filter((id) => !cited.has(id as keyof typeof sources))).toEqual([]);
  });

  it.each([
    ['docs/metrics.md', inEnglish],
    ['docs/metrics.ja.md', inJapanese],
  ] as const)('is what %s says (`npm run docs` writes it)', async (name, translate) => {
    expect(readFileSync(join(root, name), 'utf8')).toBe(
      await formatText(name, glossaryPage(translate)),
    );
  });

  it('is what the table of the README says (`npm run docs` writes it)', async () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const [, table] = /<!-- figures -->\n\n(.*)\n<!-- \/figures -->/su.exec(readme)!;
    expect(table).toBe(await formatText('README.md', readmeTable()));
  });
});
