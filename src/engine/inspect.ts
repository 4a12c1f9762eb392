import { join } from 'node:path';
import { assembleReport } from './assembleReport.ts';
import { throwIfCancelled, type CancelFlag } from './cancellation.ts';
import { extractFeatures } from './extractFeatures.ts';
import { findDuplicates, joinDuplicates } from './findDuplicates.ts';
import { findQuality } from './findQuality.ts';
import { findOffDistribution } from './findOffDistribution.ts';
import { findTemplates } from './findTemplates.ts';
import type { Inspection, InspectRequest, PartialReport, Phase, Progress } from './inspection.ts';
import { leftOutFiles } from './leftOutFiles.ts';
import { loadEmbeddingTable } from './loadEmbeddingTable.ts';
import { measureMacroLevel } from './measureMacroLevel.ts';
import { measureMesoLevel } from './measureMesoLevel.ts';
import { measureMicroLevel } from './measureMicroLevel.ts';
import { measureWording } from './measureWording.ts';
import { measureWordLevel, withWords } from './measureWordLevel.ts';
import { createPhaseClock } from './phaseClock.ts';
import { progressMeter, stepCounter, type ProgressMeter } from './progressMeter.ts';
import type { Reading } from './reading.ts';
import { readTokens } from './readTokens.ts';
import type { Levels, SampleNote } from './report.ts';
import type { SendQuestion } from './requestEmbeddings.ts';
import { searchNeighbours } from './searchNeighbours.ts';
import { surveyLanguages, surveyWording } from './surveyWording.ts';
import { columnsOf } from './columnsOf.ts';
import { layOutRows } from './layOutRows.ts';
import { rowLengths } from './rowLengths.ts';
import type { RowMap } from './rowMap.ts';
import { urgently, type CreateTaskPool } from './taskPool.ts';
import { withDataset, type OpenDataset } from './openDataset.ts';
import { grouped } from '../metrics/text/grouped.ts';

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

/** Each phase's share of the work on a typical file. */
const SHARES: Readonly<Record<Phase, number>> = {
  index: 0.03,
  micro: 0.22,
  features: 0.25,
  macro: 0.2,
  'near-duplicates': 0.05,
  'off-distribution': 0.1,
  meso: 0.1,
  wording: 0.05,
};

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
  const meter = progressMeter(SHARES, environment.onProgress);
  const startMs = performance.now();
  return withDataset(
    request,
    { ...environment, onProgress: (share) => meter.report('index', share) },
    (dataset) => {
      meter.report('index', 1);
      return inspectDataset(dataset, request, environment, meter, performance.now() - startMs);
    },
  );
}

