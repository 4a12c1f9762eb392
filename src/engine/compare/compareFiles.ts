import { join } from 'node:path';
import { version } from '../../../package.json';
import { englishFaultWords as faults } from '../../data/faultWords.ts';
import { sentence } from '../../data/sentence.ts';
import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import type { DataFile } from '../dataFile.ts';
import type { InspectRequest } from '../inspection.ts';
import type { JobEnvironment } from '../jobs/job.ts';
import { loadEmbeddingTable } from '../loadEmbeddingTable.ts';
import { progressMeter, type ProgressMeter } from '../progressMeter.ts';
import type { DatasetColumns } from '../readDataset.ts';
import { readNamedFile } from '../readNamedFile.ts';
import { compareLevels } from './compareLevels.ts';
import { areMeaningsAlike, compareMeanings } from './compareMeanings.ts';
import type { ComparedFile, ComparedFiles, ComparisonNote } from './comparison.ts';
import { findLeakage } from './findLeakage.ts';
import { BOTH, ofBoth } from './jointKinds.ts';
import { judgeShift } from './judgeShift.ts';
import { layOutBoth } from './layOutBoth.ts';
import { withAlikeColumns } from './withAlikeColumns.ts';

export type CompareRequest = InBoth<DataFile> &
  Pick<InspectRequest, 'settings' | 'threads' | 'assetsFolder' | 'endpoint' | 'withMap'>;

export type ComparePhase = 'read-dataset' | 'read-reference' | 'compare';

/** What the comparison hands over before it is done: all but the map. */
export interface CompareUpdate {
  readonly type: 'comparison';
  readonly compared: ComparedFiles;
}

const NAMES: InBoth<string> = {
  dataset: faults.dataset,
  reference: faults.reference,
};

/** Each phase's share of the work on typical files. */
const SHARES: Readonly<Record<ComparePhase, number>> = {
  'read-dataset': 0.3,
  'read-reference': 0.3,
  compare: 0.4,
};

/**
 * Compares a data set with a reference: each is read into columns and closed, then the columns are compared in threads that
 * need no file; single rows are read again for names. Where a map is asked for, the comparison is handed over before it.
 * @throws AnalysisError
 */
export async function compareFiles(
  request: CompareRequest,
  environment: JobEnvironment<ComparePhase, CompareUpdate>,
): Promise<ComparedFiles> {
  const meter = progressMeter(SHARES, environment.onProgress);
  const columns = {
    dataset: await readFile('dataset', request, environment, meter),
    reference: await readFile('reference', request, environment, meter),
  };
  return withAlikeColumns(request, columns, environment, async ({ both, pool, rows }) => {
    const { settings } = request;
    const table = loadEmbeddingTable(join(request.assetsFolder, 'embedding'));
    const [levels, meanings] = await Promise.all([
      compareLevels({ pool, rows, both, table, settings }),
      compareMeanings(pool, both, settings),
    ]);
    meter.report('compare', 0.7);
    const leakage = await findLeakage(pool, both, meanings.nearestInScope, settings);
    meter.report('compare', 1);
    const compared: ComparedFiles = {
      comparison: {
        schemaVersion: 1,
        strataVersion: version,
        settings,
        ...ofBoth(both, ({ file, fields }): ComparedFile => ({ file, fields })),
        verdict: judgeShift(
          levels.shift,
          ofBoth(both, ({ file }) => file.rows),
        ),
        levels: levels.levels,
        shift: levels.shift,
        overlap: meanings.overlap,
        invented: meanings.invented,
        missing: meanings.missing,
        use: levels.use,
        leakage,
        sampled: notesOf(both),
      },
      files: ofBoth(both, ({ lineStarts, plan }) => ({ lineStarts, plan })),
    };
    if (!request.withMap) return compared;
    environment.onUpdate({ type: 'comparison', compared });
    const map = areMeaningsAlike(both, 'whole')
      ? await layOutBoth(pool, {
          both,
          topics: levels.topics,
          outsideSlots: meanings.outsideSlots,
          seed: settings.seed,
        })
      : undefined;
    return { ...compared, ...(map && { map }) };
  });
}

function notesOf(both: InBoth<DatasetColumns>): ComparisonNote[] {
  return BOTH.flatMap((which) => both[which].sampled.map((note) => ({ in: which, ...note })));
}

/** Reads a file into columns; a fault says which of the two files it is in. */
function readFile(
  which: keyof InBoth,
  request: CompareRequest,
  environment: JobEnvironment<ComparePhase, CompareUpdate>,
  meter: ProgressMeter<ComparePhase>,
): Promise<DatasetColumns> {
  const phase = which === 'dataset' ? 'read-dataset' : 'read-reference';
  return readNamedFile(sentence(NAMES[which]), request[which], request, {
    ...environment,
    onProgress: (share) => meter.report(phase, share),
  });
}
