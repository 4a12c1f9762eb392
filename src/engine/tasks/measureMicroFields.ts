import { measureMicro, type MicroLevels } from '../../metrics/micro/measureMicro.ts';
import type { StatisticsOptions } from '../../metrics/stats/levelStatistics.ts';
import type { BytePairEncoding } from '../../metrics/text/bytePairEncoding.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';

export interface MicroFieldsParams {
  /** The tokens of each field. */
  readonly columns: readonly TokenColumn[];
  /** 0-based line of each row. */
  readonly rowLines: Uint32Array;
  readonly options: StatisticsOptions;
  readonly encoding: BytePairEncoding;
}

/**
 * The micro level of each field and of the whole, without distinct-2 and on: see countDistinctNgrams. One task, as fields by
 * themselves would each take the tokens apart once more, and V8 would compile it all in each thread.
 */
export function measureMicroFields(
  context: TaskContext,
  { columns, rowLines, options, encoding }: MicroFieldsParams,
): MicroLevels {
  const tokenizer = context.tokenizer(encoding);
  const checkpoint = () => throwIfCancelled(context.setup.cancelFlag);
  return measureMicro(columns, tokenizer, { ...options, checkpoint }, (row) => rowLines[row]! + 1);
}
