import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadBytePairTable } from '../src/engine/loadBytePairTable.ts';
import { loadEmbeddingTable } from '../src/engine/loadEmbeddingTable.ts';
import { classifierTwoSampleTest } from '../src/metrics/compare/classifierTwoSampleTest.ts';
import { kindShift } from '../src/metrics/compare/kindShift.ts';
import { mauveOfRows } from '../src/metrics/compare/mauveOfRows.ts';
import { maximumMeanDiscrepancy } from '../src/metrics/compare/maximumMeanDiscrepancy.ts';
import { unitPoints } from '../src/metrics/compare/points.ts';
import { precisionRecallDensityCoverage } from '../src/metrics/compare/precisionRecallDensityCoverage.ts';
import { shiftVerdict } from '../src/metrics/compare/shiftVerdict.ts';
import { tokenFeatures } from '../src/metrics/compare/tokenFeatures.ts';
import { selectRows, type EmbeddingMatrix } from '../src/metrics/embed/embeddingMatrix.ts';
import { quantizeRow } from '../src/metrics/embed/quantizeRow.ts';
import { createStaticEmbedder } from '../src/metrics/embed/staticEmbedder.ts';
import { permutation } from '../src/metrics/stats/permutation.ts';
import { createRandom } from '../src/metrics/stats/random.ts';
import { createBytePairTokenizer } from '../src/metrics/text/bytePairTokenizer.ts';
import { tokenColumnBuilder, type TokenColumn } from '../src/metrics/text/tokenColumn.ts';

// The tests for a shift on known pairs, on random halves, and on files with a known share of foreign rows; processor time.
// shift DATA_FOLDER [pairs] [halves] [shares] [time]

/** Above every number of the encoding. */
const TOKENS = 200_100;
const HALVES_PER_FILE = 4;
const ROWS_PER_HALF = 1_000;

const [dataFolder = '.', ...parts] = process.argv.slice(2);
const assetsFolder = join(__dirname, '..', 'media');
const embedder = createStaticEmbedder(loadEmbeddingTable(join(assetsFolder, 'embedding')));
const tokenizer = createBytePairTokenizer(loadBytePairTable(assetsFolder, 'o200k_base'));

interface Rows {
  readonly matrix: EmbeddingMatrix;
  readonly tokens: TokenColumn;
}

function rowsOf(texts: readonly string[]): Rows {
  const { dimensions } = embedder;
  const values = new Int8Array(texts.length * dimensions);
  const column = tokenColumnBuilder();
  const inverseNorms = Float32Array.from(texts, (text, row) => {
    tokenizer.encodeInto(text, column);
    column.endRow();
    const vector = new Float32Array(dimensions);
    embedder.addTo(text, vector);
    return quantizeRow(vector, values, row * dimensions);
  });
  return {
    matrix: { rows: texts.length, dimensions, values, inverseNorms },
    tokens: column.build(),
  };
}

function chosen({ matrix, tokens }: Rows, rows: Uint32Array): Rows {
  const column = tokenColumnBuilder();
  for (const row of rows) {
    for (let i = tokens.offsets[row]!; i < tokens.offsets[row + 1]!; i++) {
      column.push(tokens.values[i]!);
    }
    column.endRow();
  }
  return { matrix: selectRows(matrix, rows), tokens: column.build() };
}

function verdictOf(dataset: Rows, reference: Rows, seed: number) {
  const options = { seed };
  const features = tokenFeatures(dataset.tokens, reference.tokens, options);
  const meaning = classifierTwoSampleTest(dataset.matrix, reference.matrix, options);
  const wording = classifierTwoSampleTest(features.dataset, features.reference, options);
  const found = {
    'classifier, meaning': meaning,
    'classifier, tokens': wording,
    'MMD, meaning': maximumMeanDiscrepancy(dataset.matrix, reference.matrix, options),
    'divergence, tokens': kindShift(dataset.tokens, reference.tokens, TOKENS, options),
  };
  const tests = Object.entries(found).flatMap(([name, test]) =>
    test === undefined ? [] : [{ name, pValue: test.pValue }],
  );
  return shiftVerdict(
    tests,
    [meaning, wording].filter((test) => test !== undefined),
  );
}

