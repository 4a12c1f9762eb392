import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldSelection } from '../src/data/rowTypes.ts';
import { createCancelFlag } from '../src/engine/cancellation.ts';
import { columnsOnly } from '../src/engine/columnsOnly.ts';
import { chosenRows, rowsWithTokens } from '../src/engine/compare/chosenRows.ts';
import type { Shift, ShiftVerdict } from '../src/engine/compare/comparison.ts';
import { ofBoth } from '../src/engine/compare/jointKinds.ts';
import { jointMatrix } from '../src/engine/compare/jointMatrix.ts';
import { topicColumn } from '../src/engine/compare/jointTopics.ts';
import { countJointly, jointUnits } from '../src/engine/compare/jointUnits.ts';
import { judgeShift } from '../src/engine/compare/judgeShift.ts';
import { defaultSettings } from '../src/engine/defaultSettings.ts';
import { loadEmbeddingTable } from '../src/engine/loadEmbeddingTable.ts';
import { readDataset } from '../src/engine/readDataset.ts';
import { createInlineTaskPool } from '../src/engine/taskPool.ts';
import type { InBoth } from '../src/metrics/compare/compareOptions.ts';
import { mauveOfRows } from '../src/metrics/compare/mauveOfRows.ts';
import { maximumMeanDiscrepancy } from '../src/metrics/compare/maximumMeanDiscrepancy.ts';
import { unitPoints } from '../src/metrics/compare/points.ts';
import { precisionRecallDensityCoverage } from '../src/metrics/compare/precisionRecallDensityCoverage.ts';
import { selectRows, type EmbeddingMatrix } from '../src/metrics/embed/embeddingMatrix.ts';
import type { KindCountsData } from '../src/metrics/meso/kindCounts.ts';
import { permutation } from '../src/metrics/stats/permutation.ts';
import { createRandom } from '../src/metrics/stats/random.ts';
import { joinColumns } from '../src/metrics/text/joinColumns.ts';
import { tokenColumnBuilder, type TokenColumn } from '../src/metrics/text/tokenColumn.ts';

// The verdict of a comparison on known pairs, on random halves, and on files with a known share of foreign rows.
// shift DATA_FOLDER pairs | halves [FIRST LAST] | shares ROWS DRAWS SHARE… | time

/** The splits of one file that are made. */
const SPLITS = 100;
const ROWS_PER_HALF = 300;

const [dataFolder = '.', part = 'pairs', ...rest] = process.argv.slice(2);
const assetsFolder = join(__dirname, '..', 'media');
const settings = defaultSettings;
const table = loadEmbeddingTable(join(assetsFolder, 'embedding'));
const cancelFlag = createCancelFlag();
const pool = createInlineTaskPool(columnsOnly(cancelFlag), 1);

/** What the tests for a shift look at, of some rows of a file. */
interface Rows {
  readonly meanings: EmbeddingMatrix;
  readonly tokens: TokenColumn;
  readonly kinds: KindCountsData;
}

/** Reads a file as the product does; every row is searched for task units. */
async function rowsOf(name: string, selection: FieldSelection = {}): Promise<Rows> {
  const { features, tokens, kinds, reading } = await readDataset(
    {
      source: { kind: 'file', path: join(dataFolder, `${name}.jsonl`) },
      selection,
      settings,
      threads: 1,
      assetsFolder,
    },
    {
      cancelFlag,
      createPool: createInlineTaskPool,
      onProgress: () => undefined,
      askToSend: () => Promise.resolve(false),
      searchedRows: Infinity,
    },
  );
  if (features.rowOfSlot.length !== reading.rowLines.length) throw new Error(`${name} is sampled`);
  return {
    meanings: features.whole,
    tokens: joinColumns([tokens.instruction, tokens.response]),
    kinds: kinds.whole,
  };
}

