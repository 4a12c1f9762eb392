import { isJsonObject } from './jsonObject.ts';
import { transcriptTurns } from './transcript.ts';
import { hasText, isStringList } from './textPart.ts';
import { isAnswerTurn, isConversation, turnText } from './turnParts.ts';

const LIST_OF_OBJECTS = /^\s*\[\s*\{/;

/**
 * The turns of a text that is a chat: written out by a well-known template, or a list of turns as JSON, as a cell of a
 * table has it. Undefined where it is none, or no one answers in it. O(length).
 */
export function writtenTurns(text: string): readonly unknown[] | undefined {
  return transcriptTurns(text) ?? jsonTurns(text);
}

/** The turns of a chat that is written out in the parts of an object, as MOSS' is: `{"turn_1": {"Human": "<|Human|>: …"}}`. */
export function turnsOfParts(chat: unknown): readonly unknown[] | undefined {
  if (!isJsonObject(chat)) return undefined;
  const parts = Object.values(chat).flatMap((turn) =>
    isJsonObject(turn) ? Object.values(turn) : [],
  );
  return isStringList(parts) ? transcriptTurns(parts.join('')) : undefined;
}

function jsonTurns(text: string): readonly unknown[] | undefined {
  if (!LIST_OF_OBJECTS.test(text)) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isConversation(value)) return undefined;
  const isAnswered = value.some((turn) => isAnswerTurn(turn) && hasText(turnText(turn)));
  return isAnswered ? value : undefined;
}
