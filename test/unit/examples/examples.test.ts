import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  examples,
  readLines,
  readPlanted,
  readRows,
  userText,
  wholeText,
  type ExampleRow,
} from './readExample.ts';
import { jaccard, shingles } from './shingleSimilarity.ts';

const GENERATED = 'support-generated.jsonl';
const GENERATIONS = [1, 2, 3].map((n) => `support-generation-${n}.jsonl`);

const planted = readPlanted();
const unreadable = new Set([...planted.rowErrors.map(({ line }) => line), ...planted.blankLines]);
const generated = readRows(GENERATED, unreadable);
const reference = readRows('support-reference.jsonl');

function distinct(rows: readonly ExampleRow[], of: (row: ExampleRow) => string): number {
  return new Set(rows.map(of)).size;
}

/** Calls back for every two rows, in the order of their lines. */
function forEachPair(
  rows: readonly ExampleRow[],
  visit: (a: ExampleRow, b: ExampleRow, similarity: number) => void,
): void {
  const sets = rows.map((row) => shingles(wholeText(row), row.language));
  for (let j = 1; j < rows.length; j++) {
    for (let i = 0; i < j; i++) visit(rows[i]!, rows[j]!, jaccard(sets[i]!, sets[j]!));
  }
}

function clusterByLine(clusters: readonly (readonly number[])[]): Map<number, number> {
  return new Map(clusters.flatMap((lines, index) => lines.map((line) => [line, index] as const)));
}

function codeOf(bytes: Buffer): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'invalid-utf8';
  }
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not-an-object';
    return Object.keys(value).length === 0 ? 'no-text' : undefined;
  } catch {
    return 'invalid-json';
  }
}

describe.each(['support-reference.jsonl', GENERATED, ...GENERATIONS])('%s', (name) => {
  const rows = readRows(name, name === GENERATED ? unreadable : new Set());

  it('has rows of messages that begin with the customer and carry a category and a language', () => {
    for (const { messages, category, language } of rows) {
      const roles = messages.map(({ role }) => role).join(' ');
      expect(roles).toMatch(/^(system )?user assistant( user assistant)*( user)?$/u);
      expect(messages.every(({ content }) => content.trim() !== '')).toBe(true);
      expect(category).toMatch(/^[a-z-]+$/u);
      expect(language).toMatch(/^(en|ja|ru|ko|la)$/u);
    }
  });

  it('ends with a line feed and has no carriage returns', () => {
    const bytes = readFileSync(examples + name);
    expect(bytes.at(-1)).toBe(0x0a);
    expect(bytes.includes(0x0d)).toBe(false);
  });
});

describe('the reference set', () => {
  it('has 180 English and 120 Japanese rows in 14 categories of unequal size', () => {
    expect(reference.filter(({ language }) => language === 'en')).toHaveLength(180);
    expect(reference.filter(({ language }) => language === 'ja')).toHaveLength(120);
    expect(distinct(reference, ({ category }) => category)).toBe(14);
  });

  it('has no two rows with a similarity of 0.3 or more', { tags: 'slow' }, () => {
    forEachPair(reference, (a, b, similarity) => {
      expect(similarity, `lines ${a.line} and ${b.line}`).toBeLessThan(0.3);
    });
  });
});

