import { join } from 'node:path';
import type { FieldPlan } from '../data/fieldPlan.ts';
import { throwIfCancelled } from './cancellation.ts';
import { extractFeatures, type Features } from './extractFeatures.ts';
import { findKinds, type KindsOfFields } from './findKinds.ts';
import type { InspectRequest } from './inspection.ts';
import { leftOutFiles } from './leftOutFiles.ts';
import { loadEmbeddingTable } from './loadEmbeddingTable.ts';
import { withDataset, type OpenEnvironment } from './openDataset.ts';
import { chunkReader, type FieldTokens, type Reading } from './reading.ts';
import type { FieldFacts, FileFacts, SampleNote } from './report.ts';
import type { SendQuestion } from './requestEmbeddings.ts';

/** A data set as columns: what comparing, mixing and choosing work on, once the file itself is closed. */
export interface DatasetColumns {
  readonly file: FileFacts;
  readonly fields: FieldFacts;
  readonly plan: FieldPlan;
  readonly lineStarts: Float64Array;
  readonly reading: Reading;
  /** Byte-pair tokens of every row. */
  readonly tokens: FieldTokens;
  readonly features: Features;
  readonly kinds: KindsOfFields;
  readonly sampled: readonly SampleNote[];
}

export interface ReadEnvironment extends OpenEnvironment {
  readonly askToSend: (question: SendQuestion) => Promise<boolean>;
  /** Rows whose texts are searched for task units, where the rows have no tags. */
  readonly searchedRows?: number;
}

/** Each reading's share of the time. */
const SHARES = { index: 0.1, tokens: 0.3, features: 0.4, kinds: 0.2 };

/**
 * Reads a data set into columns without measuring it.
 * @throws AnalysisError no-usable-row, cancelled, or what reading a file may meet
 */
export function readDataset(
  request: InspectRequest,
  environment: ReadEnvironment,
): Promise<DatasetColumns> {
  const { cancelFlag, askToSend, searchedRows } = environment;
  const { settings, rowTags, endpoint } = request;
  let done = 0;
  const advance = (share: number) => environment.onProgress(Math.min(1, (done += share)));
  return withDataset(
    request,
    { ...environment, onProgress: (share) => environment.onProgress(SHARES.index * share) },
    async ({ index, plan, chunks, tasks, describe, assertUnchanged, noUsableRow }) => {
      done = SHARES.index;
      const step = (share: number) => () => advance(share / chunks.length);
      const { encoding } = settings;
      const reader = chunkReader(tasks, index.lineCount, encoding, step(SHARES.tokens));
      await reader.read(chunks);
      const { tokens, ...reading } = reader.combined();
      if (reading.rowLines.length === 0) throw noUsableRow(reading);
      throwIfCancelled(cancelFlag);
      const table = loadEmbeddingTable(join(request.assetsFolder, 'embedding'));
      const [features, { kinds, sampled }] = await Promise.all([
        extractFeatures(
          tasks,
          reading,
          plan,
          { settings, table, ...(endpoint && { endpoint }) },
          {
            cancelFlag,
            askToSend,
            onProgress: () => undefined,
            onChunk: step(SHARES.features),
          },
        ),
        findKinds(
          tasks,
          reading,
          {
            seed: settings.seed,
            ...(rowTags && { rowTags }),
            ...(searchedRows !== undefined && { searchedRows }),
          },
          step(SHARES.kinds),
        ),
      ]);
      assertUnchanged();
      return {
        ...describe(reading),
        plan,
        lineStarts: index.lineStarts,
        reading,
        tokens,
        features,
        kinds,
        sampled: [...leftOutFiles(request.source), ...features.sampled, ...sampled],
      };
    },
  );
}
