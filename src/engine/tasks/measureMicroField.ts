import { measureMicro } from '../../metrics/micro/measureMicro.ts';
import type { MicroLevel } from '../../metrics/micro/microLevel.ts';
import type { TokenColumn } from '../../metrics/text/tokenColumn.ts';
import type { TaskContext } from '../taskContext.ts';

/** The micro level of one field. */
export function measureMicroField(
  context: TaskContext,
  { column }: { readonly column: TokenColumn },
): MicroLevel | undefined {
  return measureMicro(column, (token) => context.tokenizer().decodeToken(token));
}
