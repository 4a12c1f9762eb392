import { readFileSync } from 'node:fs';
import { auroc, shuffled, spearman } from './embeddingStatistics.mjs';

const neighbours = 10;

const rows = (name) =>
  readFileSync(new URL(`../../shared/data/${name}.jsonl`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => JSON.parse(line));

/**
 * Tasks whose data had no part in choosing any constant.
 * @param gradedPairs a file of English pairs, where there is one
 */
export function heldOutTasks(gradedPairs) {
  const clinc = shuffled(rows('clinc-full')).slice(0, 5000);
  return [
    similarityTask('jsts-ja-valid', rows('jsts-ja-valid')),
    ...(gradedPairs ? [englishTask(gradedPairs)] : []),
    pairTask('clinc-full, same intent or not', intentPairs(rows('clinc-full'), 2000)),
    pairTask(
      'pawsx-en, paraphrase or not',
      rows('pawsx-en').map((r) => [r.sentence1, r.sentence2, Number(r.label) === 1]),
    ),
    responseTask('gpteacher-roleplay', answered(rows('gpteacher-roleplay')), 1000),
    responseTask('oasst-zh', answered(rows('oasst-zh')), 1000),
    responseTask(
      'gsm8k-test, answer to question',
      rows('gsm8k-test').map((r) => [r.question, r.answer]),
      1000,
    ),
    labelTask(
      'clinc-full, in scope',
      clinc.filter((r) => !r.is_oos).map((r) => [r.text, r.intent]),
    ),
    foreignTask(
      'clinc-full, out of scope',
      clinc.map((r) => [r.text, r.is_oos]),
    ),
    foreignTask(
      'sst2-gold, 40 rows of toolformer in it',
      planted(
        rows('sst2-gold').map((r) => r.text ?? r.sentence),
        rows('toolformer-kept-at').map((r) => r.response),
        40,
      ),
    ),
  ];
}

/** Tasks that the constants were chosen on, or that were looked at meanwhile. */
export function tuningTasks() {
  const dolly = rows('dolly-3k');
  const banking = rows('banking77-train');
  const [english, chinese] = ['pawsx-en', 'pawsx-zh'].map(rows);
  return [
    similarityTask('jsts-ja-train, 2,500 pairs', shuffled(rows('jsts-ja-train')).slice(0, 2500)),
    responseTask('dolly-3k', answered(dolly), 1000),
    translationTask('pawsx, rows 1,000–1,999, zh of en', english, chinese),
    labelTask(
      'banking77-train, 1,500 rows',
      shuffled(banking.map((r) => [r.text, r.category])).slice(0, 1500),
    ),
    foreignTask(
      'gsm8k answers, 40 outputs of dolly in them',
      planted(
        rows('gsm8k-train').map((r) => r.answer),
        dolly.map((r) => r.output).filter((t) => t.length > 100 && t.length < 500),
        40,
      ),
    ),
    foreignTask(
      'dolly instructions, 12 questions of gsm8k in them',
      planted(
        dolly.map((r) => r.instruction).filter((t) => t.length > 60),
        rows('gsm8k-train').map((r) => r.question),
        12,
      ),
    ),
    foreignTask(
      'jsts-ja-train, 40 sentences of pawsx-ja in it',
      planted(
        rows('jsts-ja-train').map((r) => r.sentence1),
        rows('pawsx-ja').map((r) => r.sentence1),
        40,
      ),
    ),
  ];
}

export function speedTexts() {
  return [
    { name: 'dolly-3k, output', texts: rows('dolly-3k').map((r) => r.output) },
    {
      name: 'gpteacher-roleplay, response',
      texts: rows('gpteacher-roleplay').map((r) => r.response),
    },
    { name: 'clinc-full, text', texts: rows('clinc-full').map((r) => r.text) },
    { name: 'oasst-zh, output', texts: rows('oasst-zh').map((r) => r.output) },
    { name: 'pawsx-ja, sentence1', texts: rows('pawsx-ja').map((r) => r.sentence1) },
  ];
}

const answered = (all) =>
  all
    .map((r) => [`${r.instruction}\n${r.input ?? ''}`.trim(), r.output ?? r.response])
    .filter(([, response]) => typeof response === 'string' && response.length > 60);

const planted = (own, foreign, count) => [
  ...shuffled(own)
    .slice(0, 1000)
    .map((text) => [text, false]),
  ...shuffled(foreign)
    .slice(0, count)
    .map((text) => [text, true]),
];

const similarityTask = (name, pairs) => ({
  name,
  figure: 'Spearman',
  texts: pairs.flatMap((p) => [p.sentence1, p.sentence2]),
  measure: (similarity) =>
    spearman(
      pairs.map((p) => similarity(p.sentence1, p.sentence2)),
      pairs.map((p) => p.label),
    ),
});

function englishTask(file) {
  const pairs = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
    .map(([grade, sentence1, sentence2]) => ({ sentence1, sentence2, label: Number(grade) }));
  return similarityTask(`SemEval 2015, captions in English, ${pairs.length} pairs`, pairs);
}

const pairTask = (name, pairs) => ({
  name: `${name}, ${pairs.length.toLocaleString('en')} pairs`,
  figure: 'pairs',
  texts: pairs.flatMap(([a, b]) => [a, b]),
  measure: (similarity) =>
    auroc(
      pairs.map(([a, b]) => similarity(a, b)),
      pairs.map(([, , alike]) => alike),
    ),
});

/** Half of them two texts of one intent, half of two intents. */
function intentPairs(all, count) {
  const inScope = shuffled(all.filter((r) => !r.is_oos));
  return inScope.slice(0, count).map((row, i) => {
    const isSame = i % 2 === 0;
    const other = inScope.slice(count + i).find((r) => (r.intent === row.intent) === isSame);
    return [row.text, other.text, isSame];
  });
}

function responseTask(name, pairs, limit) {
  const sample = shuffled(pairs).slice(0, limit);
  return {
    name: `${name}, ${sample.length.toLocaleString('en')} rows`,
    figure: 'R@1',
    texts: sample.flat(),
    measure: (similarity) => {
      const hits = sample.filter(([query, own]) => {
        const score = similarity(query, own);
        return sample.every(([, other]) => other === own || similarity(query, other) < score);
      });
      return hits.length / sample.length;
    },
  };
}

const translationTask = (name, from, to) =>
  responseTask(
    name,
    from.slice(1000, 2000).map((r, i) => [r.sentence1, to[1000 + i].sentence1]),
    1000,
  );

const labelTask = (name, items) => ({
  name,
  figure: '1-NN',
  texts: items.map(([text]) => text),
  measure: (similarity) => {
    const hits = items.filter(([text, label], i) => {
      let best = -Infinity;
      let bestLabel;
      items.forEach(([other, otherLabel], j) => {
        const score = i === j ? -Infinity : similarity(text, other);
        if (score > best) [best, bestLabel] = [score, otherLabel];
      });
      return bestLabel === label;
    });
    return hits.length / items.length;
  },
});

const foreignTask = (name, items) => ({
  name,
  figure: 'AUROC',
  texts: items.map(([text]) => text),
  measure: (similarity) => {
    const distances = items.map(([text], i) => {
      const similarities = Float64Array.from(items, ([other], j) =>
        i === j ? -Infinity : similarity(text, other),
      ).sort();
      return 1 - similarities.slice(-neighbours).reduce((a, b) => a + b) / neighbours;
    });
    return auroc(
      distances,
      items.map(([, foreign]) => foreign),
    );
  },
});
