import { eld } from 'eld/extrasmall';
import { describe, expect, it } from 'vitest';
import { languageLead, rowLanguage } from '../../../../src/metrics/text/rowLanguage.ts';

describe('rowLanguage', () => {
  it.each([
    ['en', 'Write a short letter to your landlord about the broken heating.'],
    ['de', 'Schreibe einen kurzen Brief an deinen Vermieter über die kaputte Heizung.'],
    ['es', 'Escribe una carta breve a tu casero sobre la calefacción rota.'],
    ['ru', 'Напишите короткое письмо о сломанном отоплении.'],
    ['ja', '壊れた暖房について大家さんに短い手紙を書いてください。'],
    ['zh', '给房东写一封关于暖气坏了的短信。'],
    ['ko', '고장난 난방에 대해 집주인에게 짧은 편지를 쓰세요.'],
    ['th', 'เขียนจดหมายสั้น ๆ ถึงเจ้าของบ้าน'],
    ['zxx', '12 + 30 = 42'],
    ['en', 'play some jazz'],
    ['fr', 'bonjour'],
    ['de', 'Guten Morgen'],
    ['ru', 'Переведи на английский'],
    ['ja', 'は'],
    ['zh', '好'],
  ])('%s', (language, text) => {
    expect(rowLanguage([text], eld)).toBe(language);
  });

  it('is code where no text is left, unknown where the detector has no answer', () => {
    expect(rowLanguage([], eld)).toBe('zxx-x-code');
    const silent = { detect: () => ({ language: '', getScores: () => ({}) }) };
    expect(rowLanguage(['abc'], silent)).toBe('und');
    expect(rowLanguage(['abc'.repeat(20)], silent)).toBe('und');
  });

  it.each(['a', 'b', 'c', 'hello', 'I am ok', 'x = 1', 'no', 'ok', 'yes', '42 km', 'д', 'न'])(
    'is unknown where a few letters could be of several languages: %s',
    (text) => {
      expect(rowLanguage([text], eld)).toBe('und');
    },
  );

  it('asks a text of 40 letters for no lead', () => {
    const scores = { da: 0.8, no: 0.7999 };
    const even = { detect: () => ({ language: 'da', getScores: () => scores }) };
    expect(rowLanguage([`${'e'.repeat(39)} !`], even)).toBe('und');
    expect(rowLanguage([`${'e'.repeat(39)} é!`], even)).toBe('da');
  });
});

describe('languageLead', () => {
  it('is the share of its sum by which the best language is ahead', () => {
    // Sums of 60, 45 and 15, plus 30.
    expect(languageLead({ en: 15 / 45, nl: 60 / 90, de: 45 / 75 })).toBeCloseTo(0.25, 12);
    expect(languageLead({ en: 0.5, nl: 0.5 })).toBe(0);
    expect(languageLead({ en: 0.5 })).toBe(1);
    expect(languageLead({})).toBe(0);
  });
});
