import { expect, test } from 'vitest';
import { columnWidth } from '../../../src/terminal/columnWidth.ts';
import { wrapText } from '../../../src/terminal/wrapText.ts';

test.each([
  'The effective number of kinds when frequent kinds count most (inverse Simpson, Hill number of order 2).',
  'ファイル全体の広がりは表しません。互いに離れたコピーの組が多数あっても 0 になります（例: 1,000 行）。',
  '1 − (f₁ / N) · (n − 1) f₁ / ((n − 1) f₁ + 2 f₂): of n rows',
])('lines fit, no line begins with a closing sign, and nothing is lost: %s', (text) => {
  for (const columns of [20, 33, 78]) {
    const lines = wrapText(text, columns);
    for (const line of lines) {
      expect(columnWidth(line)).toBeLessThanOrEqual(columns + 4);
      expect(line).not.toMatch(/^[\s、。，）.,)]/u);
    }
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
  }
});

test('no line ends with a sign of relation, an opening bracket, or a short word behind one', () => {
  const text = 'area under ROC 0.969 (95%: 0.941–0.983); without a shift 0.499 ± 0.034; p = 0.005';
  for (let columns = 16; columns < 90; columns++) {
    for (const line of wrapText(text, columns)) expect(line).not.toMatch(/(?:[(=±]|95%:)$|^±/u);
    for (const line of wrapText('違いなし (比 1.04、95%: 0.95～1.13)「トークン」', columns)) {
      expect(line).not.toMatch(/[(「比]$/u);
    }
  }
});

test('words in Katakana stay whole, and what stands between Japanese signs is broken apart', () => {
  expect(wrapText('ミクロ: トークン', 8)).toEqual(['ミクロ:', 'トークン']);
  expect(wrapText('「eiusmod」、「Lorem」、「Ut」', 12)).toEqual([
    '「eiusmod」、',
    '「Lorem」、',
    '「Ut」',
  ]);
});

test('a word that is too long has a line of its own', () => {
  expect(wrapText('see doi:10.1111/j.2006.0030-1299.14714.x there', 10)).toEqual([
    'see',
    'doi:10.1111/j.2006.0030-1299.14714.x',
    'there',
  ]);
});

test('a text that fits, and an empty one, stay', () => {
  expect(wrapText('short', Infinity)).toEqual(['short']);
  expect(wrapText('', 10)).toEqual(['']);
});
