import type { Chat } from './findChat.ts';
import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import { hasText } from './textPart.ts';
import { isConversation, turnText } from './turnParts.ts';

/**
 * A row as Cohere's chat has it: what the user says now is its `message`, what was said before its `chat_history`,
 * which may be empty, and what is said to the model before all turns its `preamble`. Undefined for others.
 * @param path to the row, with a dot, where it is a request in another
 */
export function cohereChat(row: JsonObject, path = ''): Chat | undefined {
  const { message, chat_history: history, preamble } = row;
  if (typeof message !== 'string' || !hasText(message)) return undefined;
  const isOfCohere =
    isConversation(history) || isEmptyList(history) || typeof preamble === 'string';
  if (!isOfCohere) return undefined;
  const turns: readonly unknown[] = Array.isArray(history) ? history : [];
  const chat = { field: `${path}chat_history`, turns, holder: row };
  // Logs may have it in the history, too, also with its answer.
  const isSaid = turns.slice(-2).some((turn) => isJsonObject(turn) && turnText(turn) === message);
  if (isSaid) return chat;
  const asked = { text: message, field: `${path}message`, role: 'USER' };
  return { ...chat, isRequest: true, asked };
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}
