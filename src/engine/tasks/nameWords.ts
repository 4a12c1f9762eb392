import { hashTokens } from '../../metrics/text/hashTokens.ts';
import { normalizeText } from '../../metrics/text/normalizeText.ts';
import { throwIfCancelled } from '../cancellation.ts';
import type { TaskContext } from '../taskContext.ts';
import { readField } from './readField.ts';

export interface NameWordsParams {
  /** Hash of each word that is looked for, and the 0-based line of a row that has it. */
  readonly words: readonly { readonly hash: number; readonly line: number }[];
}

/** The words that hashes stand for, lower case; an empty string where the row does not have it. */
export function nameWords(context: TaskContext, { words }: NameWordsParams): string[] {
  return words.map(({ hash, line }) => {
    throwIfCancelled(context.setup.cancelFlag);
    for (const field of ['instruction', 'response'] as const) {
      const text = normalizeText(readField(context, line, field));
      const hashes = new Uint32Array(text.length);
      const bounds = new Uint32Array(2 * text.length);
      const place = hashes.subarray(0, hashTokens(text, hashes, bounds)).indexOf(hash);
      if (place >= 0) return text.slice(bounds[2 * place], bounds[2 * place + 1]);
    }
    return '';
  });
}
