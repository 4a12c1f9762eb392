import { join } from 'node:path';
import { AnalysisError } from '../../data/analysisError.ts';
import { englishFaultWords as faults } from '../../data/faultWords.ts';
import { permutation } from '../../metrics/stats/permutation.ts';
import { createRandom } from '../../metrics/stats/random.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { JobEnvironment } from '../jobs/job.ts';
import { loadEmbeddingTable } from '../loadEmbeddingTable.ts';
import type { DatasetColumns } from '../readDataset.ts';
import type { FileFacts, SampleNote } from '../report.ts';
import type { TaskPool } from '../taskPool.ts';
import type { SelectPartParams } from '../tasks/selectPart.ts';
import { rowsOfLowQuality } from '../findQuality.ts';
import { combinedPicker } from './combinedPicker.ts';
import { chooseRows, type Choice, type ChooseTools } from './chooseRows.ts';
import { levelsOfChoice, DRAWS } from './levelsOfChoice.ts';
import { eligibleRows, type EligibleRows } from './eligibleRows.ts';
import type { FieldKinds } from './fieldKinds.ts';
import { findClusters } from './findClusters.ts';
import { findFieldKinds } from './findFieldKinds.ts';
import { namesLinesBeyond } from './namesLinesBeyond.ts';
import { pickByMeaning } from './pickByMeaning.ts';
import { rowGroups } from './rowGroups.ts';
import { chosenLines } from './rowReasons.ts';
import { closenessTo, type Closeness } from './closenessTo.ts';
import { lengthShares } from './lengthShares.ts';
import {
  levelOfStrategy,
  type Selection,
  type SelectPhase,
  type SelectRequest,
  type SelectSettings,
} from './selection.ts';
import { version } from '../../../package.json';
import { grouped } from '../../metrics/text/grouped.ts';

export interface SelectEnvironment extends Pick<
  JobEnvironment<SelectPhase>,
  'cancelFlag' | 'createPool'
> {
  /** @param share of the phase, 0–1 */
  readonly onPhase: (phase: SelectPhase, share: number) => void;
}

/** What all choices of a data set have in common: found by the first that needs it, and kept. */
export interface KnownOfDataset {
  clusters?: Awaited<ReturnType<typeof findClusters>>;
  fields?: readonly FieldKinds[];
  languages?: readonly string[];
  closest?: Closeness;
}

/**
 * Chooses rows of a data set that was read, and measures the choice beside random ones and the whole.
 * @param reference for the combined strategy
 * @param known of the same data set and reference, by the same settings of an inspection
 * @throws AnalysisError nothing-to-choose where the file lacks what the strategy needs
 */
export async function selectSubset(
  columns: DatasetColumns,
  reference: DatasetColumns | undefined,
  request: SelectRequest,
  known: KnownOfDataset,
  { cancelFlag, createPool, onPhase }: SelectEnvironment,
): Promise<Selection> {
  const { select: settings, source, threads, assetsFolder, settings: inspectSettings } = request;
  const { lineStarts, plan, reading, features } = columns;
  const ended = withEnds(settings, columns.file.lines);
  assertHasField(columns, settings);
  const pool = createPool({ source, lineStarts, plan, cancelFlag, assetsFolder }, threads);
  try {
    const clusters = settings.dropNearDuplicates
      ? (known.clusters ??= await findClusters(pool, columns, inspectSettings))
      : [];
    onPhase('duplicates', 1);
    const table = loadEmbeddingTable(join(assetsFolder, 'embedding'));
    const fields = (known.fields ??= await findFieldKinds(pool, columns, table, inspectSettings));
    onPhase('kinds', 1);
    const kinds = kindsOfStrategy(fields, settings);
    const eligible = eligibleRows(reading.rowLines, {
      ...settings,
      clusters,
      lowQuality: settings.dropQuality ? rowsOfLowQuality(features) : new Set(),
      known: knownRows(columns, settings, kinds),
    });
    const picker = isOfWholeRows(settings)
      ? await pickerOf(pool, columns, reference, known, request)
      : undefined;
    const tools: ChooseTools = {
      checkpoint: () => throwIfCancelled(cancelFlag),
      ...(kinds && { kinds }),
      ...(picker && { pick: picker.pick }),
    };
    const candidates = inRandomOrder(eligible.candidates, reading.rowLines.length, settings.seed);
    const groups = await rowGroups(pool, columns, settings.quotas, known);
    const choice = await chooseRows(eligible.kept, candidates, settings, groups, tools);
    onPhase('choosing', 1);
    if (choice.rows.length === 0) {
      throw new AnalysisError('nothing-to-choose', faults.noRowToChoose);
    }
    const rows = Uint32Array.from(choice.rows, ({ row }) => row);
    const levels = levelsOfChoice(fields, columns.tokens, rows, settings.seed, cancelFlag);
    onPhase('comparing', 1);
    return {
      strataVersion: version,
      settings: ended,
      inspectSettings,
      ...(reference && { reference: { path: reference.file.path, fields: reference.fields } }),
      file: columns.file,
      fields: columns.fields,
      chosen: chosenLines(choice.rows, reading.rowLines),
      excluded: eligible.excluded,
      candidates: eligible.kept.length + eligible.candidates.length,
      ...(choice.degree && { degree: choice.degree }),
      draws: DRAWS,
      levels,
      sampled: [...columns.sampled, ...(picker?.sampled ?? [])],
      short: choice.short,
      notes: notesOf(choice, eligible, ended, columns.file),
    };
  } finally {
    await pool.close();
  }
}

