import { describe, expect, it } from 'vitest';
import { visibleText } from '../../../../src/metrics/text/visibleText.ts';

describe('visibleText', () => {
  it('shows what could control a terminal or reorder the text as its code', () => {
    expect(visibleText('a\u001b[31mb\u202ec\u0000')).toBe('a\\u001b[31mb\\u202ec\\u0000');
  });

  it('folds line breaks and tabs into one space', () => {
    expect(visibleText('one\r\n\ttwo\u2028three')).toBe('one two\\u2028three');
  });

  it('replaces lone surrogates and leaves whole pairs', () => {
    expect(visibleText('\ud800x 😀')).toBe('\ufffdx 😀');
  });
});
