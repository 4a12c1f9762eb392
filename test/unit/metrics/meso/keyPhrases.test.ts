import { describe, expect, test } from 'vitest';
import { keyPhrases } from '../../../../src/metrics/meso/keyPhrases.ts';
import type { TextLanguage } from '../../../../src/metrics/meso/textLanguage.ts';

const namesOf = (text: string, language: TextLanguage): string[] =>
  keyPhrases(text, language).map(({ name }) => name);

describe('keyPhrases', () => {
  test('finds Japanese objects with their verbs', () => {
    expect(keyPhrases('友達にメールを書いて', 'ja')).toEqual([
      { name: 'メールを書く', verb: '書く', noun: 'メール', source: 'key-phrases' },
    ]);
    expect(namesOf('次の文章を英語に翻訳してください。', 'ja')).toEqual(['文章を翻訳する']);
  });

  test('finds Japanese nouns where no verb has an object', () => {
    expect(namesOf('テーブルに犬の皿があります。', 'ja')).toEqual(['テーブル', '犬', '皿']);
  });

  test('takes no verb stem for a noun in Japanese', () => {
    expect(namesOf('皿が置かれています。', 'ja')).toEqual(['皿']);
  });

  test('finds content words in Chinese', () => {
    expect(namesOf('机器学习模型怎么训练？', 'zh')).toEqual(['机器学习', '模型', '训练']);
    expect(namesOf('我想知道你的回答', 'zh')).toEqual(['回答']);
  });

  test('finds content words in Thai without taking its vowels apart', () => {
    expect(namesOf('วิธีทำอาหารไทย', 'th')).toEqual(['วิธีทำ', 'อาหารไทย']);
  });

  test('drops particles and forms of 하다 in Korean', () => {
    expect(namesOf('이 문장을 영어로 번역해줘', 'ko')).toEqual(['문장 영어', '번역']);
  });

  test('drops stop words in Russian', () => {
    expect(namesOf('Рассказ о море и небе', 'ru')).toEqual(['рассказ', 'море', 'небе']);
  });

  test('takes identifiers of code apart and leaves out the words of the language', () => {
    expect(namesOf('function getUserName(id) { return user_list[id]; }', 'code')).toEqual([
      'get user name',
      'user list',
    ]);
    expect(namesOf('const parseHTTPRequest = async () => {}', 'code')).toEqual([
      'parse http request',
    ]);
  });

  test('gives distinct phrases, four at most', () => {
    expect(namesOf('poema, poema, luna, noche, viento, piedra', 'other')).toEqual([
      'poema',
      'luna',
      'noche',
      'viento',
    ]);
  });

  test('finds nothing in marks, numbers and nothing', () => {
    for (const language of ['ja', 'zh', 'th', 'ko', 'ru', 'code', 'other'] as const) {
      expect(namesOf('123 … !?', language)).toEqual([]);
      expect(namesOf('', language)).toEqual([]);
    }
  });
});
