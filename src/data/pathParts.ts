import { chatTurns } from './chatTurns.ts';
import { valueAt } from './fieldPath.ts';
import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import { replyIn } from './replyIn.ts';
import type { FieldName } from './rowTypes.ts';
import { scalarText } from './textPart.ts';
import type { TextPart } from './textPart.ts';
import { isTurn, turnParts, turnText } from './turnParts.ts';

/**
 * The text at a path that a person or the plan chose. Of a conversation, be it written out in one text, and of what an
 * interface replied, the turns that belong to the view; of a list, each string; of a single turn, its text.
 */
export function pathParts(record: JsonObject, path: string, view: FieldName): readonly TextPart[] {
  const value = valueAt(record, path);
  const turns = turnsAt(value);
  if (turns) return turnParts(path, turns)[view];
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  return items.flatMap((item) => {
    const text = scalarText(isJsonObject(item) ? turnText(item) : item);
    return text === undefined ? [] : [{ text, field: path }];
  });
}

function turnsAt(value: unknown): readonly unknown[] | undefined {
  const turns = chatTurns(value);
  if (turns) return turns.some(isTurn) ? turns : undefined;
  return replyIn(value)?.turns;
}
