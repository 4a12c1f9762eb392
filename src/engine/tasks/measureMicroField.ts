import { measureMicro } from '../../metrics/micro/measureMicro.ts';
import type { MicroLevel } from '../../metrics/micro/microLevel.ts';
import type { StatisticsOptions } from '../../metrics/stats/levelStatistics.ts';
import type { BytePairEncoding } from '../../metrics/text/bytePairEncoding.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface MicroFieldParams {
  /** The tokens of one field, or those of several fields that are measured as one. */
  readonly columns: readonly TokenColumn[];
  /** 0-based line of each row. */
  readonly rowLines: Uint32Array;
  readonly options: StatisticsOptions;
  readonly encoding: BytePairEncoding;
}

/** The micro level of one field, or of several together, without distinct-2 and on: see countDistinctNgrams. */
export function measureMicroField(
  context: TaskContext,
  { columns, rowLines, options, encoding }: MicroFieldParams,
): MicroLevel | undefined {
  const tokenizer = context.tokenizer(encoding);
  const checkpoint = () => throwIfCancelled(context.setup.cancelFlag);
  return measureMicro(columns, tokenizer, { ...options, checkpoint }, (row) => rowLines[row]! + 1);
}
