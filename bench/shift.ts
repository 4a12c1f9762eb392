import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldSelection } from '../src/data/rowTypes.ts';
import { createCancelFlag } from '../src/engine/cancellation.ts';
import { columnsOnly } from '../src/engine/columnsOnly.ts';
import { chosenRows } from '../src/engine/compare/chosenRows.ts';
import type { Shift, ShiftVerdict } from '../src/engine/compare/comparison.ts';
import { ofBoth } from '../src/engine/compare/jointKinds.ts';
import { jointMatrix } from '../src/engine/compare/jointMatrix.ts';
import { topicColumn } from '../src/engine/compare/jointTopics.ts';
import { countJointly, jointUnits } from '../src/engine/compare/jointUnits.ts';
import { judgeShift } from '../src/engine/compare/judgeShift.ts';
import { defaultSettings } from '../src/engine/defaultSettings.ts';
import { loadEmbeddingTable } from '../src/engine/loadEmbeddingTable.ts';
import { readDataset } from '../src/engine/readDataset.ts';
import { createInlineTaskPool } from '../test/support/inlineTaskPool.ts';
import type { InBoth } from '../src/metrics/compare/compareOptions.ts';
import { mauveOfRows } from '../src/metrics/compare/mauveOfRows.ts';
import { maximumMeanDiscrepancy } from '../src/metrics/compare/maximumMeanDiscrepancy.ts';
import { unitPoints } from '../src/metrics/compare/points.ts';
import { precisionRecallDensityCoverage } from '../src/metrics/compare/precisionRecallDensityCoverage.ts';
import { selectRows, type EmbeddingMatrix } from '../src/metrics/embed/embeddingMatrix.ts';
import type { KindCountsData } from '../src/metrics/meso/kindCounts.ts';
import { permutation } from '../src/metrics/stats/permutation.ts';
import { createRandom, type Random } from '../src/metrics/stats/random.ts';
import { filledRows } from '../src/metrics/text/filledRows.ts';
import { joinColumns } from '../src/metrics/text/joinColumns.ts';
import { tokenColumnBuilder, type TokenColumn } from '../src/metrics/text/tokenColumn.ts';

// The verdict of a comparison on known pairs, on random halves, and on files with a known share of foreign rows.
// shift DATA_FOLDER pairs | halves ROWS [FILE…] | shares OWN FOREIGN ROWS DRAWS SHARE… | time

/** The splits of one file that are made. */
const SPLITS = 100;
const SPLITS_PER_ROUND = 5;

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

/** What the tests look at, of the rows of both files together: none of it knows which file a row is of. */
interface JointRows {
  readonly meanings: EmbeddingMatrix;
  readonly tokens: TokenColumn;
  readonly units: TokenColumn;
  readonly unitKinds: number;
  readonly topics: TokenColumn;
  readonly topicKinds: number;
}

async function joint({ meanings, tokens, kinds: data }: Rows): Promise<JointRows> {
  const numbered = { dataset: firstNumbers(meanings.rows), reference: firstNumbers(0) };
  const merged = settings.mergeSynonyms
    ? await pool.run('mergeMesoKinds', { data, table })
    : undefined;
  const units = jointUnits(data, numbered, merged);
  const { topicOfSlot, central } = await pool.run('findJointTopics', { matrix: meanings });
  return {
    meanings,
    tokens,
    units: spread(units.columns.dataset, units.lines.dataset, meanings.rows),
    unitKinds: units.kinds,
    topics: topicColumn(topicOfSlot),
    topicKinds: central.length,
  };
}

const firstNumbers = (count: number): Uint32Array =>
  Uint32Array.from({ length: count }, (_, number) => number);

/** A column of some rows as one of all, the others empty. */
function spread({ values, offsets }: TokenColumn, rows: Uint32Array, count: number): TokenColumn {
  const column = tokenColumnBuilder();
  let place = 0;
  for (let row = 0; row < count; row++) {
    if (rows[place] === row) {
      for (const value of values.subarray(offsets[place], offsets[place + 1])) column.push(value);
      place++;
    }
    column.endRow();
  }
  return column.build();
}

/** The five tests of a comparison, made by the engine's tasks, and its verdict. */
async function verdictOf(
  rows: JointRows,
  both: InBoth<Uint32Array>,
): Promise<ShiftVerdict & { shift: Shift }> {
  const { seed } = settings;
  const part = (column: TokenColumn) => ofBoth(both, (own) => chosenRows(column, own));
  const shiftOf = async (columns: InBoth<TokenColumn>, kinds: number) =>
    (await pool.run('compareKinds', { columns, kinds, seed, listed: 0, withShift: true })).shift;
  const tokens = ofBoth(part(rows.tokens), (column) => chosenRows(column, filledRows(column)));
  const highest = rows.tokens.values.reduce((high, one) => Math.max(high, one), 0);
  const found = {
    meanings: await pool.run('tellFilesApart', {
      by: ofBoth(both, (own) => selectRows(rows.meanings, own)),
      seed,
    }),
    wording: await pool.run('tellFilesApart', { by: tokens, seed }),
    tokens: await shiftOf(tokens, highest + 1),
    units: await shiftOf(part(rows.units), rows.unitKinds),
    topics: await shiftOf(part(rows.topics), rows.topicKinds),
  };
  const shift = Object.fromEntries(
    Object.entries(found).filter(([, test]) => test !== undefined),
  ) as Shift;
  return {
    ...judgeShift(
      shift,
      ofBoth(both, ({ length }) => length),
    ),
    shift,
  };
}