describe('the generated set', () => {
  it('has as many lines and rows as planted.json says', () => {
    expect(readLines(GENERATED)).toHaveLength(planted.lines);
    expect(generated).toHaveLength(planted.rows);
  });

  it('has broken and blank lines where planted.json says, and nowhere else', () => {
    const codes = readLines(GENERATED).map((bytes) =>
      bytes.length === 0 ? 'blank' : codeOf(bytes),
    );
    const found = codes.flatMap((code, index) => (code ? [{ line: index + 1, code }] : []));
    const expected = [
      ...planted.rowErrors.map(({ line, code }) => ({ line, code })),
      ...planted.blankLines.map((line) => ({ line, code: 'blank' })),
    ].sort((a, b) => a.line - b.line);
    expect(found).toEqual(expected);
  });

  it('has rows equal after normalisation in the exact clusters, and nowhere else', () => {
    const linesByText = new Map<string, number[]>();
    for (const row of generated) {
      const text = wholeText(row);
      linesByText.set(text, [...(linesByText.get(text) ?? []), row.line]);
    }
    const clusters = [...linesByText.values()].filter((lines) => lines.length > 1);
    expect(clusters).toEqual(planted.exactClusters);
  });

  it(
    'has every two rows of a near cluster at 0.8 or more, and all other rows below 0.3',
    { tags: 'slow' },
    () => {
      const near = clusterByLine(planted.nearClusters);
      const exact = clusterByLine(planted.exactClusters);
      forEachPair(generated, (a, b, similarity) => {
        const pair = `lines ${a.line} and ${b.line}`;
        if (near.has(a.line) && near.get(a.line) === near.get(b.line)) {
          expect(similarity, pair).toBeGreaterThanOrEqual(0.8);
          expect(similarity, pair).toBeLessThan(1);
        } else if (!exact.has(a.line) || exact.get(a.line) !== exact.get(b.line)) {
          expect(similarity, pair).toBeLessThan(0.3);
        }
      });
    },
  );

  it('names neither the shop nor a bicycle in the rows that do not belong', () => {
    for (const { line, why } of planted.offDistribution) {
      const row = generated.find((candidate) => candidate.line === line)!;
      expect(wholeText(row), why).not.toMatch(
        /hazelwheel|bike|bicycle|order|自転車|ヘーゼル|注文/u,
      );
    }
  });

  it('has one row in Cyrillic, one in Hangul and the longest answer among the strangers', () => {
    const linesWith = (pattern: RegExp): number[] =>
      generated.filter((row) => pattern.test(userText(row))).map(({ line }) => line);
    const longest = generated.reduce((a, b) => (wholeText(a).length > wholeText(b).length ? a : b));
    const strangers = planted.offDistribution.map(({ line }) => line);
    expect(linesWith(/\p{Script=Cyrillic}/u)).toHaveLength(1);
    expect(linesWith(/\p{Script=Hangul}/u)).toHaveLength(1);
    expect(strangers).toEqual(
      expect.arrayContaining([
        ...linesWith(/\p{Script=Cyrillic}|\p{Script=Hangul}/u),
        longest.line,
      ]),
    );
  });

  it('is listed line by line in the page about the examples', () => {
    const page = readFileSync(`${examples}README.md`, 'utf8').replaceAll(/ +\|/gu, ' |');
    const clusters = [...planted.exactClusters, ...planted.nearClusters];
    for (const lines of clusters) expect(page).toContain(`| ${lines.join(', ')} |`);
    for (const { line } of planted.offDistribution) expect(page).toContain(`\n| ${line} |`);
    for (const { line, code } of planted.rowErrors) {
      expect(page).toMatch(new RegExp(`\\n\\| ${line} \\|[^\\n]*\`${code}\``, 'u'));
    }
  });
});

describe('the generations', () => {
  const generations = GENERATIONS.map((name) => readRows(name));

  it('have 200 rows each', () => {
    expect(generations.map((rows) => rows.length)).toEqual([200, 200, 200]);
  });

  it.each([
    ['categories', ({ category }: ExampleRow) => category],
    ['distinct questions', userText],
    ['distinct conversations', wholeText],
  ])('have fewer %s than the one before', (_, of) => {
    const [first, second, third] = generations.map((rows) => distinct(rows, of));
    expect(second!).toBeLessThan(first!);
    expect(third!).toBeLessThan(second!);
  });

  it('are what make-generations.mjs writes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'strata-generations-'));
    try {
      execFileSync(process.execPath, [`${examples}make-generations.mjs`, folder]);
      for (const name of GENERATIONS) {
        expect(readFileSync(join(folder, name), 'utf8')).toBe(
          readFileSync(examples + name, 'utf8'),
        );
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
