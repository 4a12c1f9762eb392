import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Window } from 'happy-dom';
import { beforeAll, describe, expect, it } from 'vitest';
import type { DocumentRequest } from '../../../src/document/documentRequest.ts';
import {
  DOCUMENT_FORMATS,
  documentContext,
  formatOfName,
  writeDocument,
} from '../../../src/document/writeDocument.ts';
import type { Report } from '../../../src/engine/report.ts';
import { toLevelCards } from '../../../src/webview/viewModel/levelCards.ts';
import { createWording } from '../../../src/webview/viewModel/wording.ts';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';
import { macroLevel } from '../webview/sampleLevels.ts';
import { sampleReport } from '../webview/sampleReport.ts';
import { withoutIntervals } from '../webview/withoutIntervals.ts';

const root = join(import.meta.dirname, '../../..');
const japanese = JSON.parse(
  readFileSync(join(root, 'l10n/bundle.l10n.ja.json'), 'utf8'),
) as Readonly<Record<string, string>>;

const contexts = {
  en: documentContext((english) => english, 'en'),
  ja: documentContext((english) => japanese[english] ?? english, 'ja'),
};
type Language = keyof typeof contexts;

function requestOf(report: Report, withTexts: boolean, excerpt = ''): DocumentRequest {
  const lines = Array.from({ length: report.file.lines }, (_, at) => at + 1);
  return {
    report,
    inputs: [{ path: report.file.path, bytes: report.file.bytes, sha256: 'ab'.repeat(32) }],
    withTexts,
    excerpts: new Map(lines.map((line) => [line, excerpt])),
  };
}

const write = (
  request: DocumentRequest,
  format: (typeof DOCUMENT_FORMATS)[number],
  language: Language = 'en',
) => writeDocument(request, format, language, contexts[language]);

/** Text that would do harm in HTML, in an attribute, in a style sheet or in Markdown. */
const HOSTILE = [
  '<script>window.harmed = true</script>',
  '"><img src=x onerror=alert(1)>',
  "</title></style><style>@import 'https://evil.example/x.css'</style>",
  '<a href="javascript:alert(1)">x</a> ![x](https://evil.example/x.png) | **bold** `code`',
];
/** Words that stand in no text of Strata. */
const SECRETS = [
  'zorblax',
  'quuxington',
  'wibbleford',
  'плутоний',
  '機密計画',
  'frobnicate',
  'gazorpia',
];

function hostileRows(): string {
  const rows = Array.from({ length: 120 }, (_, at) => {
    const secret = SECRETS[at % SECRETS.length]!;
    const hostile = HOSTILE[at % HOSTILE.length]!;
    return JSON.stringify({
      instruction: `Please ${secret} the ${SECRETS[(at * 3 + 1) % SECRETS.length]!} ${hostile} number ${at % 9}.`,
      output: `The ${secret} answer of ${hostile} is {{${secret}}} and ends at ${at % 7}, says ${secret}@gazorpia.org.`,
      category: `${secret} ${hostile}`,
    });
  });
  return [...rows, rows[0], `{"instruction": "${SECRETS[0]!}`, `["${SECRETS[1]!}"]`].join('\n');
}

let hostile: Report;
beforeAll(async () => {
  hostile = (await inspectInline(memorySource(hostileRows()))).report;
});

function parse(text: string) {
  const window = new Window();
  return new window.DOMParser().parseFromString(text, 'text/html');
}

/** Elements that are closed where HTML wants them closed: a page that a parser had to mend is not what was meant. */
function expectBalanced(text: string): void {
  const open: string[] = [];
  const VOID = new Set(['meta', 'br', 'img', 'link', 'input', 'hr']);
  for (const [, slash, name, rest] of text.matchAll(
    /<(\/?)([a-z][a-z\d]*)((?:"[^"]*"|[^">])*)>/giu,
  )) {
    if (VOID.has(name!) || rest!.endsWith('/')) continue;
    if (slash) expect(open.pop()).toBe(name);
    else open.push(name!);
  }
  expect(open).toEqual([]);
}

