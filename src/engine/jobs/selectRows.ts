import { progressMeter } from '../progressMeter.ts';
import { readDataset } from '../readDataset.ts';
import {
  levelOfStrategy,
  type SelectPhase,
  type SelectRequest,
  type SelectResult,
} from '../select/selection.ts';
import { checkSelectSettings } from '../select/checkSelectSettings.ts';
import { selectSubset } from '../select/selectSubset.ts';
import { TAGGED_ROWS } from '../findKinds.ts';
import type { JobEnvironment } from './job.ts';

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

/** Reads a data set and chooses rows of it; nothing is written. @throws RangeError for settings that are none, AnalysisError */
export async function selectRows(
  request: SelectRequest,
  { cancelFlag, createPool, askToSend, onProgress }: JobEnvironment<SelectPhase>,
): Promise<SelectResult> {
  const meter = progressMeter(SHARES, onProgress);
  checkSelectSettings(request.select);
  const { strategy, size } = request.select;
  const read = (
    input: Pick<SelectRequest, 'source' | 'selection'>,
    phase: SelectPhase,
    searchedRows: number,
  ) =>
    readDataset(
      { ...request, ...input },
      {
        cancelFlag,
        createPool,
        askToSend,
        searchedRows,
        onProgress: (share) => meter.report(phase, share),
      },
    );
  const goesByTaskUnits = levelOfStrategy(strategy)?.level === 'meso';
  const columns = await read(
    request,
    'reading',
    goesByTaskUnits ? Math.max(TAGGED_ROWS, SEARCHED_PER_ROW * size) : TAGGED_ROWS,
  );
  const reference = request.reference && (await read(request.reference, 'reference', 0));
  meter.report('reference', 1);
  const selection = await selectSubset(columns, reference, request, {
    cancelFlag,
    createPool,
    onPhase: (phase, share) => meter.report(phase, share),
  });
  return { selection, lineStarts: columns.lineStarts, plan: columns.plan };
}
