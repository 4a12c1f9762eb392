import { join } from 'node:path';
import { openBytes } from '../data/byteReader.ts';
import { planFields } from '../data/fieldPlan.ts';
import { indexLines } from '../data/lineIndex.ts';
import { assembleReport, describeFile } from './assembleReport.ts';
import { isCancelled, throwIfCancelled, type CancelFlag } from './cancellation.ts';
import { cutIntoChunks } from './chunks.ts';
import { extractFeatures } from './extractFeatures.ts';
import { findDuplicates } from './findDuplicates.ts';
import { findOffDistribution } from './findOffDistribution.ts';
import type { Inspection, InspectRequest, PartialReport, Phase, Progress } from './inspection.ts';
import { loadEmbeddingTable } from './loadEmbeddingTable.ts';
import { measureMacroLevel } from './measureMacroLevel.ts';
import { measureMesoLevel } from './measureMesoLevel.ts';
import { measureMicroLevel } from './measureMicroLevel.ts';
import { progressMeter, stepCounter } from './progressMeter.ts';
import { readAllRows } from './reading.ts';
import { sampleRecords } from './sampleRecords.ts';
import { tokenCounts } from './shared.ts';
import type { CreateTaskPool, TaskPool } from './taskPool.ts';
import { noUsableRow } from './noUsableRow.ts';

export interface InspectEnvironment {
  readonly cancelFlag: CancelFlag;
  readonly createPool: CreateTaskPool;
  readonly onProgress: (progress: Progress) => void;
  readonly onPartial: (partial: PartialReport) => void;
}

/**
 * One inspection from bytes to report: the one place that puts the pieces in order. The file is read three times, once
 * for each kind of question (tokens; embeddings and shingles; task units), because its texts are never kept.
 * @throws AnalysisError
 */
export async function inspect(
  request: InspectRequest,
  environment: InspectEnvironment,
): Promise<Inspection> {
  const { cancelFlag, onPartial } = environment;
  const meter = progressMeter(environment.onProgress);
  const timings: { phase: Phase; durationMs: number }[] = [];
  const timed = async <Result>(phase: Phase, work: () => Result | Promise<Result>) => {
    throwIfCancelled(cancelFlag);
    const startMs = performance.now();
    const result = await work();
    timings.push({ phase, durationMs: performance.now() - startMs });
    meter.report(phase, 1);
    return result;
  };

  const reader = openBytes(request.source);
  let pool: TaskPool | undefined;
  try {
    const { index, plan } = await timed('index', () => {
      const found = indexLines(reader, {
        onProgress: (bytesDone) => meter.report('index', bytesDone / reader.byteLength),
        isCancelled: () => isCancelled(cancelFlag),
      });
      const sample = sampleRecords(reader, found.lineStarts, request.settings.seed);
      return { index: found, plan: planFields(sample, request.selection) };
    });
    const { lineStarts } = index;
    const setup = { source: request.source, lineStarts, plan, cancelFlag };
    pool = environment.createPool(setup, request.threads);
    const tasks = pool;

    const { reading, micro, lengths } = await timed('micro', async () => {
      const chunks = cutIntoChunks(lineStarts);
      const step = stepCounter(meter, 'micro', chunks.length + 1);
      const { tokens, ...rest } = await readAllRows(tasks, chunks, step);
      if (rest.rowLines.length === 0) throw noUsableRow(rest);
      return {
        reading: rest,
        micro: await measureMicroLevel(tasks, tokens),
        lengths: {
          instruction: tokenCounts(tokens.instruction),
          response: tokenCounts(tokens.response),
        },
      };
    });
    const { file, fields } = describeFile(request, reader.byteLength, index, plan, reading);
    onPartial({ file, fields, levels: { micro } });

    const features = await timed('features', () =>
      extractFeatures(
        tasks,
        reading,
        loadEmbeddingTable(join(request.assetsFolder, 'embedding')),
        request.settings,
        stepCounter(meter, 'features', reading.ranges.length),
      ),
    );
    const macro = await timed('macro', () =>
      measureMacroLevel(tasks, reading, features, request.settings),
    );
    onPartial({ file, fields, levels: { micro, macro } });
    const flags = await timed('flags', async () => ({
      nearDuplicates: await findDuplicates(tasks, reading, features, request.settings),
      offDistribution: await findOffDistribution(
        tasks,
        reading,
        features,
        lengths,
        request.settings,
      ),
    }));
    const meso = await timed('meso', () =>
      measureMesoLevel(
        tasks,
        reading,
        request.settings,
        stepCounter(meter, 'meso', reading.ranges.length),
      ),
    );
    reader.assertUnchanged();
    const report = assembleReport({
      request,
      file,
      fields,
      levels: { macro, meso: meso.level, micro },
      ...flags,
      sampled: [...features.sampled, ...meso.sampled],
    });
    return { report, lineStarts, timings };
  } finally {
    reader.close();
    await pool?.close();
  }
}
