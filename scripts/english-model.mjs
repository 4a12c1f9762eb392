// @ts-check
// Makes wink-nlp's English model quick to load.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Parts that no stage but those of sentences, sentiment, negation and entities reads; none of them is asked for. */
const UNREAD_PARTS = /[\\/]eng-(?:cer-meta|negation|ner|sa|sbd)-model\.json$/;
const CORE = /[\\/]read-core-model\.js$/;
const CACHE = /[\\/]wink-nlp[\\/]src[\\/]cache\.js$/;

const MODEL_FILE = 'englishModel.bin';
const LIST_MODULE = join(import.meta.dirname, '../src/metrics/meso/wordList.ts');

/**
 * Puts the model into a file beside the bundle: its integers as they are, the rest as JSON. As it comes, each thread that
 * loads it reads 3 MB of it as a program, copies them and makes 88,000 properties of its words, in ten times the time and
 * memory. wink-nlp's own cache of words is made to ask a list for them instead of an object.
 * @type {import('esbuild').Plugin}
 */
export const quickEnglishModel = {
  name: 'quick-english-model',
  setup(build) {
    let folder = '';
    build.onLoad({ filter: UNREAD_PARTS }, () => ({ contents: '["[]"]', loader: 'json' }));
    build.onLoad({ filter: CORE }, ({ path }) => {
      folder = dirname(path);
      return { contents: READ_MODEL, resolveDir: folder };
    });
    build.onResolve({ filter: /^englishModel\.bin$/ }, ({ path }) => ({
      path,
      namespace: 'english-model',
    }));
    build.onLoad({ filter: /./, namespace: 'english-model' }, () => ({
      contents: modelFile(join(folder, 'languages/cur/models/eng-core-web-model.json')),
      loader: 'file',
    }));
    build.onLoad({ filter: CACHE }, ({ path }) => ({
      contents: askingLists(readFileSync(path, 'utf8')),
    }));
  },
};

/** In the place of wink-nlp's function of this name, whose model it gives but for the lists of words. */
const READ_MODEL = `
  const { readFileSync } = require('node:fs');
  const { join } = require('node:path');
  const { createWordList } = require(${JSON.stringify(LIST_MODULE)});
  const file = require('${MODEL_FILE}');

  module.exports = function readModel() {
    const bytes = new Uint8Array(readFileSync(join(__dirname, file))).buffer;
    const [lexicon, xpansions] = new Uint32Array(bytes, 0, 2);
    const textAt = 8 + 4 * (lexicon + xpansions);
    const { words, ...model } = JSON.parse(Buffer.from(bytes, textAt).toString('latin1'));
    model.lexicon = new Uint32Array(bytes, 8, lexicon);
    model.xpansions = new Uint32Array(bytes, 8 + 4 * lexicon, xpansions);
    for (const [name, [, , , isNumber]] of Object.entries(model.packing.layout)) {
      const feature = model.features[name];
      if (isNumber === 0) feature.hash = new Map(feature.list.map((value, at) => [value, at]));
    }
    const lexeme = createWordList(words);
    model.features.lexeme = { list: lexeme, hash: lexeme };
    const clusters = model.features.posClusters;
    clusters.list = clusters.list.map(
      (names) => new Set(names.split('_').map((name) => model.pos.hash[name] || 0)),
    );
    return model;
  };
`;

/**
 * Two counts, so many integers of the lexicon and of the expansions, then the rest as JSON in ASCII.
 * @param {string} path of the model as it comes
 */
function modelFile(path) {
  const { lexicon, xpansions, ...rest } = JSON.parse(readFileSync(path, 'utf8'));
  const integers = [lexicon, xpansions].map((base64) => Buffer.from(base64, 'base64'));
  const words = rest.features.lexeme.list
    .map((/** @type {string} */ word) => `${word}\x7f`)
    .join('');
  const text = JSON.stringify({
    ...rest,
    words,
    features: { ...rest.features, lexeme: undefined },
  });
  const counts = Uint32Array.from(integers, ({ length }) => length / 4);
  return Buffer.concat([new Uint8Array(counts.buffer), ...integers, Buffer.from(inAscii(text))]);
}

/** @param {string} json */
function inAscii(json) {
  return json.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** @param {string} cache the source of wink-nlp's cache */
function askingLists(cache) {
  for (const [property, call] of /** @type {const} */ ([
    ['lexemesHash[ text ];', 'lexemesHash.get( text );'],
    ['lxm.list[ index ];', 'lxm.list.at( index );'],
    ['h[ value ] = f.index;', 'f.index; h.set( value, index );'],
    ['h[ value ];', 'h.get( value );'],
  ])) {
    if (!cache.includes(property)) throw new Error(`expected ${property} in wink-nlp’s cache`);
    cache = cache.replace(property, call);
  }
  return cache;
}
