import { expect, test } from 'vitest';
import { mainScript } from '../../../../src/metrics/text/mainScript.ts';

test.each([
  ['Latin', 'How do I return a bike? Größe, naïve, Tiếng Việt'],
  ['Japanese', '自転車を返品したいです。'],
  ['Japanese', 'カタカナ'],
  ['Han', '如何取消我的订单？'],
  ['Hangul', '세종대왕이 한글을 만든 이유를 알려 주세요.'],
  ['Cyrillic', 'Расскажите, пожалуйста'],
  ['Greek', 'Καλημέρα'],
  ['Arabic', 'كيف حالك'],
  ['Hebrew', 'שלום'],
  ['Devanagari', 'नमस्ते'],
  ['Thai', 'สวัสดี'],
  ['Other', 'ᎣᏏᏲ'],
  ['Han', '𠮷𠮷'],
  ['Common', '42 + 17 = 59 😀 ×'],
  ['Common', ''],
] as const)('%s: %s', (script, text) => {
  expect(mainScript([text])).toBe(script);
});

test('the script of most letters is the main one, over all texts of the row', () => {
  expect(mainScript(['Translate: Доброе утро, дорогие друзья', 'Good morning'])).toBe('Cyrillic');
  expect(mainScript(['print("hello")', '世界、こんにちは。今日は良い天気です。'])).toBe('Japanese');
});

test('Chinese that quotes a little Japanese stays Chinese', () => {
  expect(mainScript(['这个词在日语里写作ね，意思是确认对方是否同意说话人的看法'])).toBe('Han');
});

test('a row without text has no script', () => {
  expect(mainScript([])).toBe('Common');
});

test('a text of megabytes is read only as far as it tells its script', () => {
  expect(mainScript([`${'а'.repeat(4_096)}${'b'.repeat(1_000_000)}`])).toBe('Cyrillic');
});

test('lone surrogates are no letters', () => {
  expect(mainScript(['\ud800\udc00\ud800', '\udfff'])).toBe('Other');
  expect(mainScript(['\ud800'])).toBe('Common');
});

test('letters of ASCII count as all others do: up to the 4,096th code unit', () => {
  expect(mainScript([`${'1'.repeat(4_095)}a`])).toBe('Latin');
  expect(mainScript([`${'1'.repeat(4_096)}a`])).toBe('Common');
  expect(mainScript(['12', 'a'])).toBe('Latin');
});
