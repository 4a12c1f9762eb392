import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEmbeddingTable, readGlosses } from '../src/engine/loadEmbeddingTable.ts';
import { createStaticEmbedder } from '../src/metrics/embed/staticEmbedder.ts';
import { sortedJaccard } from '../src/metrics/flags/sortedJaccard.ts';
import { shinglesOf } from '../src/metrics/text/shingles.ts';

// How far duplicates in meaning can be trusted: pairs that people judged, without those that are near-duplicates by their
// wording; and how far rows with a near earlier row are those that another program dropped (a weak label).
// semanticDuplicates FOLDER, which holds jsts-ja-*.jsonl, pawsx-*.jsonl and toolformer-kept-at.jsonl

const THRESHOLDS = [0.9, 0.92, 0.94, 0.95, 0.96, 0.97, 0.98];
const FUZZY_THRESHOLD = 0.7;
const SHINGLE_TOKENS = 3;

const [folder = '.'] = process.argv.slice(2);
const embedder = createStaticEmbedder(
  loadEmbeddingTable(join(__dirname, '..', 'media', 'embedding')),
  readGlosses,
);

interface JudgedPair {
  readonly sentence1: string;
  readonly sentence2: string;
  readonly label: string | number;
}

table('jsts-ja-train', (label) => Number(label) >= 3);
table('jsts-ja-train', (label) => Number(label) >= 4);
table('jsts-ja-valid', (label) => Number(label) >= 3);
table('pawsx-en', (label) => label === '1');
table('pawsx-ja', (label) => label === '1');
table('pawsx-zh', (label) => label === '1');
droppedRows('toolformer-kept-at');

function table(name: string, isSame: (label: string | number) => boolean): void {
  const pairs = readRows<JudgedPair>(name)
    .filter(({ sentence1, sentence2 }) => jaccard(sentence1, sentence2) < FUZZY_THRESHOLD)
    .map(({ sentence1, sentence2, label }) => ({
      cosine: cosine(sentence1, sentence2),
      isSame: isSame(label),
    }));
  const same = pairs.filter((pair) => pair.isSame).length;
  console.log(
    `${name}, ${isSame.toString().replace(/^.*=> /, '')}: ${pairs.length} pairs, ${same} the same`,
  );
  for (const threshold of THRESHOLDS) {
    const found = pairs.filter((pair) => pair.cosine >= threshold);
    const right = found.filter((pair) => pair.isSame).length;
    console.log(
      `  ${threshold.toFixed(2)}: ${found.length} pairs, precision ${(right / found.length).toFixed(3)}, recall ${(right / same).toFixed(3)}`,
    );
  }
}

interface KeptRow {
  readonly instruction: string;
  readonly input?: string;
  readonly response: string;
  /** Whether the other program kept the row at each of its thresholds. */
  readonly _kept_at: Readonly<Record<string, boolean>>;
}

/** Compares every row with all before it: O(rows²), half a minute. */
function droppedRows(name: string): void {
  const rows = readRows<KeptRow>(name);
  const vectors = rows.map(({ instruction, input, response }) =>
    unit(vectorOf([instruction, input, response].filter(Boolean).join('\n'))),
  );
  const nearest = vectors.map((vector, row) =>
    vectors.slice(0, row).reduce((best, other) => Math.max(best, dot(vector, other)), 0),
  );
  for (const kept of ['0.9', '0.8', '0.7', '0.6']) {
    const dropped = rows.map((row) => row._kept_at[kept] === false);
    const all = dropped.filter(Boolean).length;
    console.log(`${name}: ${all} of ${rows.length} rows dropped at ${kept}`);
    for (const threshold of THRESHOLDS) {
      const found = dropped.filter((_, row) => nearest[row]! >= threshold);
      const right = found.filter(Boolean).length;
      console.log(
        `  ${threshold.toFixed(2)}: ${found.length} rows, precision ${(right / found.length).toFixed(3)}, recall ${(right / all).toFixed(3)}`,
      );
    }
  }
}

function readRows<Row>(name: string): Row[] {
  const lines = readFileSync(join(folder, `${name}.jsonl`), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Row);
}

function cosine(a: string, b: string): number {
  return dot(unit(vectorOf(a)), unit(vectorOf(b)));
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let column = 0; column < a.length; column++) sum += a[column]! * b[column]!;
  return sum;
}

function unit(vector: Float32Array): Float32Array {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  return norm === 0 ? vector : vector.map((value) => value / norm);
}

function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(embedder.dimensions);
  embedder.addTo(text, vector);
  return vector;
}

function jaccard(a: string, b: string): number {
  const [inA, inB] = [a, b].map((text) => shinglesOf([text], SHINGLE_TOKENS));
  return sortedJaccard(inA!, inB!) ?? 0;
}
