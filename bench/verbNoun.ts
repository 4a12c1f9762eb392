import { readFileSync } from 'node:fs';
import { createEnglishTagger } from '../src/metrics/meso/englishTagger.ts';
import { taskOpening } from '../src/metrics/meso/taskOpening.ts';
import { verbNounPairs } from '../src/metrics/meso/verbNounPairs.ts';

// Quality of the verb–noun rules against the hand-labelled instructions of verb-noun-labels.jsonl. Run from the project root:
//   npx esbuild bench/verbNoun.ts --bundle --platform=node --format=cjs | node - [--errors]
interface Labelled {
  readonly id: number;
  readonly split: 'tune' | 'held-out';
  readonly text: string;
  readonly pairs: readonly (readonly [string, string])[];
}

const labelled = readFileSync('bench/verb-noun-labels.jsonl', 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labelled);
const tag = createEnglishTagger();
const showErrors = process.argv.includes('--errors');

for (const split of ['tune', 'held-out'] as const) {
  let hits = 0;
  let found = 0;
  let expected = 0;
  for (const row of labelled.filter((candidate) => candidate.split === split)) {
    const got = verbNounPairs(tag(taskOpening(row.text))).map(
      ({ verb, noun }) => `${verb} ${noun}`,
    );
    const want = row.pairs.map((pair) => pair.join(' '));
    const right = got.filter((pair) => want.includes(pair)).length;
    hits += right;
    found += got.length;
    expected += want.length;
    if (showErrors && split === 'tune' && (right < got.length || right < want.length)) {
      console.log(`#${row.id} ${row.text}\n   want ${want.join(', ')}\n   got  ${got.join(', ')}`);
    }
  }
  const precision = hits / found;
  const recall = hits / expected;
  const f1 = (2 * hits) / (found + expected);
  console.log(
    `${split}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)} (${expected} pairs)`,
  );
}
