import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { productBundles } from '../../esbuild.mjs';
import { createEnglishTagger, type EnglishTagger } from '../../src/metrics/meso/englishTagger.ts';
import { root } from './sources.ts';

const folder = mkdtempSync(join(tmpdir(), 'strata-english-'));
const tagAsItComes = createEnglishTagger();
let tagInProduct: EnglishTagger;

beforeAll(async () => {
  const name = 'englishTagger.js';
  const options = productBundles.find(({ outfile }) => outfile === `dist/${name}`);
  await build({ ...options, outfile: join(folder, name), sourcemap: false });
  const product = createRequire(import.meta.url)(join(folder, name)) as {
    createEnglishTagger: typeof createEnglishTagger;
  };
  tagInProduct = product.createEnglishTagger();
});
afterAll(() => rmSync(folder, { recursive: true }));

function expectSame(text: string): void {
  const told = [tagInProduct, tagAsItComes].map((tag) => {
    const tagged = tag(text);
    const lemmas = tagged.words.map((_, at) => tagged.lemmaAt(at));
    return { words: tagged.words, pos: tagged.pos, lemmas };
  });
  expect(told[0]).toEqual(told[1]);
}

test('the bundled English model tags the examples as the one that comes with wink-nlp', () => {
  const rows = readFileSync(join(root, 'examples/support-reference.jsonl'), 'utf8').split('\n');
  rows.slice(0, 40).forEach(expectSame);
});

test('so it does with any text', () => {
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
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.string({ maxLength: 12 }),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => expectSame(pieces.join(' '))),
    { numRuns: 30 },
  );
});
