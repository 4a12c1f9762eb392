// @ts-check
// Makes wink-nlp's English model quick to load and to ask.
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Parts that no stage but those of sentences, sentiment, negation and entities reads; none of them is asked for. */
const UNREAD_PARTS = /[\\/]eng-(?:cer-meta|negation|ner|sa|sbd)-model\.json$/;
const CORE = /[\\/]read-core-model\.js$/;
const SOURCE = /[\\/]wink-nlp[\\/]src[\\/][^\\/]+\.js$/;

const MODEL_FILE = 'englishModel.bin';
const LIST_MODULE = join(import.meta.dirname, '../src/metrics/meso/wordList.ts');

/**
 * Puts the model into a file beside the bundle: its integers as they are, the rest as JSON. As it comes, each thread that
 * loads it reads 3 MB of it as a program, copies them and makes 88,000 properties of its words, in ten times the time and
 * memory. wink-nlp is written so that V8 can compile it well, in two thirds of the time; it tags as it did.
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
    build.onLoad({ filter: SOURCE }, ({ path }) => ({
      contents: quickSource(basename(path), readFileSync(path, 'utf8')),
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

/** In the place of wink-nlp's documents, which make dozens of functions for each text and each word. */
const DOCUMENT = `
  module.exports = function doc(data, addons) {
    return {
      tokens: () => ({
        out(property) {
          const values = [];
          for (let at = 0; at < data.numOfTokens; at++) values.push(property(at, data, addons));
          return values;
        },
        itemAt: (at) => ({ out: (property) => property(at, data, addons) }),
      }),
    };
  };
`;

/** Objects of methods or of a few known names: V8 makes a hash table of one without a prototype. */
const TABLE_OF_NAMES =
  /^( *var (?:methods|rdd|its|consts|mappers|efHash) =) Object\.create\( null \);/gm;

/** What each file of wink-nlp has otherwise. @type {Record<string, readonly (readonly [string, string])[]>} */
const CHANGES = {
  // Words are asked of a list instead of an object.
  'cache.js': [
    ['lexemesHash[ text ];', 'lexemesHash.get( text );'],
    ['lxm.list[ index ];', 'lxm.list.at( index );'],
    ['h[ value ] = f.index;', 'f.index; h.set( value, index );'],
    ['h[ value ];', 'h.get( value );'],
  ],
  // Only what stands between words, at odd places, can be or have a space of another kind.
  'tokenizer.js': [['hasNBSP = (', "hasNBSP = p % 2 === 1 && t !== ' ' && ("]],
  // States are asked for by numbers beyond a million, some of them as strings: slow keys of objects.
  'automaton.js': [
    [
      'fsm = model[ 2 ];',
      `fsm = [];
      for ( const [ state, nextOf ] of Object.entries( model[ 2 ] || {} ) ) {
        fsm[ state ] = new Map( Object.entries( nextOf ).map( ( [ t, next ] ) => [ +t, next ] ) );
      }`,
    ],
    ['ns = fsm[ state ][ t ]', 'ns = fsm[ state ].get( +t )'],
    ['if ( fsm[ state ][ otherwise ] )', 'if ( fsm[ state ].get( otherwise ) )'],
    ['State = fsm[ state ][ otherwise ];', 'State = fsm[ state ].get( otherwise );'],
  ],
};

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

/**
 * @param {string} name of a file of wink-nlp
 * @param {string} source
 */
function quickSource(name, source) {
  if (name === 'doc-v2.js') return DOCUMENT;
  for (const [original, quick] of CHANGES[name] ?? []) {
    if (!source.includes(original)) throw new Error(`expected ${original} in wink-nlp’s ${name}`);
    source = source.replace(original, () => quick);
  }
  return source.replace(TABLE_OF_NAMES, '$1 {};');
}
