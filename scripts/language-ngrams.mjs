// @ts-check
// Makes eld, the detector of languages, quick to load and to ask.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ENTRY = /[\\/]eld[\\/]src[\\/]entries[\\/]static\.extrasmall\.js$/;
const NGRAMS_FILE = 'languages.bin';
const DETECTOR_MODULE = join(import.meta.dirname, '../src/metrics/text/ngramDetector.ts');
/** eld keeps its scores smaller by so much. */
const BASE_SCORE = 53;

/**
 * Puts the n-grams, 50,000 small objects, into typed arrays in a file beside the bundle, and a detector over typed arrays
 * in the place of eld's own.
 * @type {import('esbuild').Plugin}
 */
export const quickLanguageNgrams = {
  name: 'quick-language-ngrams',
  setup(build) {
    let folder = '';
    build.onLoad({ filter: ENTRY }, ({ path }) => {
      folder = join(path, '../..');
      return { contents: DETECTOR, resolveDir: join(path, '..') };
    });
    build.onResolve({ filter: /^languages\.bin$/ }, ({ path }) => ({
      path,
      namespace: 'language-ngrams',
    }));
    build.onLoad({ filter: /./, namespace: 'language-ngrams' }, async () => ({
      contents: await ngramsFile(folder),
      loader: 'file',
    }));
  },
};

const DETECTOR = `
  import { readFileSync } from 'node:fs';
  import { join } from 'node:path';
  import { createNgramDetector } from ${JSON.stringify(DETECTOR_MODULE)};
  import { separators } from '../regexPatterns.js';
  import file from '${NGRAMS_FILE}';

  const bytes = new Uint8Array(readFileSync(join(__dirname, file))).buffer;
  const [ngrams, scores, languages] = new Uint32Array(bytes, 0, 3);
  const keysAt = 12;
  const startsAt = keysAt + 8 * ngrams;
  const scoresAt = startsAt + 4 * (ngrams + 1);
  const charactersAt = scoresAt + 2 * scores;
  const languagesAt = charactersAt + 256;
  export const eld = createNgramDetector({
    languages: Buffer.from(bytes, languagesAt, languages).toString().split(' '),
    separators,
    characters: new Uint8Array(bytes, charactersAt, 256),
    keys: new Uint32Array(bytes, keysAt, 2 * ngrams),
    starts: new Uint32Array(bytes, startsAt, ngrams + 1),
    scores: new Uint16Array(bytes, scoresAt, scores),
  });
`;

/**
 * Three lengths, then the arrays of LanguageNgrams and its languages.
 * @param {string} folder of eld's source
 */
async function ngramsFile(folder) {
  const { ngramsData } = await import(pathToFileURL(join(folder, 'ngrams/extrasmall.js')).href);
  const { dictionary } = await import(pathToFileURL(join(folder, 'dictionary.js')).href);
  const ngrams = Object.keys(ngramsData.ngrams);
  const scores = ngrams.map((ngram) =>
    Object.entries(ngramsData.ngrams[ngram]).map(
      ([language, score]) => 512 * Number(language) + score + BASE_SCORE,
    ),
  );
  let end = 0;
  const starts = [0, ...scores.map(({ length }) => (end += length))];
  const keys = ngrams.flatMap((ngram) => [packed(ngram.slice(0, 4)), packed(ngram.slice(4))]);
  const languages = Buffer.from(Object.values(ngramsData.languages).join(' '));
  const parts = [
    Uint32Array.of(ngrams.length, end, languages.length),
    Uint32Array.from(keys),
    Uint32Array.from(starts),
    Uint16Array.from(scores.flat()),
    Uint8Array.from(dictionary, (character) => character.charCodeAt(0)),
    languages,
  ];
  return Buffer.concat(
    parts.map((part) => new Uint8Array(part.buffer, part.byteOffset, part.byteLength)),
  );
}

/** @param {string} characters up to four */
function packed(characters) {
  return Buffer.from(characters, 'latin1').reduce((key, unit) => 256 * key + unit, 0);
}
