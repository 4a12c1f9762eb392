import { join } from 'node:path';
import { openBytes } from '../data/byteReader.ts';
import { planFields } from '../data/fieldPlan.ts';
import { indexLines } from '../data/lineIndex.ts';
import { assembleReport, describeFile } from './assembleReport.ts';
import { isCancelled, throwIfCancelled, type CancelFlag } from './cancellation.ts';
import { cutIntoChunks } from './chunks.ts';
import { extractFeatures } from './extractFeatures.ts';
import { findDuplicates, joinDuplicates } from './findDuplicates.ts';
import { findQuality } from './findQuality.ts';
import { findOffDistribution } from './findOffDistribution.ts';
import { findTemplates } from './findTemplates.ts';
import type { Inspection, InspectRequest, PartialReport, Phase, Progress } from './inspection.ts';
import { loadEmbeddingTable } from './loadEmbeddingTable.ts';
import { measureMacroLevel } from './measureMacroLevel.ts';
import { measureMesoLevel } from './measureMesoLevel.ts';
import { measureMicroLevel } from './measureMicroLevel.ts';
import { measureWording } from './measureWording.ts';
import { measureWordLevel, withWords } from './measureWordLevel.ts';
import { progressMeter, stepCounter } from './progressMeter.ts';
import { combineChunks, readChunks, type Reading } from './reading.ts';
import type { Levels, SampleNote } from './report.ts';
import type { SendQuestion } from './requestEmbeddings.ts';
import { sampleRecords } from './sampleRecords.ts';
import { surveyWording } from './surveyWording.ts';
import { tokenCounts } from './shared.ts';
import { columnsOf } from './columnsOf.ts';
import { layOutRows } from './layOutRows.ts';
import type { RowMap } from './rowMap.ts';
import { selectLines } from './selectLines.ts';
import type { CreateTaskPool, TaskPool } from './taskPool.ts';
import { noUsableRow } from './noUsableRow.ts';

export interface InspectEnvironment {
  readonly cancelFlag: CancelFlag;
  readonly createPool: CreateTaskPool;
  readonly onProgress: (progress: Progress) => void;
  readonly onPartial: (partial: PartialReport) => void;
  /** Whether texts may be sent to the endpoint that the person named. */
  readonly askToSend: (question: SendQuestion) => Promise<boolean>;
  /** Told of the finished inspection before the rows are laid out on a map. */
  readonly onInspection?: (inspection: Inspection) => void;
  readonly onMap?: (map: RowMap) => void;
}

/** Chunks after which the micro level is shown for the first time. */
const FIRST_CHUNKS = 2;

/**
 * One inspection from bytes to report: the one place that puts the pieces in order. Once its line starts are known the file
 * is read three times, once for each kind of question (tokens; embeddings and shingles; task units), because its texts are
 * never kept.
 * @throws AnalysisError
 */
