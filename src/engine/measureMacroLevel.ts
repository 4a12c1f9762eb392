import { recutFigures } from '../metrics/macro/recutFigures.ts';
import { byField } from './byField.ts';
import type { Features } from './extractFeatures.ts';
import { linesOf } from './linesOf.ts';
import type { Reading } from './reading.ts';
import { isMeasured } from './report.ts';
import type {
  ByField,
  InspectSettings,
  MacroLevel,
  MeasuredField,
  SampleNote,
  Unmeasured,
} from './report.ts';
import { sampleNotes } from './sampleNotes.ts';
import type { TaskPool } from './taskPool.ts';
import { withoutMeaning } from './unmeasured.ts';

export interface MacroMeasurement {
  readonly level: ByField<MacroLevel>;
  readonly sampled: readonly SampleNote[];
  /** The topic of the whole row, for each place in the embedding matrices; −1 for none. */
  readonly topicOfSlot: Int32Array;
}

/** The macro level of each field and of the whole, each in threads of its own. */
export async function measureMacroLevel(
  pool: TaskPool,
  reading: Reading,
  features: Features,
  { seed, commonRows }: InspectSettings,
): Promise<MacroMeasurement> {
  const lineOfSlot = linesOf(reading, features.rowOfSlot);
  const rowsOf = (field: MeasuredField) =>
    field === 'whole' ? reading.rowLines.length : reading.fieldRows[field];
  let topicOfSlot = new Int32Array(features.rowOfSlot.length).fill(-1);
  const level = await byField<MacroLevel>(reading, async (field) => {
    const matrix = features[field];
    const options = { seed, commonRows };
    const [result, redrawn, spread] = await Promise.all([
      pool.run('measureTopicsOfField', { field, matrix, lineOfSlot, options }),
      pool.run('redrawTopicsOfField', { matrix, options }),
      pool.run('measureSpreadOfField', { matrix, seed }),
    ]);
    if (!result || !spread) return withoutMeaning(field, rowsOf(field));
    if (field === 'whole') topicOfSlot = Int32Array.from(result.topicOfSlot);
    const { topics, gaps, sampledRows, distinctRows, ...recut } = recutFigures(
      result.figures,
      redrawn,
    );
    const { partitionEntropyBits, rowsWithoutTopic, ...figures } = recut;
    return {
      ...figures,
      ...spread,
      partitionEntropyBits,
      rowsWithoutTopic,
      embedder: features.embedders[field],
      topicsFoundOn: { rows: sampledRows, of: distinctRows },
      topics: topics.map(({ id, rows, exampleRows }) => ({
        id,
        ...result.names[id]!,
        rows,
        lines: exampleRows.map((slot) => lineOfSlot[slot]! + 1),
      })),
      ...(gaps && {
        gaps: {
          between: gaps.between.map(({ rows: [first, second], ...gap }) => ({
            ...gap,
            lines: [lineOfSlot[first]! + 1, lineOfSlot[second]! + 1] as const,
          })),
          usualSimilarity: gaps.usualSimilarity,
        },
      }),
    };
  });
  return { level, sampled: pairSample(level.whole, seed), topicOfSlot };
}

/** The other fields have no more rows than the whole: one note is enough. */
function pairSample(level: MacroLevel | Unmeasured, seed: number): SampleNote[] {
  if (!isMeasured(level) || !level.pairs) return [];
  const done = 'Rows were compared pair by pair (nearest distance, NovelSum, DCScore) on';
  return sampleNotes('row-pairs', done, level.pairs.rows, level.rows, seed);
}
