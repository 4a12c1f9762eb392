import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSettings } from '../src/engine/defaultSettings.ts';
import { loadEmbeddingTable, readGlosses } from '../src/engine/loadEmbeddingTable.ts';
import type { Report } from '../src/engine/report.ts';
import { runInspection } from '../src/engine/runInspection.ts';
import { createStaticEmbedder } from '../src/metrics/embed/staticEmbedder.ts';
import { createRandom } from '../src/metrics/stats/random.ts';

// Off-distribution rows, likely mislabelled rows and quality findings on known data. Prints the product's own figures and
// writes scores, texts and embeddings for offDistribution.py, which compares other methods.
// offDistribution DATA_FOLDER EXAMPLES_FOLDER OUT_FOLDER

/** Nearly 1: every row that has a reason gets its score; a row without one counts as 1, the least odd. */
const ALL_ROWS_RATE = 0.999999;
const SEED = 1;
const FLIPPED_SHARE = 0.05;
const CLEAN = ['gsm8k-train', 'dolly-3k', 'banking77-train', 'oasst-zh'];
const HUMAN = [
  ...CLEAN,
  'self-instruct-seeds',
  'self-instruct-user-tasks',
  'japanese-mt-bench',
  'mt-bench',
  'sst2-gold',
  'evals-human-written',
];
const MACHINE = ['messages-v1', 'kto-en', 'dpo-en', 'toolcall-en', 'gpteacher-roleplay'];

type Row = Readonly<Record<string, unknown>>;

const [dataFolder = '.', examplesFolder = '.', outFolder = '.'] = process.argv.slice(2);
const assetsFolder = join(__dirname, '..', 'media');
const embedder = createStaticEmbedder(
  loadEmbeddingTable(join(assetsFolder, 'embedding')),
  readGlosses,
);

void main();

async function main(): Promise<void> {
  mkdirSync(outFolder, { recursive: true });
  const clinc = readRows('clinc-full');
  const ofSplit = (split: string) => textsOf(clinc.filter((row) => row['split'] === split));
  const inside = ofSplit('test');
  await scored('clinc-oos', inside, ofSplit('oos_test'));
  const banking = shuffled(textsOf(readRows('banking77-train')));
  for (const percent of [1, 5, 20]) {
    const strangers = Math.round((inside.length * percent) / (100 - percent));
    await scored(`clinc-banking77-${percent}`, inside, banking.slice(0, strangers));
  }
  await mislabelled();
  await planted();
  for (const name of [...HUMAN, ...MACHINE]) await clean(name);
}

/** How the shipped score tells strangers apart, and what is flagged at the shipped rate. */
async function scored(name: string, inside: readonly string[], strangers: readonly string[]) {
  const texts = shuffled([...inside, ...strangers]);
  const isStranger = new Set(strangers);
  const truth = texts.map((text) => isStranger.has(text));
  const path = write(
    name,
    texts.map((text) => ({ text })),
  );
  const all = await inspect(path, ALL_ROWS_RATE);
  const scores = new Float64Array(texts.length).fill(1);
  for (const { line, score } of all.offDistribution) scores[line - 1] = score;
  const flagged = (await inspect(path)).offDistribution.map(({ line }) => truth[line - 1]!);
  const found = flagged.filter(Boolean).length;
  const among = truth.filter(Boolean).length;
  console.log(
    `${name}: ${texts.length} rows, ${among} strangers; flagged ${flagged.length}, of which strangers ${found}`,
  );
  const vectors = new Float32Array(texts.length * embedder.dimensions);
  texts.forEach((text, row) => {
    const vector = new Float32Array(embedder.dimensions);
    embedder.addTo(text, vector);
    vectors.set(vector, row * embedder.dimensions);
  });
  writeFileSync(join(outFolder, `${name}.f32`), vectors);
  writeFileSync(
    join(outFolder, `${name}.json`),
    JSON.stringify({ name, texts, truth, scores: [...scores] }),
  );
}

