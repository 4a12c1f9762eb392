import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { selectRows } from '../src/metrics/embed/embeddingMatrix.ts';
import { findTopics } from '../src/metrics/macro/topics.ts';
import { createRandom } from '../src/metrics/stats/random.ts';
import { embedTexts } from './embedTexts.ts';

// The topics of data with known intents, for topics.py to judge: topics DATA_FOLDER OUT_FILE

interface Task {
  readonly file: string;
  readonly label: string;
}

const TASKS: readonly Task[] = [
  { file: 'clinc-full', label: 'intent' },
  { file: 'banking77-train', label: 'category' },
];

const [folder, out] = process.argv.slice(2);
writeFileSync(out!, JSON.stringify(TASKS.map(run)));

function run({ file, label }: Task) {
  const rows = readFileSync(join(folder!, `${file}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter((row) => row['is_oos'] !== true);
  const texts = rows.map((row) => String(row['text']));
  const matrix = embedTexts(texts);
  const order = shuffled(rows.length);
  const moved = findTopics(selectRows(matrix, order)).topicOfRow;
  const backInPlace = new Int32Array(rows.length);
  order.forEach((row, place) => (backInPlace[row] = moved[place]!));
  return {
    file,
    texts,
    truth: rows.map((row) => String(row[label])),
    found: [...findTopics(matrix).topicOfRow],
    shuffled: [...backInPlace],
    vectors: Array.from({ length: rows.length }, (_, row) => [
      ...matrix.values.subarray(row * matrix.dimensions, (row + 1) * matrix.dimensions),
    ]),
  };
}

function shuffled(length: number): Uint32Array {
  const random = createRandom(7);
  const keys = Array.from({ length }, random);
  return Uint32Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]!);
}
