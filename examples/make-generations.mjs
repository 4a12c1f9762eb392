/**
 * Writes support-generation-1, -2 and -3.jsonl: three generations of support-generated.jsonl, each learnt from the last,
 * as when a model is trained on its own output. Every generation has the same number of rows and says less: rare
 * categories are lost, common ones grow, exchanges repeat, and set phrases crowd out the others.
 * Seeded: the same input gives the same bytes. Usage: node examples/make-generations.mjs [FOLDER TO WRITE TO]
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SEED = 2;
const ROWS = 200;
/** Categories below the share `lostBelow` of the last generation are lost; what is common grows by the power `sharpness`. */
const GENERATIONS = [
  { lostBelow: 0.04, sharpness: 1.2 },
  { lostBelow: 0.05, sharpness: 1.5 },
  { lostBelow: 0.12, sharpness: 2 },
];
/** A first or last sentence of an answer that this many rows share is a set phrase. */
const SET_PHRASE_ROWS = 3;
const REPHRASED_SHARE = 0.5;

const source = dirname(fileURLToPath(import.meta.url));
const target = process.argv[2] ?? source;
const random = mulberry32(SEED);

let rows = readUnplantedRows();
GENERATIONS.forEach((generation, index) => {
  rows = nextGeneration(rows, generation);
  const lines = rows.map((row) => `${JSON.stringify(row)}\n`);
  writeFileSync(join(target, `support-generation-${index + 1}.jsonl`), lines.join(''));
});

/** The generated set without strangers and broken lines, each duplicate cluster by its first line only. */
function readUnplantedRows() {
  const name = 'support-generated.jsonl';
  const planted = JSON.parse(readFileSync(join(source, 'planted.json'), 'utf8'))[name];
  const left = new Set([
    ...planted.blankLines,
    ...[...planted.rowErrors, ...planted.offDistribution].map(({ line }) => line),
    ...[...planted.exactClusters, ...planted.nearClusters].flatMap((lines) => lines.slice(1)),
  ]);
  const lines = readFileSync(join(source, name), 'utf8').trimEnd().split('\n');
  return lines.filter((_, index) => !left.has(index + 1)).map((line) => JSON.parse(line));
}

function nextGeneration(parents, { lostBelow, sharpness }) {
  const byCategory = groupBy(parents, (row) => row.category);
  const categories = [...byCategory.values()]
    .filter((members) => members.length >= lostBelow * parents.length)
    .map((members) => ({
      exchanges: [...groupBy(members, (row) => row.messages[0].content).values()].map((rows) => ({
        rows,
        weight: rows.length ** sharpness,
      })),
      weight: members.length ** sharpness,
    }));
  const phrases = { opening: setPhrases(parents, opening), closing: setPhrases(parents, closing) };
  return Array.from({ length: ROWS }, () => {
    const { rows } = draw(draw(categories).exchanges);
    return rephrase(rows[Math.floor(random() * rows.length)], phrases, sharpness);
  });
}

/** Now and then the answer's set phrase gives way to one that is commoner in the same language. */
function rephrase(row, phrases, sharpness) {
  const messages = row.messages.map((message) => ({ ...message }));
  for (const [place, sentenceOf, answer] of [
    ['opening', opening, messages[1]],
    ['closing', closing, messages.at(-1)],
  ]) {
    const known = phrases[place].get(row.language) ?? new Map();
    const sentence = sentenceOf(answer.content);
    if (!known.has(sentence) || random() >= REPHRASED_SHARE) continue;
    const commoner = draw(
      [...known].map(([phrase, count]) => ({ phrase, weight: count ** (sharpness + 1) })),
    ).phrase;
    answer.content =
      place === 'opening'
        ? commoner + answer.content.slice(sentence.length)
        : answer.content.slice(0, -sentence.length) + commoner;
  }
  return { ...row, messages };
}

/** Language → sentence → rows that have it, set phrases only. */
function setPhrases(parents, sentenceOf) {
  const answerOf = (row) => (sentenceOf === opening ? row.messages[1] : row.messages.at(-1));
  const byLanguage = groupBy(parents, (row) => row.language);
  return new Map(
    [...byLanguage].map(([language, members]) => {
      const bySentence = groupBy(members, (row) => sentenceOf(answerOf(row).content));
      const counts = [...bySentence].map(([sentence, sharing]) => [sentence, sharing.length]);
      return [language, new Map(counts.filter(([, count]) => count >= SET_PHRASE_ROWS))];
    }),
  );
}

function opening(text) {
  return /^.+?(?:[.!?](?= )|。|$)/u.exec(text)[0];
}

function closing(text) {
  return /(?<=^|[.!?] |。)[^.!?。]+[.!?。]*$/u.exec(text)?.[0] ?? text;
}

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

function draw(choices) {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  let left = random() * total;
  return choices.find(({ weight }) => (left -= weight) < 0) ?? choices.at(-1);
}

/** Tommy Ettinger's mulberry32, uniform in [0, 1). */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
