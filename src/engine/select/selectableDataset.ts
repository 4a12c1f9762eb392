import { throwIfCancelled, type CancelFlag } from '../cancellation.ts';
import { TAGGED_ROWS } from '../findKinds.ts';
import type { JobEnvironment } from '../jobs/job.ts';
import { layOutRows } from '../layOutRows.ts';
import { progressMeter } from '../progressMeter.ts';
import { readDataset, type DatasetColumns } from '../readDataset.ts';
import type { RowMap } from '../rowMap.ts';
import { searchNeighbours } from '../searchNeighbours.ts';
import { checkSelectSettings } from './checkSelectSettings.ts';
import { selectSubset, type KnownOfDataset } from './selectSubset.ts';
import {
  levelOfStrategy,
  type SelectPhase,
  type SelectResult,
  type SelectSettings,
  type SelectSource,
} from './selection.ts';

/** A data set from which rows can be chosen several times: it is read, and its kinds are found, once. */
export interface SelectableDataset {
  /** @throws RangeError for settings that are none, AnalysisError */
  choose(
    select: SelectSettings,
    environment: Pick<JobEnvironment<SelectPhase>, 'cancelFlag' | 'onProgress'>,
  ): Promise<SelectResult>;
  /** Undefined before the first choice, and where no map can be made. */
  map(cancelFlag: CancelFlag): Promise<MapOfRows | undefined>;
}

export interface MapOfRows extends RowMap {
  /** 1-based line of each point, ascending. */
  readonly lines: Uint32Array;
}

/** Each phase's share of the work on a typical file. */
const SHARES: Readonly<Record<SelectPhase, number>> = {
  reading: 0.5,
  reference: 0.05,
  duplicates: 0.1,
  kinds: 0.1,
  choosing: 0.2,
  comparing: 0.05,
};

/** Rows searched for task units for each row to choose, where the choice goes by them. */
const SEARCHED_PER_ROW = 3;

interface ReadColumns {
  readonly columns: DatasetColumns;
  readonly searchedRows: number;
  readonly known: KnownOfDataset;
}

/** Nothing is read before the first choice. */
export function createSelectableDataset(
  source: SelectSource,
  { createPool, askToSend }: Pick<JobEnvironment, 'createPool' | 'askToSend'>,
): SelectableDataset {
  let dataset: ReadColumns | undefined;
  let reference: DatasetColumns | undefined;
  return {
    async choose(select, { cancelFlag, onProgress }) {
      throwIfCancelled(cancelFlag);
      checkSelectSettings(select);
      const meter = progressMeter(SHARES, onProgress);
      const read = (
        input: Pick<SelectSource, 'source' | 'selection'>,
        phase: SelectPhase,
        searchedRows: number,
      ) =>
        readDataset(
          { ...source, ...input },
          {
            cancelFlag,
            createPool,
            askToSend,
            searchedRows,
            onProgress: (share) => meter.report(phase, share),
          },
        );
      const searchedRows = searchedRowsOf(select);
      // Another choice of the same settings is the same, whatever was chosen before.
      if (dataset?.searchedRows !== searchedRows && !(dataset && hasTags(dataset.columns))) {
        dataset = undefined;
        const columns = await read(source, 'reading', searchedRows);
        dataset = { columns, searchedRows, known: {} };
      }
      meter.report('reading', 1);
      if (source.reference) reference ??= await read(source.reference, 'reference', 0);
      meter.report('reference', 1);
      const { columns, known } = dataset;
      const selection = await selectSubset(columns, reference, { ...source, select }, known, {
        cancelFlag,
        createPool,
        onPhase: (phase, share) => meter.report(phase, share),
      });
      return { selection, lineStarts: columns.lineStarts, plan: columns.plan };
    },
    async map(cancelFlag) {
      if (!dataset) return undefined;
      const { lineStarts, plan, features, reading } = dataset.columns;
      const { source: bytes, threads, assetsFolder, settings } = source;
      const setup = { source: bytes, lineStarts, plan, cancelFlag, assetsFolder };
      const pool = createPool(setup, threads);
      try {
        const { neighbours } = await searchNeighbours(pool, features.whole, settings.seed);
        const map = await layOutRows(pool, features, neighbours, settings.seed);
        return map && { ...map, lines: map.rows.map((row) => reading.rowLines[row]! + 1) };
      } finally {
        await pool.close();
      }
    },
  };
}

function searchedRowsOf({ strategy, size }: SelectSettings): number {
  const goesByTaskUnits = levelOfStrategy(strategy)?.level === 'meso';
  return goesByTaskUnits ? Math.max(TAGGED_ROWS, SEARCHED_PER_ROW * size) : TAGGED_ROWS;
}

/** Tags are read of all rows. */
const hasTags = ({ kinds, reading }: DatasetColumns): boolean =>
  kinds.whole.rows === reading.rowLines.length;