function chosen({ meanings, tokens, kinds }: Rows, rows: Uint32Array): Rows {
  const placeOfRow = new Map(Array.from(kinds.rowIndexes, (row, place) => [row, place]));
  const counted = [...rows.keys()].filter((at) => placeOfRow.has(rows[at]!));
  return {
    meanings: selectRows(meanings, rows),
    tokens: chosenRows(tokens, rows),
    kinds: {
      ...kinds,
      rows: counted.length,
      rowIndexes: Uint32Array.from(counted),
      kindsOfRows: chosenRows(
        kinds.kindsOfRows,
        Uint32Array.from(counted, (at) => placeOfRow.get(rows[at]!)!),
      ),
    },
  };
}

/** The five tests of a comparison, made by the engine's tasks, and its verdict. */
async function verdictOf(dataset: Rows, reference: Rows): Promise<ShiftVerdict & { shift: Shift }> {
  const { seed } = settings;
  const both = { dataset, reference };
  const counts = ofBoth(both, ({ meanings }) => meanings.rows);
  const matrix = jointMatrix(ofBoth(both, ({ meanings }) => meanings));
  const shiftOf = async (columns: InBoth<TokenColumn>, kinds: number) =>
    (await pool.run('compareKinds', { columns, kinds, seed, listed: 0, withShift: true })).shift;
  const tokens = ofBoth(both, (rows) => chosenRows(rows.tokens, rowsWithTokens(rows.tokens)));
  const highest = (values: Uint32Array) => values.reduce((high, one) => Math.max(high, one), 0);
  const data = countJointly(
    ofBoth(both, ({ kinds }) => kinds),
    counts.dataset,
  );
  const merged = settings.mergeSynonyms
    ? await pool.run('mergeMesoKinds', { data, table })
    : undefined;
  const numbered = ofBoth(counts, (rows) => Uint32Array.from({ length: rows }, (_, row) => row));
  const units = jointUnits(data, numbered, merged);
  const { topicOfSlot, central } = await pool.run('findJointTopics', { matrix, seed });
  const topics = {
    dataset: topicColumn(topicOfSlot.subarray(0, counts.dataset)),
    reference: topicColumn(topicOfSlot.subarray(counts.dataset)),
  };
  const found = {
    meanings: await pool.run('tellFilesApart', {
      by: ofBoth(both, ({ meanings }) => meanings),
      seed,
    }),
    wording: await pool.run('tellFilesApart', { by: tokens, seed }),
    tokens: await shiftOf(
      tokens,
      Math.max(highest(tokens.dataset.values), highest(tokens.reference.values)) + 1,
    ),
    units: await shiftOf(units.columns, units.kinds),
    topics: await shiftOf(topics, central.length),
  };
  const shift = Object.fromEntries(
    Object.entries(found).filter(([, test]) => test !== undefined),
  ) as Shift;
  return { ...judgeShift(shift, counts), shift };
}

const PAIRS = [
  ['gsm8k-train', 'gsm8k-test', {}, {}],
  ['sst2-generated', 'sst2-gold', { instruction: 'text' }, { instruction: 'sentence' }],
  [
    'evals-lm-written',
    'evals-human-written',
    { instruction: 'question' },
    { instruction: 'question' },
  ],
] as const;

async function knownPairs(): Promise<void> {
  for (const [name, other, own, others] of PAIRS) {
    const result = await verdictOf(await rowsOf(name, own), await rowsOf(other, others));
    const pValues = Object.entries(result.shift).map(
      ([test, { pValue }]: [string, { readonly pValue: number }]) => `${test} ${pValue.toFixed(3)}`,
    );
    console.log(`${name} | ${other} | ${result.code} | ${pValues.join(', ')}`);
  }
}

