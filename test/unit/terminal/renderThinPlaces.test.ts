import { expect, it } from 'vitest';
import type { ThinResult } from '../../../src/engine/jobs/findThinPlaces.ts';
import { renderThinPlaces } from '../../../src/terminal/renderThinPlaces.ts';
import { createStyle } from '../../../src/terminal/style.ts';
import { createTerminalWording } from '../../../src/terminal/terminalWording.ts';
import { readJson } from '../../contract/sources.ts';

const bundle = readJson('l10n/bundle.l10n.ja.json') as Readonly<Record<string, string>>;
const english = createTerminalWording((text) => text, 'en');
const japanese = createTerminalWording((text) => bundle[text] ?? text, 'ja');
const style = createStyle(false);

const place = {
  names: ['春', '冬'],
  lines: [7, 1200],
  examples: ['桜', '雪'],
  prompt: '…',
  linesOf: 'dataset' as const,
};
const places: ThinResult['places'] = [
  { ...place, kind: 'gap', rows: 1, expected: 12.4 },
  { ...place, kind: 'small-topic', rows: 3, expected: 9 },
  { ...place, kind: 'rare-kind', rows: 2 },
  { ...place, kind: 'missing-tag', rows: 0, expected: 40 },
];

it('lists places in English', () => {
  expect(renderThinPlaces(places.slice(0, 1), style, Infinity, english)).toBe(
    '1. hardly anything between two topics: 春 — 冬\n   1 row; 12 would be expected\n   line 7: 桜\n   line 1,200: 雪\n' +
      'Prompts that ask for rows there: strata thin FILE --prompt N\n',
  );
  const text = renderThinPlaces(places, style, Infinity, english);
  expect(text).toContain('3. tag or task unit with few rows: 春 — 冬\n   2 rows\n');
  expect(text).toContain('   40 rows of the reference have it\n');
  expect(renderThinPlaces([], style, Infinity, english)).toBe('No thin place was found.\n');
});

it('has no English word left in Japanese but the command itself', () => {
  const text = renderThinPlaces(places, style, Infinity, japanese).replace(
    'strata thin FILE --prompt N',
    '',
  );
  expect(text.match(/[A-Za-z]{2,}|\{\d\}/gu)).toBeNull();
  expect(text).toContain(
    '1. 2 つのトピックの間にほとんど行がない: 春 — 冬\n   1 行 (想定は 12 行)\n   7 行目: 桜\n',
  );
  expect(text).toContain('   参照データでは 40 行\n');
  expect(renderThinPlaces([], style, Infinity, japanese)).toMatch(/^[^A-Za-z]+\n$/u);
});