/** Open ranges of lines end where the file does, so that the settings can be written down. */
function withEnds(settings: SelectSettings, lines: number): SelectSettings {
  const ended = (ranges: SelectSettings['keep']) =>
    ranges.map(({ fromLine, toLine }) => ({
      fromLine,
      toLine: toLine === Infinity ? lines : toLine,
    }));
  return { ...settings, keep: ended(settings.keep), drop: ended(settings.drop) };
}

function assertHasField({ reading }: DatasetColumns, { strategy }: SelectSettings): void {
  const field = levelOfStrategy(strategy)?.field;
  if (field === undefined || reading.fieldRows[field] > 0) return;
  throw new AnalysisError(
    'nothing-to-choose',
    field === 'instruction' ? faults.noInstructionToChoose : faults.noResponseToChoose,
    strategy,
  );
}

type MeaningStrategy = SelectPartParams['strategy'];

/** Whether rows are picked by more than the kinds of one level, and not at random. */
const isOfWholeRows = ({ strategy }: Pick<SelectSettings, 'strategy'>): boolean =>
  levelOfStrategy(strategy) === undefined && strategy !== 'random';

function kindsOfStrategy(
  fields: readonly FieldKinds[],
  { strategy }: SelectSettings,
): FieldKinds | undefined {
  const wanted = levelOfStrategy(strategy);
  return fields.find(({ level, field }) => level === wanted?.level && field === wanted.field);
}

/** The rows of which is known what the strategy goes by: all, or the sample that was measured. */
function knownRows(
  { features, reading }: DatasetColumns,
  { strategy }: SelectSettings,
  kinds: FieldKinds | undefined,
): Uint32Array {
  if (isOfWholeRows({ strategy })) return features.rowOfSlot;
  return kinds?.isSample ? kinds.measured : Uint32Array.from(reading.rowLines.keys());
}

function inRandomOrder(candidates: Uint32Array, rows: number, seed: number): Uint32Array {
  const isCandidate = new Uint8Array(rows);
  for (const row of candidates) isCandidate[row] = 1;
  return permutation(rows, createRandom(seed)).filter((row) => isCandidate[row] === 1);
}

interface Picker {
  readonly pick: NonNullable<ChooseTools['pick']>;
  /** What it rests on a sample of. */
  readonly sampled: readonly SampleNote[];
}

/** What picks for the strategies that go by more than the kinds of one level. */
async function pickerOf(
  pool: TaskPool,
  columns: DatasetColumns,
  reference: DatasetColumns | undefined,
  known: KnownOfDataset,
  { select: { strategy, weights }, settings: { seed } }: SelectRequest,
): Promise<Picker> {
  const { rowOfSlot, whole: matrix } = columns.features;
  if (strategy === 'combined') {
    const closest =
      reference && weights.reference > 0
        ? (known.closest ??= await closenessTo(pool, columns, reference, seed))
        : undefined;
    const parts = {
      fields: known.fields!,
      lengths: lengthShares(columns),
      ...(closest && { closeness: ofRows(closest.closeness, columns) }),
    };
    const pick = combinedPicker(parts, weights);
    return {
      pick: (request) => Promise.resolve(pick(request)),
      sampled: closest?.sampled ?? [],
    };
  }
  // Rows of the file become places of the embedding matrix and back.
  const slotOfRow = new Map(Array.from(rowOfSlot, (row, slot) => [row, slot]));
  const slotsOf = (rows: Uint32Array) =>
    rows.filter((row) => slotOfRow.has(row)).map((row) => slotOfRow.get(row)!);
  return {
    async pick({ candidates, chosen, size }) {
      const { rows, gains } = await pickByMeaning(
        pool,
        { strategy: strategy as MeaningStrategy, matrix },
        { candidates: slotsOf(candidates), chosen: slotsOf(chosen), size },
      );
      return { rows: rows.map((slot) => rowOfSlot[slot]!), gains };
    },
    sampled: [],
  };
}

/** From the places of the embedding matrix to the rows of the file; 0 for rows that have none. */
function ofRows(ofSlots: Float64Array, { features, reading }: DatasetColumns): Float64Array {
  const values = new Float64Array(reading.rowLines.length);
  features.rowOfSlot.forEach((row, slot) => (values[row] = ofSlots[slot]!));
  return values;
}

function notesOf(
  { rows, short, degree }: Choice,
  { kept }: EligibleRows,
  settings: SelectSettings,
  { lines }: FileFacts,
): string[] {
  const { size, strategy } = settings;
  return [
    ...(namesLinesBeyond(settings, lines)
      ? [
          `Some lines to keep or to drop are beyond the end of the file, which is line ${grouped(lines)}.`,
        ]
      : []),
    ...(degree?.ofCandidates === 0
      ? [`No row has what the choice goes by (${strategy}): rows were taken at random.`]
      : []),
    ...(kept.length > size
      ? [
          `${grouped(kept.length)} rows are kept in any case: more than the ${grouped(size)} asked for.`,
        ]
      : []),
    ...(rows.length < size
      ? [`Only ${grouped(rows.length)} of the ${grouped(size)} rows asked for could be chosen.`]
      : []),
    ...short.map(({ quota, rows: filled, because }) => {
      const which = `${quota.by === 'field' ? quota.field : quota.by} ${quota.name}`;
      const has =
        quota.rows === 1
          ? `The quota of 1 row of ${which} has none`
          : `The quota of ${grouped(quota.rows)} rows of ${which} has only ${grouped(filled)}`;
      return `${has}${because === 'size' ? `: no more fit into the ${grouped(size)} rows asked for` : ''}.`;
    }),
  ];
}
