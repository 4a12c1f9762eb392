import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createEnglishTagger, type EnglishTagger } from '../../src/metrics/meso/englishTagger.ts';
import { builtBundle } from './builtBundle.ts';
import { root } from './sources.ts';

const bundle = builtBundle('englishTagger.js');
const tagAsItComes = createEnglishTagger();
let tagInProduct: EnglishTagger | undefined;

function expectSame(text: string): void {
  tagInProduct ??= (
    bundle() as { readonly createEnglishTagger: typeof createEnglishTagger }
  ).createEnglishTagger();
  const told = [tagInProduct, tagAsItComes].map((tag) => {
    const tagged = tag(text);
    const lemmas = tagged.words.map((_, at) => tagged.lemmaAt(at));
    return { words: tagged.words, pos: tagged.pos, lemmas };
  });
  expect(told[0]).toEqual(told[1]);
}

test(
  'the bundled English model tags the examples as the one that comes with wink-nlp',
  { tags: 'slow' },
  () => {
    const rows = readFileSync(join(root, 'examples/support-reference.jsonl'), 'utf8').split('\n');
    rows.slice(0, 40).forEach(expectSame);
  },
);

test('so it does with any text', { tags: 'slow' }, () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'don’t',
      "can't",
      'Colour',
      'geese',
      'RUNNING',
      '3.50$',
      '#a',
      '@b',
      ':-)',
      '\n',
    ),
    fc.constantFrom(
      'constructor',
      '__proto__',
      'unbreakablest',
      'x.',
      'e-mail',
      '3rd',
      '日本',
      '😀',
    ),
    fc.constantFrom('\u00a0', ' \u2009', '  ', 'a\u00a0b', '\t', ''),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => expectSame(pieces.join(' '))),
    { numRuns: 15 },
  );
});
