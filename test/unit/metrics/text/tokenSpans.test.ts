import { expect, test } from 'vitest';
import { createBytePairTokenizer } from '../../../../src/metrics/text/bytePairTokenizer.ts';
import { bytePairTable } from '../../../support/bytePairTable.ts';
import { tokenSpans } from '../../../../src/metrics/text/tokenSpans.ts';

const tokenizer = createBytePairTokenizer(bytePairTable('o200k_base'));

test.each(['Hello, world', 'naïve café', '鼓舞する 𠮷野家 👩‍👩‍👧', ''])(
  'the spans of %j are its tokens, put one after the other',
  (text) => {
    const tokens: number[] = [];
    tokenizer.encodeInto(text, tokens);
    const ends = tokenSpans(text, tokenizer);
    expect(ends.length).toBe(tokens.length);
    expect(ends.at(-1) ?? 0).toBe(text.length);
    tokens.forEach((token, at) => {
      const decoded = tokenizer.decodeToken(token);
      if (decoded.includes('\ufffd')) return;
      expect(text.slice(at === 0 ? 0 : ends[at - 1], ends[at])).toBe(decoded);
    });
  },
);
