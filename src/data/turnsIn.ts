import { isJsonObject } from './jsonObject.ts';
import { replyIn } from './replyIn.ts';
import type { FieldName } from './rowTypes.ts';
import { isTurn, isTurnList } from './turnParts.ts';
import { writtenTurns } from './writtenTurns.ts';

/**
 * The turns of a field that holds some: a list of them, a single one, a request with a list of `messages`, or a text that is a
 * chat written out; of one that answers, also what an interface replied.
 */
export function turnsIn(value: unknown, view: FieldName): readonly unknown[] | undefined {
  if (isTurnList(value)) return value;
  if (typeof value === 'string') return writtenTurns(value);
  if (!isJsonObject(value)) return undefined;
  if (isTurn(value)) return [value];
  if (isTurnList(value['messages'])) return value['messages'];
  return view === 'response' ? replyIn(value)?.turns : undefined;
}