export async function inspect(
  request: InspectRequest,
  environment: InspectEnvironment,
): Promise<Inspection> {
  const { cancelFlag, onPartial } = environment;
  const meter = progressMeter(environment.onProgress);
  const reader = openBytes(request.source);
  const durationsMs = new Map<Phase, number>();
  const timed = async <Result>(phase: Phase, work: () => Result | Promise<Result>) => {
    throwIfCancelled(cancelFlag);
    reader.assertUnchanged();
    const startMs = performance.now();
    const result = await work();
    const earlierMs = durationsMs.get(phase) ?? 0;
    durationsMs.set(phase, earlierMs + performance.now() - startMs);
    meter.report(phase, 1);
    return result;
  };

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
    const selectedLines = request.lines && selectLines(index.lineCount, request.lines);
    const { rowTags } = request;
    const setup = {
      source: request.source,
      lineStarts,
      plan,
      cancelFlag,
      ...(selectedLines && { selectedLines }),
      ...(rowTags && { rowTags }),
    };
    pool = environment.createPool(setup, request.threads);
    const tasks = pool;

    const describe = (reading: Reading) =>
      describeFile(
        request,
        reader.byteLength,
        { ...index, ...(selectedLines && { selectedLines }) },
        plan,
        reading,
      );
    const publish = (reading: Reading, levels: Partial<Levels>, sampled: SampleNote[] = []) =>
      onPartial({ ...describe(reading), levels, sampled });

    // In a function of its own: the chunks' tokens are let go as soon as they are put together.
    const readAll = async () => {
      const chunks = cutIntoChunks(lineStarts).filter(
        ({ fromLine, toLine }) => selectedLines?.subarray(fromLine, toLine).includes(1) ?? true,
      );
      const { encoding } = request.settings;
      const step = stepCounter(meter, 'micro', chunks.length + 1);
      const first = await readChunks(tasks, chunks.slice(0, FIRST_CHUNKS), encoding, step);
      const publishFirst = async () => {
        const { tokens, ...beginning } = combineChunks(chunks.slice(0, FIRST_CHUNKS), first);
        if (first.length === chunks.length || beginning.rowLines.length === 0) return;
        const linesRead = chunks[FIRST_CHUNKS - 1]!.toLine;
        publish(
          beginning,
          { micro: await measureMicroLevel(tasks, beginning, tokens, request.settings) },
          [firstLinesNote(linesRead, index.lineCount)],
        );
      };
      // Asked for first, so that it is not queued behind the rest of the file.
      const published = publishFirst();
      const [others] = await Promise.all([
        readChunks(tasks, chunks.slice(FIRST_CHUNKS), encoding, step),
        published,
      ]);
      return combineChunks(chunks, [...first, ...others]);
    };
    // In a function of its own as well: the tokens of all rows are let go before the other levels are measured.
    const microAndFeatures = async () => {
      const { tokens, ...reading } = await timed('micro', readAll);
      if (reading.rowLines.length === 0) throw noUsableRow(reading);
      const lengths = {
        instruction: tokenCounts(tokens.instruction),
        response: tokenCounts(tokens.response),
      };
      const wordingOfRows = measureWording(tasks, tokens, request.settings);
      // Awaited only once the distances are known: until then a failure must not count as unhandled.
      wordingOfRows.catch(() => undefined);
      const table = loadEmbeddingTable(join(request.assetsFolder, 'embedding'));
      // The micro level is few long tasks: threads that have none of them go on with the features.
      const [micro, features] = await Promise.all([
        timed('micro', async () => {
          const level = await measureMicroLevel(tasks, reading, tokens, request.settings);
          publish(reading, { micro: level });
          return level;
        }),
        timed('features', () =>
          extractFeatures(
            tasks,
            reading,
            plan,
            {
              settings: request.settings,
              table,
              ...(request.endpoint && { endpoint: request.endpoint }),
            },
            {
              cancelFlag,
              askToSend: environment.askToSend,
              onProgress: (share) => meter.report('features', share),
              onChunk: stepCounter(meter, 'features', reading.ranges.length),
            },
          ),
        ),
      ]);
      return { reading, lengths, wordingOfRows, table, micro, features };
    };
    const { reading, lengths, wordingOfRows, table, micro, features } = await microAndFeatures();
    // Asked for together, so that no thread waits while another is at its last task.
    const { settings } = request;
    const [macro, joined, templates, offDistribution, meso, words, wording] = await Promise.all([
      timed('macro', async () => {
        const measured = await measureMacroLevel(tasks, reading, features, settings);
        publish(reading, { micro, macro: measured.level });
        return measured;
      }),
      timed('near-duplicates', () => joinDuplicates(tasks, features, settings)),
      timed('near-duplicates', () => findTemplates(tasks, reading, features)),
      timed('off-distribution', () =>
        findOffDistribution(tasks, reading, features, lengths, wordingOfRows, settings),
      ),
      timed('meso', () =>
        measureMesoLevel(
          tasks,
          reading,
          { table, settings, ...(rowTags && { rowTags }) },
          stepCounter(meter, 'meso', reading.ranges.length),
        ),
      ),
      timed('wording', () =>
        measureWordLevel(tasks, reading, lineStarts, features.scripts, settings),
      ),
      surveyWording(tasks, reading, features, settings),
    ]);
    const duplicates = await findDuplicates(
      tasks,
      reading,
      features,
      lengths,
      { joined, templates },
      offDistribution.nearest,
      settings,
    );
    reader.assertUnchanged();
    const quality = findQuality(reading, features);
    const report = assembleReport({
      request,
      ...describe(reading),
      levels: { macro: macro.level, meso: meso.level, micro: withWords(micro, words.words) },
      languages: wording.languages,
      recurringWording: wording.recurringWording,
      nearDuplicates: duplicates.nearDuplicates,
      offDistribution,
      quality: quality.findings,
      sampled: [
        ...features.sampled,
        ...(await wordingOfRows).sampled,
        ...quality.sampled,
        ...macro.sampled,
        ...meso.sampled,
        ...words.sampled,
        ...wording.sampled,
      ],
    });
    const timings = Array.from(durationsMs, ([phase, durationMs]) => ({ phase, durationMs }));
    const rows = columnsOf(reading, features, macro.topicOfSlot);
    const inspection = {
      report,
      lineStarts,
      plan,
      rows,
      duplicates: duplicates.evidence,
      timings,
    };
    environment.onInspection?.(inspection);
    if (request.withMap) {
      const map = await layOutRows(
        tasks,
        features,
        offDistribution.nearest.neighbours,
        settings.seed,
      );
      if (map) environment.onMap?.(map);
    }
    return inspection;
  } catch (error) {
    // A file that changes between two readings shows as rows that do not fit together: say what the cause is.
    if (!isCancelled(cancelFlag)) reader.assertUnchanged();
    throw error;
  } finally {
    reader.close();
    await pool?.close();
  }
}

function firstLinesNote(used: number, of: number): SampleNote {
  return {
    what: 'first-lines',
    used,
    of,
    message: `Measured on the first ${used} of ${of} lines so far.`,
  };
}
