import { describe, expect, it } from 'vitest';
import { columnWidth, cutToWidth, padToWidth } from '../../../src/terminal/columnWidth.ts';

describe('columnWidth', () => {
  it('counts two columns for Japanese and Chinese characters, none for combining marks', () => {
    expect(columnWidth('abc')).toBe(3);
    expect(columnWidth('返品 ok')).toBe(7);
    expect(columnWidth('e\u0301')).toBe(1);
    expect(columnWidth('')).toBe(0);
  });

  it('cuts with an ellipsis so that nothing is wider than asked', () => {
    expect(cutToWidth('short', 5)).toBe('short');
    expect(cutToWidth('a long text', 6)).toBe('a lon…');
    expect(cutToWidth('返品の手続き', 6)).toBe('返品…');
    expect(columnWidth(cutToWidth('返品の手続き', 6))).toBeLessThanOrEqual(6);
  });

  it('gives styles no room, and ends them where the text is cut', () => {
    const bold = (text: string) => `\u001b[1m${text}\u001b[22m`;
    expect(columnWidth(bold('abc'))).toBe(3);
    expect(cutToWidth(bold('abc'), 3)).toBe(bold('abc'));
    expect(cutToWidth(`${bold('返品の手続き')} and more`, 6)).toBe(bold('返品…'));
  });

  it('pads to the width that is seen', () => {
    expect(padToWidth('返品', 6)).toBe('返品  ');
    expect(padToWidth('too long', 3)).toBe('too long');
  });
});
