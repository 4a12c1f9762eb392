import { version } from '../../../package.json';
import { soleField } from '../byField.ts';
import { throwIfCancelled } from '../cancellation.ts';
import { LEAST_ROWS } from '../compare/judgeShift.ts';
import { columnsOnly } from '../columnsOnly.ts';
import type { DataFile } from '../dataFile.ts';
import type { Uncompared } from '../compare/comparison.ts';
import type { InspectRequest } from '../inspection.ts';
import type { JobEnvironment } from '../jobs/job.ts';
import { progressMeter } from '../progressMeter.ts';
import type { DatasetColumns } from '../readDataset.ts';
import { readNamedFile } from '../readNamedFile.ts';
import type { InspectSettings, MeasuredField } from '../report.ts';
import type { TaskPool } from '../taskPool.ts';
import { tokenKinds, topicKinds, unitKinds, type GenerationKinds } from './generationKinds.ts';
import type { Generations, TrackedLevel } from './generations.ts';
import { judgeNarrowing } from './judgeNarrowing.ts';
import { trackLevel } from './trackLevel.ts';
import { trackRepeats } from './trackRepeats.ts';

export type TrackPhase = 'read' | 'track';

export interface TrackRequest extends Pick<
  InspectRequest,
  'settings' | 'threads' | 'assetsFolder' | 'endpoint'
> {
  /** Two or more, in the order in which they were made. */
  readonly files: readonly DataFile[];
}

const SHARES: Readonly<Record<TrackPhase, number>> = { read: 0.6, track: 0.4 };

/**
 * Follows diversity over data sets that were made one after the other. Each is read into columns and closed; then all are
 * compared with the first at equal numbers of rows.
 * @throws AnalysisError; RangeError for fewer than two files
 */
export async function trackGenerations(
  request: TrackRequest,
  environment: JobEnvironment<TrackPhase>,
): Promise<Generations> {
  if (request.files.length < 2) {
    throw new RangeError(`got ${request.files.length} files, expected at least two`);
  }
  const meter = progressMeter(SHARES, environment.onProgress);
  const generations: DatasetColumns[] = [];
  for (const [at, file] of request.files.entries()) {
    generations.push(
      await readNamedFile(file.source.path, file, request, {
        ...environment,
        onProgress: (share) => meter.report('read', (at + share) / request.files.length),
      }),
    );
  }
  const { settings } = request;
  const pool = environment.createPool(columnsOnly(environment.cancelFlag), request.threads);
  try {
    const [macro, meso, micro, repeats] = await Promise.all([
      trackFields(pool, generations, settings, async (field) =>
        areMeaningsAlike(generations, field)
          ? ((await topicKinds(pool, generations, field)) ??
            untracked('too-few-different-rows', 'The files have too few different rows.'))
          : untracked('other-embedder', 'Meanings of the files come from different embedders.'),
      ),
      trackFields(pool, generations, settings, (field) =>
        areUnitsAlike(generations)
          ? unitKinds(generations, field)
          : untracked(
              'no-kinds',
              'Not all files have tags: their kinds of task cannot be compared.',
            ),
      ),
      trackFields(pool, generations, settings, (field) => tokenKinds(generations, field)),
      trackRepeats(pool, generations, settings),
    ]);
    throwIfCancelled(environment.cancelFlag);
    meter.report('track', 1);
    const levels = { macro, meso, micro };
    return {
      schemaVersion: 1,
      strataVersion: version,
      settings,
      generations: generations.map(({ file, fields }) => ({ file, fields })),
      verdict: judgeNarrowing(levels),
      levels,
      repeats,
      sampled: generations.flatMap(({ sampled }, generation) =>
        sampled.map((note) => ({ generation, ...note })),
      ),
    };
  } finally {
    await pool.close();
  }
}

type KindsOfField = (
  field: MeasuredField,
) => GenerationKinds | Uncompared | Promise<GenerationKinds | Uncompared>;

async function trackFields(
  pool: TaskPool,
  generations: readonly DatasetColumns[],
  settings: InspectSettings,
  kindsOf: KindsOfField,
): Promise<Readonly<Record<MeasuredField, TrackedLevel | Uncompared>>> {
  const sole = soleField(generations[0]!.reading);
  const isSole = generations.every(({ reading }) => soleField(reading) === sole);
  const track = async (field: MeasuredField): Promise<TrackedLevel | Uncompared> => {
    if (field !== 'whole' && generations.some(({ reading }) => reading.fieldRows[field] === 0)) {
      return untracked('no-such-field', `Not all files have rows with the field ${field}.`);
    }
    const kinds = await kindsOf(field);
    if ('uncompared' in kinds) return kinds;
    return (
      (await trackLevel(pool, kinds, settings.seed, field === 'whole' || field === sole)) ??
      untracked('too-few-rows', `A file has fewer than ${LEAST_ROWS} rows with kinds.`)
    );
  };
  const instruction = track('instruction');
  const response = track('response');
  const whole = isSole && sole ? { instruction, response }[sole] : track('whole');
  const [first, second, third] = await Promise.all([instruction, response, whole]);
  return { instruction: first, response: second, whole: third };
}

function areMeaningsAlike(generations: readonly DatasetColumns[], field: MeasuredField): boolean {
  const [first] = generations;
  return generations.every(
    ({ features }) =>
      features.embedders[field] === first!.features.embedders[field] &&
      features[field].dimensions === first!.features[field].dimensions,
  );
}

function areUnitsAlike(generations: readonly DatasetColumns[]): boolean {
  const tagged = generations.filter(({ reading }) => reading.taggedRows > 0);
  return tagged.length === 0 || tagged.length === generations.length;
}

function untracked(code: Uncompared['uncompared']['code'], message: string): Uncompared {
  return { uncompared: { code, message } };
}