async function inspectDataset(
  { index, plan, chunks, tasks, describe, assertUnchanged, noUsableRow }: OpenDataset,
  request: InspectRequest,
  environment: InspectEnvironment,
  meter: ProgressMeter<Phase>,
  indexMs: number,
): Promise<Inspection> {
  const { cancelFlag, onPartial } = environment;
  const { lineStarts } = index;
  const { rowTags, settings } = request;
  const { timed, timings } = createPhaseClock<Phase>(
    { phase: 'index', durationMs: indexMs },
    () => {
      throwIfCancelled(cancelFlag);
      assertUnchanged();
    },
    (phase) => meter.report(phase, 1),
  );

  let measured: Partial<Levels> = {};
  /** Each level as soon as it is there, beside those before it. */
  const publish = (reading: Reading, level: Partial<Levels>, sampled: SampleNote[] = []) => {
    measured = { ...measured, ...level };
    onPartial({ ...describe(reading), levels: measured, sampled });
  };

  const readAll = () =>
    readTokens({ tasks, index, chunks }, settings.encoding, {
      onChunk: stepCounter(meter, 'micro', chunks.length + 1),
      async onBeginning(beginning, tokens, linesRead) {
        const micro = await measureMicroLevel(urgently(tasks), beginning, tokens, settings);
        publish(beginning, { micro }, [firstLinesNote(linesRead, index.lineCount)]);
      },
    });
  // In a function of its own: the tokens of all rows are let go as soon as nothing measures them.
  const readAndMeasure = async () => {
    const { tokens, ...reading } = await timed('micro', readAll);
    if (reading.rowLines.length === 0) throw noUsableRow(reading);
    return {
      reading,
      lengths: rowLengths(tokens),
      // Before the wording: a small file has one thread so far, and this is shown first.
      microOfRows: timed('micro', async () => {
        const level = await measureMicroLevel(tasks, reading, tokens, settings);
        publish(reading, { micro: level });
        return level;
      }),
      wordingOfRows: measureWording(tasks, tokens, settings),
    };
  };
  const { reading, lengths, wordingOfRows, microOfRows } = await readAndMeasure();
  const table = loadEmbeddingTable(join(request.assetsFolder, 'embedding'));
  // The micro level is few long tasks: threads that have none of them go on with the features.
  const featuresOfRows = timed('features', () =>
    extractFeatures(
      tasks,
      reading,
      plan,
      {
        settings,
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
  );
  // They need no features: asked for now, they keep a thread busy that has no part in the features.
  const languages = surveyLanguages(tasks, reading, settings);
  const wordsOfRows = timed('wording', () =>
    measureWordLevel(tasks, reading, lineStarts, settings),
  );
  const mesoOfRows = timed('meso', async () => {
    const options = { table, settings, ...(rowTags && { rowTags }) };
    const onChunk = stepCounter(meter, 'meso', reading.ranges.length);
    const found = await measureMesoLevel(tasks, reading, options, onChunk);
    publish(reading, { meso: found.level });
    return found;
  });
  // Awaited only once others are done: until then a failure must not count as unhandled.
  for (const early of [wordingOfRows, languages, wordsOfRows, mesoOfRows])
    early.catch(() => undefined);
  const [micro, features] = await Promise.all([microOfRows, featuresOfRows]);
  const rows = { reading, features, lengths };
  // Asked for together, so that no thread waits while another is at its last task; the levels first, as they are shown first.
  const macroOfRows = timed('macro', async () => {
    const found = await measureMacroLevel(tasks, reading, features, settings);
    publish(reading, { macro: found.level });
    return found;
  });
  // Then the longest tasks: begun late, one would keep a thread when nothing is left for the
  // others. Last what nothing waits for.
  const joined = timed('near-duplicates', () => joinDuplicates(tasks, features, settings));
  const templates = timed('near-duplicates', () => findTemplates(tasks, reading, features));
  const survey = surveyWording(tasks, reading, features, languages, settings);
  const nearest = searchNeighbours(tasks, features.whole, settings.seed);
  // Nobody awaits it where what goes on from it, or goes before that, has failed.
  nearest.catch(() => undefined);
  const offDistributionOfRows = timed('off-distribution', () =>
    findOffDistribution(tasks, rows, { nearest, wording: wordingOfRows, languages }, settings),
  );
  const [macro, offDistribution, duplicates, meso, words, wording] = await Promise.all([
    macroOfRows,
    // Both go on from the nearest rows: what this thread does for the one, it does while others are at a task of the other.
    offDistributionOfRows,
    findDuplicates(tasks, rows, { joined, templates, nearest }, settings),
    mesoOfRows,
    wordsOfRows,
    survey,
  ]);
  assertUnchanged();
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
      ...leftOutFiles(request.source),
      ...features.sampled,
      ...(await wordingOfRows).sampled,
      ...quality.sampled,
      ...macro.sampled,
      ...meso.sampled,
      ...words.sampled,
      ...wording.sampled,
    ],
  });
  const inspection = {
    report,
    lineStarts,
    plan,
    rows: columnsOf(reading, features, macro.topicOfSlot, wording.languageSample),
    findingLines: quality.lines,
    duplicates: duplicates.evidence,
    timings: timings(),
  };
  environment.onInspection?.(inspection);
  if (request.withMap) {
    const map = await layOutRows(tasks, features, (await nearest).neighbours, settings.seed);
    if (map) environment.onMap?.(map);
  }
  return inspection;
}

function firstLinesNote(used: number, of: number): SampleNote {
  return {
    what: 'first-lines',
    used,
    of,
    message: `Measured on the first ${grouped(used)} of ${grouped(of)} lines so far.`,
  };
}
