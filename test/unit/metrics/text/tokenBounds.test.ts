import { describe, expect, test } from 'vitest';
import { normalizeText } from '../../../../src/metrics/text/normalizeText.ts';
import { tokenBounds } from '../../../../src/metrics/text/tokenBounds.ts';

/** What each token reads as written. */
function tokensOf(text: string): string[] {
  const bounds = tokenBounds(text);
  return Array.from({ length: bounds.length / 2 }, (_, i) =>
    text.slice(bounds[2 * i], bounds[2 * i + 1]),
  );
}

describe('tokens read as written', () => {
  test.each([
    ['Plain words, here.', ['Plain', 'words', 'here']],
    ['ＡＢＣ と', ['ＡＢＣ', 'と']],
    ['㈱サン', ['㈱', 'サ', 'ン']],
    ['ﾊﾟｿ①', ['ﾊﾟ', 'ｿ', '①']],
    ['ﾊﾟ is ﬁne', ['ﾊﾟ', 'is', 'ﬁne']],
    ['the ﬁne oﬃce №5', ['the', 'ﬁne', 'oﬃce', '№5']],
    ['ทำ', ['ท', 'ำ', 'ำ']],
    ['e\u0301t\u00e9', ['e\u0301t\u00e9']],
    ['İstanbul', ['İstanbul']],
    ['\u1112\u1161\u11ab', ['\u1112\u1161\u11ab']],
    ['great ❤️ day ☀️today 1️⃣', ['great', 'day', 'today', '1️⃣']],
    ['👩🏽‍❤️‍👨🏻 🏴\u{e0067}\u{e007f} ✔️⚠️', []],
    ['葛\u{e0100}城', ['葛', '城']],
    ['ि हिन्दी \u0301e\u0301te\u0301', ['हिन्दी', 'e\u0301te\u0301']],
    ['', []],
  ])('%j', (text, tokens) => {
    expect(tokensOf(text)).toEqual(tokens);
  });
});

test('what is normalised by itself makes the normalised text, mark by mark and jamo by jamo', () => {
  const text = 'ﾊﾞﾊﾟ㍿½ǆ\u1100\u1161\u11a8가각\u0f73\u0958のﾞ\u0041\u030a\u212b\ufb2c';
  const bounds = tokenBounds(`${text} end`);
  expect(bounds.at(-1)).toBe(text.length + 4);
  expect(normalizeText(`${text} end`).length).not.toBe(text.length + 4);
});
