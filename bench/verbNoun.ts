import { readFileSync } from 'node:fs';
import { measureVerbNounQuality, readLabels } from './verbNounQuality.ts';

// Quality of the verb–noun rules against the hand-labelled instructions of verb-noun-labels.jsonl. From the project root:
//   node bench/run.mjs verbNoun [--errors]
// The labels were written before the rules; the rules were tuned on the odd ones (`tune`) and never on the errors of the
// even ones (`held-out`). Errors are shown for the former only, so that it stays so.
const labels = readLabels(readFileSync('bench/verb-noun-labels.jsonl', 'utf8'));

for (const split of ['tune', 'held-out', 'all'] as const) {
  const quality = measureVerbNounQuality(
    labels.filter((label) => split === 'all' || label.split === split),
  );
  const [precision, recall, f1] = [quality.precision, quality.recall, quality.f1].map((value) =>
    value.toFixed(3),
  );
  console.log(
    `${split}: precision ${precision}, recall ${recall}, F1 ${f1}, ${quality.expected} pairs`,
  );
  if (split === 'tune' && process.argv.includes('--errors')) {
    for (const { text, marked, found } of quality.errors) {
      console.log(`  ${text}\n    marked ${marked.join(', ')}\n    found  ${found.join(', ')}`);
    }
  }
}
