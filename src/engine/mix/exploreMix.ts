import { englishFaultWords as faults } from '../../data/faultWords.ts';
import { sentence } from '../../data/sentence.ts';
import { join } from 'node:path';
import { version } from '../../../package.json';
import type { InBoth } from '../../metrics/compare/compareOptions.ts';
import { throwIfCancelled } from '../cancellation.ts';
import { isCompared, type ComparedFile } from '../compare/comparison.ts';
import { BOTH, ofBoth } from '../compare/jointKinds.ts';
import type { DataFile } from '../dataFile.ts';
import { withAlikeColumns } from '../compare/withAlikeColumns.ts';
import type { InspectRequest } from '../inspection.ts';
import type { JobEnvironment } from '../jobs/job.ts';
import { loadEmbeddingTable } from '../loadEmbeddingTable.ts';
import { progressMeter } from '../progressMeter.ts';
import type { DatasetColumns } from '../readDataset.ts';
import { readNamedFile } from '../readNamedFile.ts';
import { drawMixtures, type MixDraw } from './drawMixtures.ts';
import { findClose } from './findClose.ts';
import { mixRule } from './judgeMixture.ts';
import { levelsOf, measureCurves, measuredRows, noiseOf } from './measureCurves.ts';
import { mixedKinds } from './mixedKinds.ts';
import { mixedRepeats } from './mixedRepeats.ts';
import { measurableShifts, mixedMeanings } from './mixedShift.ts';
import type { MixFrame, MixLines, MixResult, MixUpdate } from './mixing.ts';
import { mixNotes } from './mixNotes.ts';
import { planMix } from './planMix.ts';

export type MixPhase = 'read-generated' | 'read-real' | 'prepare-mix' | 'mix';

export interface MixRequest
  extends
    InBoth<DataFile>,
    Pick<InspectRequest, 'settings' | 'threads' | 'assetsFolder' | 'endpoint'> {
  /** Rows of each mixture; see `planMix` for what is taken unless told. */
  readonly size?: number;
}

/** Each phase's share of the work on typical files. */
const SHARES: Readonly<Record<MixPhase, number>> = {
  'read-generated': 0.25,
  'read-real': 0.25,
  'prepare-mix': 0.3,
  mix: 0.2,
};

/**
 * Mixes generated rows (the data set) with real ones (the reference) at eleven ratios, and measures what each mixture gains and
 * how far it shifts. Each file is read into columns and closed; mixtures are lists of rows, and none is written. Everything but
 * the curves comes as an update once it is known, then the points of the curves, ratio by ratio.
 * @throws AnalysisError
 */
export async function exploreMix(
  request: MixRequest,
  environment: JobEnvironment<MixPhase, MixUpdate>,
): Promise<MixResult> {
  const meter = progressMeter(SHARES, environment.onProgress);
  const read = (which: keyof InBoth, name: string, phase: MixPhase) =>
    readNamedFile(sentence(name), request[which], request, {
      ...environment,
      onProgress: (share) => meter.report(phase, share),
    });
  const columns = {
    dataset: await read('dataset', faults.generatedFile, 'read-generated'),
    reference: await read('reference', faults.realFile, 'read-real'),
  };
  const { settings } = request;
  const plan = planMix(
    ofBoth(columns, ({ file }) => file.rows),
    request.size,
  );
  return withAlikeColumns(request, columns, environment, async ({ both, pool }) => {
    const draws = drawMixtures(
      ofBoth(both, ({ file }) => file.rows),
      plan,
      settings.seed,
    );
    const table = loadEmbeddingTable(join(request.assetsFolder, 'embedding'));
    const meanings = mixedMeanings(both);
    const [kinds, repeats, close] = await Promise.all([
      mixedKinds(pool, both, table, settings),
      mixedRepeats(pool, both, settings),
      findClose(pool, meanings, draws, plan, settings.seed),
    ]);
    meter.report('prepare-mix', 0.7);
    const shifts = await measurableShifts(
      pool,
      { meanings, wording: kinds.micro.whole },
      { draws, close: isCompared(close) ? close.ofDraws : [] },
      plan,
      settings.seed,
    );
    throwIfCancelled(environment.cancelFlag);
    meter.report('prepare-mix', 1);
    const measurable = {
      ...plan,
      draws,
      orders: {
        all: draws.map(({ generated }) => generated),
        close: isCompared(close) ? close.ofDraws : close,
      },
      kinds,
      shifts,
      repeats,
      seed: settings.seed,
    };
    const rowsOf = measuredRows(measurable);
    const noise = noiseOf(shifts);
    const frame: MixFrame = {
      schemaVersion: 1,
      strataVersion: version,
      settings,
      generated: fileOf(both.dataset),
      real: fileOf(both.reference),
      plan,
      levels: levelsOf(kinds, rowsOf),
      noise,
      closeness: isCompared(close) ? close.closeness : close,
      rule: mixRule(noise),
      notes: mixNotes(
        ofBoth(both, ({ file }) => file),
        plan,
        repeats.complete,
      ),
      sampled: BOTH.flatMap((which) =>
        both[which].sampled.map((note) => ({
          in: which === 'dataset' ? ('generated' as const) : ('real' as const),
          ...note,
        })),
      ),
    };
    environment.onUpdate({ type: 'frame', frame });
    const curves = await measureCurves(pool, measurable, rowsOf, (update, share) => {
      environment.onUpdate(update);
      meter.report('mix', share);
    });
    return {
      mixing: { ...frame, curves },
      files: ofBoth(both, ({ lineStarts, plan: fields }) => ({ lineStarts, plan: fields })),
      lines: linesOf(both, draws[0]!, isCompared(close) ? close.ofDraws[0] : undefined),
    };
  });
}

const fileOf = ({ file, fields }: DatasetColumns): ComparedFile => ({ file, fields });

function linesOf(
  { dataset, reference }: InBoth<DatasetColumns>,
  { generated, real, heldBack }: MixDraw,
  close: Uint32Array | undefined,
): MixLines {
  const ours = (row: number) => dataset.reading.rowLines[row]!;
  const theirs = (row: number) =>
    reference.reading.rowLines[row - dataset.reading.rowLines.length]!;
  return {
    generated: Uint32Array.from(generated, ours),
    ...(close && { close: Uint32Array.from(close, ours) }),
    real: Uint32Array.from(real, theirs),
    heldBack: Uint32Array.from(heldBack, theirs),
  };
}
