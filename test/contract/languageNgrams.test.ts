import { eld } from 'eld/extrasmall';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languageLead, type LanguageDetector } from '../../src/metrics/text/rowLanguage.ts';
import { builtBundle } from './builtBundle.ts';

const bundle = builtBundle('languages.js');
const detect = (text: string) => answer((bundle() as { readonly eld: LanguageDetector }).eld, text);
/** Rounded: eld divides its sums by the number of n-grams. */
const answer = (detector: LanguageDetector, text: string) => {
  const found = detector.detect(text);
  return { language: found.language, lead: languageLead(found.getScores()).toFixed(9) };
};

const SENTENCES = [
  'Write a short letter to your landlord about the broken heating, don’t be late.',
  'Schreibe einen kurzen Brief an deinen Vermieter über die kaputte Heizung.',
  'Escribe una carta breve a tu casero sobre la calefacción rota.',
  'Écris une courte lettre à ton propriétaire au sujet du chauffage qu’il faut réparer.',
  'Napisz krótki list do właściciela o zepsutym ogrzewaniu. Ev sahibine kısa bir mektup yaz.',
  'Напишите короткое письмо о сломанном отоплении. Напишіть короткого листа.',
  'اكتب رسالة قصيرة إلى مالك العقار بشأن التدفئة المعطلة.',
  'टूटे हुए हीटिंग के बारे में अपने मकान मालिक को एक छोटा पत्र लिखें।',
  '壊れた暖房について大家さんに短い手紙を書いてください。给房东写一封信。',
  'Γράψτε ένα σύντομο γράμμα. เขียนจดหมายสั้น ๆ ถึงเจ้าของบ้าน 고장난 난방에 대해',
];

/** Runs of the sentences, of any text and of long words. */
const text = fc
  .array(
    fc.oneof(
      fc
        .tuple(fc.constantFrom(...SENTENCES), fc.nat(60), fc.nat(60))
        .map(([sentence, from, length]) => sentence.slice(from, from + length)),
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.string({ maxLength: 20 }),
      fc.tuple(fc.constantFrom('en', 'ñandú', 'ел'), fc.nat(40)).map(([part, n]) => part.repeat(n)),
    ),
    { maxLength: 30 },
  )
  .chain((parts) => fc.constantFrom(parts.join(' '), parts.join('')));

test('the bundled detector of languages answers what eld answers', () => {
  for (const sentence of SENTENCES) {
    expect(detect(sentence)).toEqual(answer(eld, sentence));
  }
  fc.assert(
    fc.property(text, (any) => {
      expect(detect(any)).toEqual(answer(eld, any));
    }),
    { numRuns: 1_000 },
  );
});
