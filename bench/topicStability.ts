import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { selectRows } from '../src/metrics/embed/embeddingMatrix.ts';
import { findTopics } from '../src/metrics/macro/topics.ts';
import { createRandom } from '../src/metrics/stats/random.ts';
import { embedTexts } from './embedTexts.ts';

// How much topics depend on which rows of a source a file has: topicStability DATA_FOLDER. About a minute of one core.

const TASKS: readonly (readonly [file: string, fields: readonly string[]])[] = [
  ['clinc-full', ['text']],
  ['banking77-train', ['text']],
  ['dolly-3k', ['instruction']],
  ['dolly-3k', ['instruction', 'output']],
  ['gsm8k-train', ['question', 'answer']],
];
/** Share of the rows that is left out, each time another one. */
const LEFT_OUT = 0.02;
const SEEDS = [1, 2, 3, 4];

for (const [file, fields] of TASKS) {
  const texts = readFileSync(join(process.argv[2]!, `${file}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .map((row) => fields.map((field) => String(row[field])).join('\n'));
  const matrix = embedTexts(texts);
  const whole = findTopics(matrix);
  const counts = [whole.rowsOfTopic.length];
  const agreements = SEEDS.map((seed) => {
    const random = createRandom(seed);
    const kept = Uint32Array.from(texts.keys()).filter(() => random() >= LEFT_OUT);
    const { topicOfRow, rowsOfTopic } = findTopics(selectRows(matrix, kept));
    counts.push(rowsOfTopic.length);
    return adjustedRandIndex(
      Int32Array.from(kept, (row) => whole.topicOfRow[row]!),
      topicOfRow,
    );
  });
  const [least, most] = [Math.min(...agreements), Math.max(...agreements)];
  console.log(
    `${file}, ${fields.join(' + ')}: ${texts.length} rows, ${whole.distinctRows} different; topics ${counts.join(', ')}; adjusted Rand index ${(100 * least).toFixed(1)} to ${(100 * most).toFixed(1)}`,
  );
}

/** Hubert & Arabie (1985); rows without a topic are a group of their own. */
function adjustedRandIndex(a: Int32Array, b: Int32Array): number {
  const pairsOf = (groups: Iterable<number | string>) => {
    const sizes = new Map<number | string, number>();
    for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
    return [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  };
  const together = pairsOf(Array.from(a, (group, row) => `${group},${b[row]}`));
  const [inA, inB] = [pairsOf(a), pairsOf(b)];
  const expected = (inA * inB) / ((a.length * (a.length - 1)) / 2);
  return (together - expected) / ((inA + inB) / 2 - expected);
}
