import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEmbeddingTable } from '../src/engine/loadEmbeddingTable.ts';
import { wordMeanings } from '../src/metrics/embed/wordMeanings.ts';
import { baseForm } from '../src/metrics/meso/baseForm.ts';
import { createEnglishTagger } from '../src/metrics/meso/englishTagger.ts';
import { nameSimilarity } from '../src/metrics/meso/nameSimilarity.ts';

// From which similarity two names are one kind: node bench/run.mjs kindMerging [FOLDER_OF_LABELLED_SETS]
// kindMerging.md says what is measured here.
interface MarkedPair {
  readonly split: 'tune' | 'held-out' | 'found';
  readonly kind: 'verb' | 'name';
  readonly a: string;
  readonly b: string;
  readonly same: boolean;
}

const similarity = nameSimilarity(wordMeanings(loadEmbeddingTable('media/embedding')));
const similarityOf = (a: string, b: string): number =>
  similarity.isKnown(a) && similarity.isKnown(b) ? (similarity.of(a, b) ?? -1) : -1;

const pairs = readFileSync('bench/kind-synonyms.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as MarkedPair);
const thresholds = [0.65, 0.7, 0.75, 0.8];

console.log('| pairs | same | ' + thresholds.map((at) => `from ${at}`).join(' | ') + ' |');
for (const kind of ['verb', 'name'] as const) {
  for (const split of ['tune', 'held-out', 'found'] as const) {
    const marked = pairs.filter((pair) => pair.split === split && pair.kind === kind);
    const cells = thresholds.map((threshold) => {
      const merged = marked.filter(({ a, b }) => similarityOf(a, b) >= threshold);
      return `${merged.filter(({ same }) => same).length} of ${merged.length}`;
    });
    const same = marked.filter((pair) => pair.same).length;
    console.log(`| ${kind}s, ${split}: ${marked.length} | ${same} | ${cells.join(' | ')} |`);
  }
}

const [folder] = process.argv.slice(2);
const tag = createEnglishTagger();
for (const [file, key] of [
  ['banking77-train.jsonl', 'category'],
  ['clinc-full.jsonl', 'intent'],
] as const) {
  if (folder === undefined) break;
  const labels = new Set<string>();
  for (const line of readFileSync(join(folder, file), 'utf8').trim().split('\n')) {
    labels.add((JSON.parse(line) as Readonly<Record<string, string>>)[key]!.toLowerCase());
  }
  const names = [...labels].map((label) => baseForm(label, tag));
  const merged = thresholds.map((threshold) => {
    const found = names.flatMap((a, at) =>
      names.slice(0, at).filter((b) => a === b || similarityOf(a, b) >= threshold),
    );
    return `${found.length} from ${threshold}`;
  });
  const count = (names.length * (names.length - 1)) / 2;
  console.log(`${file}: ${count} pairs of different labels, merged: ${merged.join(', ')}`);
}
