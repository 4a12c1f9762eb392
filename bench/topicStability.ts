import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findTopics } from '../src/metrics/macro/topics.ts';
import { embedTexts } from './embedTexts.ts';

// How much topics depend on the seed, on data without known topics: topicStability DATA_FOLDER. Some 10 s of one core.

const TASKS: readonly (readonly [file: string, fields: readonly string[]])[] = [
  ['dolly-3k', ['instruction']],
  ['dolly-3k', ['instruction', 'output']],
  ['gsm8k-train', ['question', 'answer']],
];
const SEEDS = [1, 2, 3, 4];

for (const [file, fields] of TASKS) {
  const texts = readFileSync(join(process.argv[2]!, `${file}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .map((row) => fields.map((field) => String(row[field])).join('\n'));
  const found = SEEDS.map((seed) => findTopics(embedTexts(texts), { seed }));
  const agreements = found.flatMap(({ topicOfRow }, at) =>
    found.slice(0, at).map((other) => adjustedRandIndex(topicOfRow, other.topicOfRow)),
  );
  const [least, most] = [Math.min(...agreements), Math.max(...agreements)];
  console.log(
    `${file}, ${fields.join(' + ')}: ${texts.length} rows, ${found[0]!.distinctRows} different; topics ${found.map(({ rowsOfTopic }) => rowsOfTopic.length).join(', ')}; adjusted Rand index ${(100 * least).toFixed(1)} to ${(100 * most).toFixed(1)}`,
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
