import { expect, test } from 'vitest';
import { isCode, textLanguage } from '../../../../src/metrics/meso/textLanguage.ts';

test.each([
  ['en', 'Write a story about Los Angeles and La Paz.'],
  ['en', 'play jazz'],
  ['en', 'Describe “Café Society” in the 1930s — briefly.'],
  ['ja', '次の文章を英語に翻訳してください。'],
  ['ja', 'JavaScriptで配列を並べ替えるプログラムを書いて'],
  ['zh', '请把这段文字翻译成英文'],
  ['ko', '한국의 전통 음식에 대해 설명해 주세요'],
  ['th', 'วิธีทำอาหารไทย'],
  ['ru', 'Напиши короткий рассказ о море'],
  ['other', 'Escribe un poema sobre el mar y la luna'],
  ['other', 'Schreibe eine kurze Geschichte über einen Hund'],
  ['other', 'اكتب قصة قصيرة عن البحر'],
  ['code', 'def reverse_list(items):\n    return items[::-1]'],
  ['code', 'function getUser(id) { return db.users.find(u => u.id === id); }'],
  ['en', 'Pete Sampras (first round), Michael Chang (first round) and the others'],
  ['en', 'Sampras (USA), Chang (USA), Becker (Germany), Edberg (Sweden)'],
  ['code', 'max(x, y), min(x, y), abs(x)'],
  ['en', ''],
])('takes for %s: %s', (language, text) => {
  expect(textLanguage(text)).toBe(language);
  expect(isCode(text)).toBe(language === 'code');
});