/** All strings of a record, its identifiers and labels apart. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(textOf).filter(Boolean).join(' ');
}

function textsOf(name: string, field?: string): string[] {
  const lines = readFileSync(join(dataFolder, `${name}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => {
    const row = JSON.parse(line) as Record<string, unknown>;
    return textOf(field === undefined ? row : row[field]);
  });
}

const PAIRS = [
  [
    ['gsm8k-train', 'question'],
    ['gsm8k-test', 'question'],
  ],
  [
    ['gsm8k-train', 'answer'],
    ['gsm8k-test', 'answer'],
  ],
  [
    ['sst2-generated', 'text'],
    ['sst2-gold', 'sentence'],
  ],
  [
    ['evals-lm-written', 'question'],
    ['evals-human-written', 'question'],
  ],
] as const;

function knownPairs(): void {
  for (const [[dataset, field], [reference, otherField]] of PAIRS) {
    const result = verdictOf(
      rowsOf(textsOf(dataset, field)),
      rowsOf(textsOf(reference, otherField)),
      1,
    );
    const pValues = result.tests.map((test) => `${test.name} ${test.pValue.toFixed(3)}`);
    console.log(
      `${dataset} | ${reference} | ${field} | ${result.verdict} | area ${result.areaUnderRoc!.toFixed(3)}, detectable ${result.detectableArea!.toFixed(3)} | ${pValues.join(', ')}`,
    );
  }
}

function randomHalves(): void {
  const names = readdirSync(dataFolder)
    .filter((name) => name.endsWith('.jsonl'))
    .map((name) => name.replace('.jsonl', ''));
  const verdicts = { same: 0, shifted: 0, 'too-few-rows': 0 };
  const alarms = new Map<string, number>();
  for (const name of names) {
    const rows = rowsOf(textsOf(name));
    for (let seed = 1; seed <= HALVES_PER_FILE; seed++) {
      const order = permutation(rows.matrix.rows, createRandom(7_919 * seed + 13));
      const half = Math.min(ROWS_PER_HALF, order.length >> 1);
      const result = verdictOf(
        chosen(rows, order.subarray(0, half)),
        chosen(rows, order.subarray(half, 2 * half)),
        seed,
      );
      verdicts[result.verdict]++;
      for (const { name: test, pValue } of result.tests) {
        alarms.set(test, (alarms.get(test) ?? 0) + (pValue <= 0.05 ? 1 : 0));
      }
      if (result.verdict === 'shifted') console.log(`shifted: ${name}, seed ${seed}`);
    }
  }
  console.log(names.length * HALVES_PER_FILE, 'splits', verdicts, 'p ≤ .05:', alarms);
}

const SENSITIVITY = [
  {
    base: ['clinc-full', 'text'],
    foreign: ['banking77-train', 'text'],
    rows: 1_000,
    draws: 10,
    shares: [0.05, 0.1, 0.15, 0.2],
  },
  {
    base: ['gsm8k-train', 'question'],
    foreign: ['dolly-3k', 'instruction'],
    rows: 1_000,
    draws: 10,
    shares: [0.01, 0.02, 0.03, 0.05],
  },
  {
    base: ['clinc-full', 'text'],
    foreign: ['banking77-train', 'text'],
    rows: 5_000,
    draws: 5,
    shares: [0.02, 0.05, 0.1],
  },
] as const;

function foreignShares(): void {
  for (const { base, foreign, rows, draws, shares } of SENSITIVITY) {
    const own = rowsOf(textsOf(base[0], base[1]));
    const others = rowsOf(textsOf(foreign[0], foreign[1]));
    for (const share of shares) {
      let found = 0;
      for (let seed = 1; seed <= draws; seed++) {
        const random = createRandom(7_919 * seed + 13);
        const order = permutation(own.matrix.rows, random);
        const strangers = Math.round(share * rows);
        const reference = chosen(own, order.subarray(0, rows));
        const kept = chosen(own, order.subarray(rows, 2 * rows - strangers));
        const added = chosen(
          others,
          permutation(others.matrix.rows, random).subarray(0, strangers),
        );
        if (verdictOf(stacked(kept, added), reference, seed).verdict === 'shifted') found++;
      }
      console.log(`${base[0]} + ${foreign[0]}, ${rows} rows, ${share}: ${found} of ${draws}`);
    }
  }
}

function stacked(a: Rows, b: Rows): Rows {
  const { dimensions } = a.matrix;
  const rows = a.matrix.rows + b.matrix.rows;
  const values = new Int8Array(rows * dimensions);
  values.set(a.matrix.values);
  values.set(b.matrix.values, a.matrix.values.length);
  const inverseNorms = Float32Array.of(...a.matrix.inverseNorms, ...b.matrix.inverseNorms);
  const offset = a.tokens.values.length;
  return {
    matrix: { rows, dimensions, values, inverseNorms },
    tokens: {
      values: Uint32Array.of(...a.tokens.values, ...b.tokens.values),
      offsets: Uint32Array.of(
        ...a.tokens.offsets,
        ...b.tokens.offsets.subarray(1).map((at) => at + offset),
      ),
    },
  };
}

/** Processor time of each function for 10,000 × 10,000 rows. */
function processorTime(): void {
  const rows = rowsOf(textsOf('clinc-full', 'text').slice(0, 20_000));
  const order = permutation(20_000, createRandom(1));
  const dataset = chosen(rows, order.subarray(0, 10_000));
  const reference = chosen(rows, order.subarray(10_000));
  const options = { seed: 1 };
  const sample = (matrix: EmbeddingMatrix) =>
    unitPoints(
      selectRows(
        matrix,
        Uint32Array.from({ length: 2_500 }, (_, row) => row),
      ),
    );
  const timed: Record<string, () => unknown> = {
    'classifier, meaning': () => classifierTwoSampleTest(dataset.matrix, reference.matrix, options),
    'classifier, tokens': () => {
      const features = tokenFeatures(dataset.tokens, reference.tokens, options);
      return classifierTwoSampleTest(features.dataset, features.reference, options);
    },
    MMD: () => maximumMeanDiscrepancy(dataset.matrix, reference.matrix, options),
    'divergence of tokens': () => kindShift(dataset.tokens, reference.tokens, TOKENS, options),
    'PRDC, 2,500 rows': () =>
      precisionRecallDensityCoverage(sample(reference.matrix), sample(dataset.matrix)),
    MAUVE: () => mauveOfRows(dataset.matrix, reference.matrix, options),
  };
  for (const [name, run] of Object.entries(timed)) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    console.log(`${name}: ${((user + system) / 1e6).toFixed(2)} s`);
  }
}

const run = { pairs: knownPairs, halves: randomHalves, shares: foreignShares, time: processorTime };
for (const [part, measure] of Object.entries(run)) {
  if (parts.length === 0 || parts.includes(part)) measure();
}