async function compared(dataset: Rows, reference: Rows): ReturnType<typeof verdictOf> {
  const rows = firstNumbers(dataset.meanings.rows + reference.meanings.rows);
  return verdictOf(await joint(stacked(dataset, reference)), {
    dataset: rows.subarray(0, dataset.meanings.rows),
    reference: rows.subarray(dataset.meanings.rows),
  });
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
    const result = await compared(await rowsOf(name, own), await rowsOf(other, others));
    const pValues = Object.entries(result.shift).map(
      ([test, { pValue }]: [string, { readonly pValue: number }]) => `${test} ${pValue.toFixed(3)}`,
    );
    console.log(`${name} | ${other} | ${result.code} | ${pValues.join(', ')}`);
  }
}

/**
 * halves ROWS FILE…: all files of the folder where none is named. A file with more than 2 · ROWS rows is represented by so
 * many of them, drawn once: their topics and task units are found once for all divisions. All files are divided in turn,
 * and what was found so far is told after each round: one line of JSON for each file.
 */
async function randomHalves(most = '300', ...named: string[]): Promise<void> {
  const files: DividedFile[] = [];
  for (const name of named.length > 0 ? named : fileNames()) {
    const file = await rowsOf(name);
    const half = Math.min(Number(most), file.meanings.rows >> 1);
    const rows = await joint(chosen(file, rowsDrawn(file, createRandom(1)).slice(0, 2 * half)));
    files.push({ name, half, rows, shifted: 0, alarms: {} });
  }
  for (let splits = SPLITS_PER_ROUND; splits <= SPLITS; splits += SPLITS_PER_ROUND) {
    for (const file of files) {
      for (let seed = splits - SPLITS_PER_ROUND + 1; seed <= splits; seed++) {
        await divide(file, permutation(2 * file.half, createRandom(7_919 * seed + 13)));
      }
      const { name, half, shifted, alarms } = file;
      console.log(JSON.stringify({ name, half, splits, shifted, alarms }));
    }
  }
}

interface DividedFile {
  readonly name: string;
  readonly half: number;
  readonly rows: JointRows;
  /** Divisions so far that were called shifted, and those in which a test by itself has p ≤ .05. */
  shifted: number;
  readonly alarms: Record<string, number>;
}

async function divide(file: DividedFile, order: Uint32Array): Promise<void> {
  const { code, shift } = await verdictOf(file.rows, {
    dataset: order.slice(0, file.half),
    reference: order.slice(file.half),
  });
  if (code === 'shifted') file.shifted++;
  for (const [test, { pValue }] of Object.entries(shift) as [string, { pValue: number }][]) {
    file.alarms[test] = (file.alarms[test] ?? 0) + (pValue <= 0.05 ? 1 : 0);
  }
}

const fileNames = (): string[] =>
  readdirSync(dataFolder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => name.replace('.jsonl', ''));

const rowsDrawn = ({ meanings }: Rows, random: Random): Uint32Array =>
  permutation(meanings.rows, random);

/**
 * shares OWN FOREIGN ROWS DRAWS SHARE…: rows of one file with a share of another's among them, against as many other rows of
 * the first. Ends with the first share that is found in at least 9 of 10 draws.
 */
async function foreignShares(
  name = 'clinc-full',
  foreign = 'banking77-train',
  count = '1000',
  draws = '40',
  ...shares: string[]
): Promise<void> {
  const [own, others] = [await rowsOf(name), await rowsOf(foreign)];
  const rows = Number(count);
  for (const share of shares.map(Number)) {
    const startMs = performance.now();
    let found = 0;
    for (let seed = 1; seed <= Number(draws); seed++) {
      const random = createRandom(7_919 * seed + 13);
      const order = rowsDrawn(own, random);
      const strangers = Math.round(share * rows);
      const reference = chosen(own, order.slice(0, rows));
      const kept = chosen(own, order.slice(rows, 2 * rows - strangers));
      const added = chosen(others, rowsDrawn(others, random).slice(0, strangers));
      if ((await compared(stacked(kept, added), reference)).code === 'shifted') found++;
    }
    const seconds = Math.round((performance.now() - startMs) / 1000);
    console.log(JSON.stringify({ name, foreign, rows, share, found, draws, seconds }));
    if (found >= 0.9 * Number(draws)) return;
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
    'the five tests': () => compared(dataset, reference),
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
