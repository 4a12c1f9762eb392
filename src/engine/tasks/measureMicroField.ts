import { measureMicro } from '../../metrics/micro/measureMicro.ts';
import type { MicroLevel } from '../../metrics/micro/microLevel.ts';
import type { StatisticsOptions } from '../../metrics/stats/levelStatistics.ts';
import { joinColumns } from '../../metrics/text/joinColumns.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import type { TaskContext } from '../taskContext.ts';

export interface MicroFieldParams {
  /** The tokens of one field, or those of several fields that are measured as one. */
  readonly columns: readonly TokenColumn[];
  /** 0-based line of each row. */
  readonly rowLines: Uint32Array;
  readonly options: StatisticsOptions;
}

/** The micro level of one field, or of several together. */
export function measureMicroField(
  context: TaskContext,
  { columns, rowLines, options }: MicroFieldParams,
): MicroLevel | undefined {
  const { column, texts } = joinColumns(columns);
  return measureMicro(
    column,
    (token) => context.tokenizer().decodeToken(token),
    options,
    texts,
    (row) => rowLines[row]! + 1,
  );
}
