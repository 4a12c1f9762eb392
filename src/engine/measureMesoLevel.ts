import type { EmbeddingTable } from '../metrics/embed/embeddingTable.ts';
import { MAX_KINDS_PER_ROW, type KindCountsData } from '../metrics/meso/kindCounts.ts';
import type { MesoFigures } from '../metrics/meso/measureMeso.ts';
import { SAME_NAME, SAME_VERB, type MergedNames } from '../metrics/meso/mergeKinds.ts';
import { byField, soleField } from './byField.ts';
import { findKinds } from './findKinds.ts';
import type { Reading } from './reading.ts';
import {
  MEASURED_FIELDS,
  type ByField,
  type InspectSettings,
  type MeasuredField,
  type MesoLevel,
  type SampleNote,
} from './report.ts';
import type { RowTags } from './rowTags.ts';
import type { TaskPool } from './taskPool.ts';
import { unmeasured } from './unmeasured.ts';
import { FIELD_NAMES } from '../data/rowTypes.ts';
import { grouped } from '../metrics/text/grouped.ts';

interface MesoOptions {
  readonly table: EmbeddingTable;
  readonly settings: InspectSettings;
  readonly rowTags?: RowTags;
}

/**
 * The meso level of each field and of the whole: the rows' own tags where the file has any, else
 * task units found in the texts.
 */
export async function measureMesoLevel(
  pool: TaskPool,
  reading: Reading,
  { table, settings, rowTags }: MesoOptions,
  onChunk: () => void,
): Promise<{ readonly level: ByField<MesoLevel>; readonly sampled: readonly SampleNote[] }> {
  const found = await findKinds(
    pool,
    reading,
    { seed: settings.seed, ...(rowTags && { rowTags }) },
    onChunk,
  );
  const sampled = [...found.sampled];
  const { whole } = found.kinds;
  // What is one kind in one field is one kind in all.
  const merged = settings.mergeSynonyms
    ? await pool.run('mergeMesoKinds', { data: whole, table })
    : undefined;
  if (rowTags) sampled.push(modelTagsNote(rowTags, whole.rows, reading.rowLines.length));
  if (merged && merged.compared.names < merged.compared.of) sampled.push(comparedNote(merged));
  const { seed, commonRows } = settings;
  const level = await byField<MesoLevel>(reading, async (field) => {
    const data = found.kinds[field];
    const options = { seed, commonRows };
    const figures = await pool.run('measureMesoField', {
      data,
      options,
      ...(merged && { merged }),
    });
    return figures
      ? toLevel(figures, merged !== undefined, reading.rowLines)
      : unmeasured(field, data.rows);
  });
  const fields = soleField(reading) ? FIELD_NAMES : MEASURED_FIELDS;
  for (const field of fields) {
    const data = found.kinds[field];
    if (data.droppedKinds > 0) sampled.push(droppedKindsNote(field, data));
  }
  return { level, sampled };
}

/** Row indexes become lines. */
function toLevel(
  figures: MesoFigures,
  isMerged: boolean,
  rowLines: Reading['rowLines'],
): MesoLevel {
  const withLines = <T extends { readonly exampleRows: readonly number[] }>({
    exampleRows,
    ...rest
  }: T) => ({ ...rest, lines: exampleRows.map((row) => rowLines[row]! + 1) });
  const wordsOf = (words: NonNullable<MesoFigures['verbs']>) => ({
    ...words,
    top: words.top.map((word) => ({ ...word, with: word.with.map(withLines) })),
  });
  const { kindsBeforeMerging, top, rare, verbs, nouns, balance, coOccurrence, ...rest } = figures;
  return {
    ...rest,
    ...(isMerged && {
      merging: {
        kindsBefore: kindsBeforeMerging,
        verbSimilarity: SAME_VERB,
        nameSimilarity: SAME_NAME,
      },
    }),
    top: top.map(withLines),
    rare: rare.map(withLines),
    ...(verbs && { verbs: wordsOf(verbs) }),
    ...(nouns && { nouns: wordsOf(nouns) }),
    ...(balance && {
      balance: {
        ...balance,
        over: balance.over.map(withLines),
        under: balance.under.map(withLines),
      },
    }),
    coOccurrence: { ...coOccurrence, pairs: coOccurrence.pairs.map(withLines) },
  };
}

function modelTagsNote({ model, seed }: RowTags, used: number, of: number): SampleNote {
  return {
    what: 'language-model-tags',
    used,
    of,
    seed,
    message: `Task units (meso) are tags that ${model} gave ${grouped(used)} of ${grouped(of)} rows.`,
  };
}

function comparedNote({ compared }: MergedNames): SampleNote {
  return {
    what: 'compared-names',
    used: compared.names,
    of: compared.of,
    message: `Synonyms were looked for among the ${grouped(compared.names)} most frequent of ${grouped(compared.of)} names of task units (meso).`,
  };
}

function droppedKindsNote(
  field: MeasuredField,
  { kindsOfRows, droppedKinds }: KindCountsData,
): SampleNote {
  const used = kindsOfRows.values.length;
  return {
    what: 'kinds-per-row',
    field,
    used,
    of: used + droppedKinds,
    message: `Only the first ${MAX_KINDS_PER_ROW} kinds of a row were counted; ${grouped(droppedKinds)} were left out.`,
  };
}
