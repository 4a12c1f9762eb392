import { expect, test } from 'vitest';
import { plainWords } from '../../../../src/metrics/text/plainWords.ts';

test.each([
  ["It's what they'll do.", ["it's", 'what', "they'll", 'do']],
  ['It’s “quoted” ‘so’', ["it's", 'quoted', 'so']],
  // As tree banks write it.
  ["it 's a film they 'll love and do n't forget", 'it a film they love and do forget'.split(' ')],
  ["the 'special' one", ['the', 'special', 'one']],
  ['s and ll as names of variables', 's and ll as names of variables'.split(' ')],
  ['well-known, 3rd (2010)', ['well', 'known', '3rd', '2010']],
  ['ＡＢＣ ﬁne', ['abc', 'fine']],
  ['東京の天気', ['東京', 'の', '天気']],
  ['GPT-4で要約', ['gpt', '4', 'で', '要約']],
  ['สวัสดีครับ', ['สวัสดี', 'ครับ']],
  ['été naïve Größe', ['été', 'naïve', 'größe']],
  ['… — !', []],
  ['great ❤️ day ☀️today 1️⃣', ['great', 'day', 'today', '1️⃣']],
  ['👩🏽‍❤️‍👨🏻 🏴\u{e0067}\u{e007f} ✔️⚠️', []],
  // Marks typed alone, and letters with theirs.
  ['ि हिन्दी \u0301e\u0301te\u0301', ['हिन्दी', 'éte\u0301'.normalize('NFKC')]],
  ['', []],
])('%s', (text, words) => {
  expect(plainWords()(text)).toEqual(words);
});
