import { eld } from 'eld/extrasmall';
import { describe, expect, it } from 'vitest';
import { rowLanguage } from '../../../../src/metrics/text/rowLanguage.ts';

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
  ])('%s', (language, text) => {
    expect(rowLanguage([text], eld)).toBe(language);
  });

  it('is code where no text is left, unknown where the detector has no answer', () => {
    expect(rowLanguage([], eld)).toBe('zxx-x-code');
    expect(rowLanguage(['abc'], { detect: () => ({ language: '' }) })).toBe('und');
  });
});
