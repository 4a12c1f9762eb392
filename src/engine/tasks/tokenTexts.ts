import type { BytePairEncoding } from '../../metrics/text/bytePairEncoding.ts';
import type { TaskContext } from '../taskContext.ts';

/** The texts of byte-pair tokens, without white space around them. */
export function tokenTexts(
  context: TaskContext,
  { tokens, encoding }: { readonly tokens: Uint32Array; readonly encoding: BytePairEncoding },
): string[] {
  const tokenizer = context.tokenizer(encoding);
  return Array.from(tokens, (token) => tokenizer.decodeToken(token).trim());
}
