import { CHAT_FIELDS } from './fieldNames.ts';
import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import { hasText } from './textPart.ts';
import type { TextPart } from './textPart.ts';
import { isConversation, isSystemTurn, isTurnList, turnText } from './turnParts.ts';

/** A row's conversation. */
export interface Chat {
  /** Where its turns stand: `messages`, `body.messages`. */
  readonly field: string;
  readonly turns: readonly unknown[];
  /** The object that has the turns: the row, or the request in it. */
  readonly holder: JsonObject;
}

/** Where a row that is a request to an API holds it: OpenAI's, Anthropic's and Gemini's batches. */
const REQUESTS = ['body', 'params', 'request'] as const;
/** What the turns of a request are called: by OpenAI and Anthropic, by Gemini, by OpenAI's Responses. */
const REQUEST_TURNS = ['messages', 'contents', 'input'] as const;
/** A row whose conversation is a request's has one of these. */
export const REQUEST_MARKERS = ['contents', ...REQUESTS] as const;
const SYSTEM_FIELDS = ['system', 'systemInstruction', 'system_instruction'] as const;

export function findChat(row: JsonObject): Chat | undefined {
  const field = CHAT_FIELDS.find((name) => isTurnList(row[name]));
  return field === undefined ? findRequest(row) : chatOf(row, field);
}

/** The conversation of a request to an API: of Gemini's as it is, of others where the row holds the request in a field. */
export function findRequest(row: JsonObject): Chat | undefined {
  if (isConversation(row['contents'])) return chatOf(row, 'contents');
  for (const name of REQUESTS) {
    const request = row[name];
    if (!isJsonObject(request)) continue;
    const field = REQUEST_TURNS.find((turns) => isConversation(request[turns]));
    if (field !== undefined) return chatOf(request, field, `${name}.`);
  }
  return undefined;
}

/** What is said to the model before all turns, where it stands beside them and none of them says it: a text, a list of parts or a turn. */
export function systemPrompt({ field, turns, holder }: Chat): TextPart | undefined {
  for (const name of SYSTEM_FIELDS) {
    const value = holder[name];
    if (value === undefined) continue;
    const text = turnText(isJsonObject(value) ? value : { content: value });
    if (!hasText(text) || turns.some(isSystemTurn)) continue;
    return { text, field: field.slice(0, field.lastIndexOf('.') + 1) + name };
  }
  return undefined;
}

function chatOf(holder: JsonObject, name: string, prefix = ''): Chat {
  return { field: prefix + name, turns: holder[name] as readonly unknown[], holder };
}
