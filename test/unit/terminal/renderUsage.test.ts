import { describe, expect, it } from 'vitest';
import { columnWidth } from '../../../src/terminal/columnWidth.ts';
import { renderUsage } from '../../../src/terminal/renderUsage.ts';

const asItIs = (text: string) => text;
const explanation = Array.from({ length: 30 }, (_, at) => `word${at}`).join(' ');
const linesAt = (word: string, columns?: number) =>
  renderUsage([{ entries: [[word, explanation]] }], asItIs, columns)
    .trimEnd()
    .split('\n');

describe('renderUsage', () => {
  it.each([60, 80, 110, undefined])(
    'lets only the first line of an explanation stand beside a long word (%s columns)',
    (columns) => {
      const lines = linesAt('--a-long-option FILE.jsonl', columns);
      const width = columns ?? 110;
      expect(lines.every((line) => columnWidth(line) <= width)).toBe(true);
      expect(lines[0]).toMatch(/^ {2}--a-long-option FILE\.jsonl {2}word0 /u);
      for (const line of lines.slice(1)) expect(line).toMatch(/^ {18}word/u);
      // One word more would not fit.
      for (const line of lines.slice(1, -1)) {
        expect(columnWidth(line) + ' word00'.length).toBeGreaterThan(width);
      }
      expect(lines.join(' ').match(/word\d+/gu)).toHaveLength(30);
    },
  );

  it('puts the explanation below a word that leaves no room beside it', () => {
    const lines = linesAt('macro-instruction, macro-response, meso-instruction, meso-response', 80);
    expect(lines[1]).toMatch(/^ {18}word0 word1 word2/u);
  });
});
