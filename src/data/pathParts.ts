import { valueAt } from './fieldPath.ts';
import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import { replyIn } from './replyIn.ts';
import type { FieldName } from './rowTypes.ts';
import { scalarText } from './textPart.ts';
import type { TextPart } from './textPart.ts';
import { isTurn, isTurnList, turnParts, turnText } from './turnParts.ts';

/**
 * The text at a path that a person or the plan chose. Of a conversation and of what an interface replied, the turns that belong to the view; of a list,
 * each string; of a single turn, its text.
 */
export function pathParts(record: JsonObject, path: string, view: FieldName): readonly TextPart[] {
  const value = valueAt(record, path);
  if (isTurnList(value) && value.some(isTurn)) return turnParts(path, value)[view];
  const reply = replyIn(value);
  if (reply) return turnParts(path, reply.turns)[view];
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item) => {
    const text = scalarText(isJsonObject(item) ? turnText(item) : item);
    return text === undefined ? [] : [{ text, field: path }];
  });
}