/** halves FIRST LAST: the files with these places among the folder's; one line of JSON for each file. */
async function randomHalves(first = '0', last = '1000'): Promise<void> {
  const names = readdirSync(dataFolder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => name.replace('.jsonl', ''))
    .slice(Number(first), Number(last) + 1);
  for (const name of names) {
    const rows = await rowsOf(name);
    const half = Math.min(ROWS_PER_HALF, rows.meanings.rows >> 1);
    const alarms: Record<string, number> = {};
    const startMs = performance.now();
    let shifted = 0;
    for (let seed = 1; seed <= SPLITS; seed++) {
      const order = permutation(rows.meanings.rows, createRandom(7_919 * seed + 13));
      const { code, shift } = await verdictOf(
        chosen(rows, order.subarray(0, half)),
        chosen(rows, order.subarray(half, 2 * half)),
      );
      if (code === 'shifted') shifted++;
      for (const [test, { pValue }] of Object.entries(shift) as [string, { pValue: number }][]) {
        alarms[test] = (alarms[test] ?? 0) + (pValue <= 0.05 ? 1 : 0);
      }
    }
    const seconds = (performance.now() - startMs) / 1000;
    console.log(JSON.stringify({ name, half, splits: SPLITS, shifted, alarms, seconds }));
  }
}

/** shares ROWS DRAWS SHARE…: rows of clinc-full with a share of banking77-train among them. */
async function foreignShares(rows = '1000', draws = '40', ...shares: string[]): Promise<void> {
  const own = await rowsOf('clinc-full', { instruction: 'text' });
  const others = await rowsOf('banking77-train', { instruction: 'text' });
  for (const share of shares.map(Number)) {
    let found = 0;
    for (let seed = 1; seed <= Number(draws); seed++) {
      const random = createRandom(7_919 * seed + 13);
      const order = permutation(own.meanings.rows, random);
      const strangers = Math.round(share * Number(rows));
      const reference = chosen(own, order.subarray(0, Number(rows)));
      const kept = chosen(own, order.subarray(Number(rows), 2 * Number(rows) - strangers));
      const added = chosen(
        others,
        permutation(others.meanings.rows, random).subarray(0, strangers),
      );
      if ((await verdictOf(stacked(kept, added), reference)).code === 'shifted') found++;
    }
    console.log(`clinc-full + banking77-train, ${rows} rows, ${share}: ${found} of ${draws}`);
  }
}

function stacked(dataset: Rows, reference: Rows): Rows {
  const both = { dataset, reference };
  const tokens = tokenColumnBuilder();
  for (const { values, offsets } of [dataset.tokens, reference.tokens]) {
    for (let row = 0; row < offsets.length - 1; row++) {
      for (let at = offsets[row]!; at < offsets[row + 1]!; at++) tokens.push(values[at]!);
      tokens.endRow();
    }
  }
  return {
    meanings: jointMatrix(ofBoth(both, ({ meanings }) => meanings)),
    tokens: tokens.build(),
    kinds: countJointly(
      ofBoth(both, ({ kinds }) => kinds),
      dataset.meanings.rows,
    ),
  };
}

/** Processor time of each function for 10,000 × 10,000 rows. */
async function processorTime(): Promise<void> {
  const rows = await rowsOf('clinc-full', { instruction: 'text' });
  const order = permutation(rows.meanings.rows, createRandom(1));
  const dataset = chosen(rows, order.subarray(0, 10_000));
  const reference = chosen(rows, order.subarray(10_000, 20_000));
  const options = { seed: 1 };
  const sample = ({ meanings }: Rows) =>
    unitPoints(
      selectRows(
        meanings,
        Uint32Array.from({ length: 2_500 }, (_, row) => row),
      ),
    );
  const timed: Record<string, () => unknown> = {
    'the five tests': () => verdictOf(dataset, reference),
    MMD: () => maximumMeanDiscrepancy(dataset.meanings, reference.meanings, options),
    'PRDC, 2,500 rows': () => precisionRecallDensityCoverage(sample(reference), sample(dataset)),
    MAUVE: () => mauveOfRows(dataset.meanings, reference.meanings, options),
  };
  for (const [name, run] of Object.entries(timed)) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    console.log(`${name}: ${((user + system) / 1e6).toFixed(2)} s`);
  }
}

const run: Record<string, (...words: string[]) => Promise<void>> = {
  pairs: knownPairs,
  halves: randomHalves,
  shares: foreignShares,
  time: processorTime,
};
void run[part]?.(...rest);