describe.each(['en', 'ja'] as const)('the HTML report in %s', (language) => {
  it.each([true, false])('is one whole page (texts of rows: %s)', (withTexts) => {
    const text = write(requestOf(sampleReport, withTexts, 'An excerpt'), 'html', language);
    expectBalanced(text);
    const page = parse(text);
    expect(page.documentElement.getAttribute('lang')).toBe(language);
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    expect(page.querySelectorAll('.verdict')).toHaveLength(3);
    expect(page.querySelectorAll('svg[role=img]').length).toBeGreaterThan(10);
    for (const svg of page.querySelectorAll('svg')) {
      expect(svg.getAttribute('aria-label')).toBeTruthy();
    }
    expect(text).not.toMatch(/NaN|Infinity|[>"]undefined|\[object|\{\d\}/u);
    expect(text).toContain('ab'.repeat(32));
  });

  it('runs nothing, fetches nothing and links nowhere, whatever the rows hold', () => {
    const text = write(requestOf(hostile, true, HOSTILE.join(' ')), 'html', language);
    expectBalanced(text);
    const page = parse(text);
    for (const kind of [
      'script',
      'img',
      'iframe',
      'object',
      'embed',
      'link',
      'a',
      'base',
      'form',
    ]) {
      expect(page.querySelectorAll(kind), kind).toHaveLength(0);
    }
    expect(page.querySelectorAll('style')).toHaveLength(1);
    for (const element of page.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        expect(name).not.toMatch(/^on|^src|href|^action|^formaction|^background|^poster|^data$/u);
        if (name === 'style') expect(value).toMatch(/^stroke-width: [\d.]+$/u);
      }
    }
    expect(page.querySelector('style')!.textContent).not.toMatch(/url\(|@import|expression/u);
    expect(page.body.textContent).toContain('<script>window.harmed = true</script>');
  });
});

describe.each(['en', 'ja'] as const)('figures in %s', (language) => {
  const { figures, page } = contexts[language].wording;

  it('say what they mean where they stand', () => {
    const text = write(requestOf(sampleReport, false), 'html', language);
    const shown = [...parse(text).querySelectorAll('.figures > div')];
    expect(shown.length).toBeGreaterThan(10);
    for (const figure of shown) expect(figure.getAttribute('title')?.length).toBeGreaterThan(10);
    const coverage = shown.find(
      (figure) => figure.querySelector('dt')?.textContent === figures.coverage.label,
    );
    expect(coverage?.getAttribute('title')).toContain(figures.coverage.meansNot);
  });

  it('of the first page are explained on it', () => {
    const [summary] = write(requestOf(sampleReport, false), 'md', language).split('\n## ').slice(1);
    for (const id of ['effectiveNumber', 'interval'] as const) {
      expect(summary).toContain(`${figures[id].label}: ${figures[id].means}`);
    }
  });

  it('are explained with what to do, those of a data set only', () => {
    const text = write(requestOf(sampleReport, false), 'md', language);
    expect(text).toContain(`  - ${page.whatToDo}: ${figures.coverage.whatToDo}`);
    expect(text).not.toContain(figures.slope.means);
    expect(text).not.toContain(figures.mixedShift.means);
  });
});

it('counts one row as one', () => {
  const quality = [{ code: 'refusal', weight: 'high', rows: 1, places: [{ line: 3 }] }] as const;
  const text = write(requestOf({ ...sampleReport, quality }, false), 'md');
  expect(text).toContain('Refusal: 1 row\\*\\*'.replaceAll('\\', ''));
});

describe('a report without texts', () => {
  it('numbers the keys of the rows, and names what was read', () => {
    const { fields } = JSON.parse(write(requestOf(sampleReport, false), 'json')) as Report;
    expect(fields.response).toBe('messages (assistant)');
    expect(fields.available[0]).toMatchObject({ name: '#1' });
  });

  it.each(DOCUMENT_FORMATS)('has no word of the rows in it (%s)', (format) => {
    const withTexts = write(requestOf(hostile, true, SECRETS.join(' ')), format);
    const without = write(requestOf(hostile, false, SECRETS.join(' ')), format);
    for (const secret of SECRETS) expect(without.toLowerCase()).not.toContain(secret);
    for (const sign of ['harmed', 'evil.example']) expect(without).not.toContain(sign);
    // The same search finds them where texts go in: it can fail.
    expect(withTexts.toLowerCase()).toContain(SECRETS[0]);
  });

  it('keeps every figure, and the names of public data sets and settings', () => {
    const { inputs, ...report } = JSON.parse(
      write(requestOf(sampleReport, false), 'json'),
    ) as Report & {
      readonly inputs: unknown;
    };
    expect(inputs).toHaveLength(1);
    expect(numbersIn(report)).toEqual(numbersIn(withoutWordLists(sampleReport)));
    expect(report.settings).toEqual(sampleReport.settings);
    expect(report.sampled).toEqual(sampleReport.sampled);
    expect(JSON.stringify(report)).toContain('#1');
  });
});

describe('the Markdown report', () => {
  it('shows the text of rows as text', () => {
    const text = write(requestOf(hostile, true, HOSTILE.join(' ')), 'md');
    expect(text).not.toMatch(/<[a-z/!]/iu);
    expect(text).not.toMatch(/(?<!\\)\]\(/u);
    expect(text).toContain('&lt;script&gt;');
  });

  it('says of each field how its level stands, as the panel does', () => {
    const { levels, sampled } = sampleReport;
    const cards = toLevelCards(
      levels,
      sampled,
      createWording((english) => english, 'en'),
    );
    const text = write(requestOf(sampleReport, true), 'md');
    for (const card of cards) {
      const field = card.fields[card.first];
      if (field.kind !== 'measured') throw new Error('Expected a measured level.');
      expect(text).toContain(`\n\n${field.verdict.word}: ${field.verdict.means}`);
    }
  });

  it('has no column of intervals where a level has none', () => {
    const headOf = (level: ReturnType<typeof macroLevel>) => {
      const macro = { instruction: level, response: level, whole: level };
      const report = { ...sampleReport, levels: { ...sampleReport.levels, macro } };
      return /^\| Rows \| .* coverage \|$/mu.exec(write(requestOf(report, false), 'md'))![0];
    };
    expect(headOf(macroLevel())).toContain('| 95% |');
    expect(headOf(withoutIntervals(macroLevel()))).not.toContain('95%');
  });

  it('has tables whose lines have as many cells as their heads', () => {
    for (const block of write(requestOf(hostile, true, HOSTILE[3]), 'md').split('\n\n')) {
      if (!block.startsWith('|')) continue;
      const cells = block.split('\n').map((line) => line.match(/(?<!\\)\|/gu)!.length);
      expect(new Set(cells).size, block).toBe(1);
    }
  });
});

it('the same request gives the same bytes', () => {
  for (const format of DOCUMENT_FORMATS) {
    const request = requestOf(sampleReport, true, 'An excerpt');
    expect(write(request, format)).toBe(write(request, format));
  }
});

it.each(['html', 'md'] as const)('%s: personal data are masked in texts of rows', (format) => {
  const excerpt = 'Write to ann@firma.de, card 4539 1488 0343 6467';
  const phrase = { text: 'ask bob@firma.de first', rows: 61, share: 0.2, lines: [2, 9, 11] };
  const wording = { rows: 303, minRows: 5, found: 1, list: [phrase] };
  const report = { ...sampleReport, recurringWording: { instruction: wording, response: wording } };
  const text = write(requestOf(report, true, excerpt), format);
  expect(text).toContain('Write to a…@f….de, card •••• •••• •••• ••67');
  expect(text).toContain('ask b…@f….de first');
  expect(text).not.toMatch(/firma|4539/u);
});

it.each([
  [
    'a long key',
    `token eyJhbGciOiJIUzI1.${'eyJzdWIi'.repeat(160)}.${'dozjgN'.repeat(8)} end`,
    'token eyJh… (1346) end',
  ],
  [
    'what masking brings into view',
    `x eyJhbGciOiJIUzI1NiJ9.${'a'.repeat(930)}.${'b'.repeat(30)} john.doe@firma.de is mine`,
    'x eyJh… (982) j…@f….de is mine',
  ],
  ['what is cut', `${'word '.repeat(27)}ann@firma.de ${'word '.repeat(300)}`, 'word a…@f……'],
])('personal data are masked before an excerpt is cut: %s', (_, excerpt, shown) => {
  const text = write(requestOf(sampleReport, true, excerpt), 'md');
  expect(text).toContain(`${shown} |`);
});

it('a file that changed since it was measured has no hash', () => {
  const input = { path: 'data.jsonl', bytes: 5 };
  const text = write({ ...requestOf(sampleReport, false), inputs: [input] }, 'md');
  expect(text).toContain('not known: the file changed since it was measured');
});

it.each([
  ['a/b.html', 'html'],
  ['B.HTM', 'html'],
  ['x.md', 'md'],
  ['x.json', 'json'],
  ['x.jsonl', undefined],
  ['html', undefined],
  ['a.html/b', undefined],
])('the name %s asks for %s', (name, format) => {
  expect(formatOfName(name)).toBe(format);
});

/** All numbers of a value, sorted by path and place. */
function numbersIn(value: unknown, path = ''): string[] {
  if (typeof value === 'number') return [`${path} ${value}`];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inside]) => numbersIn(inside, `${path}.${key}`));
}

/** Lists that are nothing without their words go as a whole. */
function withoutWordLists(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutWordLists);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [
      key,
      ['oddWords', 'rareMidBand', 'slotValues'].includes(key) ? [] : withoutWordLists(inside),
    ]),
  );
}