/** Labels of one row in twenty are exchanged for another one; what of them is named, and how much else. */
async function mislabelled(): Promise<void> {
  const rows = readRows('banking77-train');
  const labels = [...new Set(rows.map((row) => String(row['category'])))].sort();
  const random = createRandom(SEED);
  const flipped = new Set<number>();
  const changed = rows.map((row, index) => {
    if (random() >= FLIPPED_SHARE) return row;
    flipped.add(index + 1);
    const others = labels.filter((label) => label !== row['category']);
    return { ...row, category: others[Math.floor(random() * others.length)] };
  });
  const { offDistribution } = await inspect(write('banking77-flipped', changed));
  const named = offDistribution.filter(({ evidence }) =>
    evidence.some(({ code }) => code === 'other-label'),
  );
  const right = named.filter(({ line }) => flipped.has(line)).length;
  console.log(
    `banking77, flipped: ${flipped.size} of ${rows.length}; named ${named.length}, right ${right}, precision ${(right / named.length).toFixed(3)}, recall ${(right / flipped.size).toFixed(3)}`,
  );
}

interface Planted {
  readonly rows: number;
  readonly exactClusters: readonly (readonly number[])[];
  readonly nearClusters: readonly (readonly number[])[];
  readonly offDistribution: readonly { readonly line: number }[];
  readonly rowErrors: readonly { readonly line: number }[];
}

/** What was planted in the examples: found, missed, and what else was flagged. */
async function planted(): Promise<void> {
  const text = readFileSync(join(examplesFolder, 'planted.json'), 'utf8');
  for (const [name, known] of Object.entries(JSON.parse(text) as Record<string, Planted>)) {
    if (!Array.isArray(known.offDistribution)) continue;
    const report = await inspect(join(examplesFolder, name));
    const { nearDuplicates, offDistribution, file, quality } = report;
    const clusters = (list: readonly { readonly lines: readonly number[] }[]) =>
      list.map(({ lines }) => lines.join());
    const lines = (list: readonly { readonly line: number }[]) =>
      list.map(({ line }) => String(line));
    const joined = (list: readonly (readonly number[])[]) => list.map((each) => each.join());
    compare('exact clusters', joined(known.exactClusters), clusters(nearDuplicates.exactClusters));
    compare('near clusters', joined(known.nearClusters), clusters(nearDuplicates.fuzzyClusters));
    compare('off-distribution', lines(known.offDistribution), lines(offDistribution));
    compare('row errors', lines(known.rowErrors), lines(file.rowErrors));
    console.log(`${name}, quality: ${qualityCounts(quality)}`);
  }
}

function compare(what: string, known: readonly string[], got: readonly string[]): void {
  const found = known.filter((each) => got.includes(each)).length;
  const others = got.filter((each) => !known.includes(each));
  console.log(
    `examples, ${what}: ${found} of ${known.length} found, others: ${others.join(' | ')}`,
  );
}

async function clean(name: string): Promise<void> {
  const { file, offDistribution, quality } = await inspect(join(dataFolder, `${name}.jsonl`));
  const share = ((100 * offDistribution.length) / file.rows).toFixed(2);
  console.log(
    `${name}: ${file.rows} rows, off-distribution ${offDistribution.length} (${share} %), quality: ${qualityCounts(quality)}`,
  );
}

function qualityCounts(quality: Report['quality']): string {
  return quality.map(({ code, rows }) => `${code} ${rows}`).join(', ') || 'none';
}

async function inspect(
  path: string,
  offDistributionFalsePositiveRate = defaultSettings.offDistributionFalsePositiveRate,
): Promise<Report> {
  const { result } = runInspection(
    {
      source: { kind: 'file', path },
      selection: {},
      settings: { ...defaultSettings, offDistributionFalsePositiveRate },
      threads: 2,
      assetsFolder,
    },
    {},
  );
  return (await result).report;
}

function write(name: string, rows: readonly Row[]): string {
  const path = join(outFolder, `${name}.jsonl`);
  writeFileSync(path, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  return path;
}

function readRows(name: string): Row[] {
  const lines = readFileSync(join(dataFolder, `${name}.jsonl`), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Row);
}

function textsOf(rows: readonly Row[]): string[] {
  return rows.map((row) => String(row['text']));
}

/** Fisher–Yates. */
function shuffled<T>(items: readonly T[]): T[] {
  const random = createRandom(SEED);
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}
