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
  /** What is said to the model before all turns, where it stands beside them and none of them says it. */
  readonly system?: TextPart;
}

/** Where a row that is a request to an API holds it: OpenAI's, Anthropic's and Gemini's batches. */
const REQUESTS = ['body', 'params', 'request'] as const;
/** What the turns of a request are called: by OpenAI and Anthropic, by Gemini, by OpenAI's Responses. */
const REQUEST_TURNS = ['messages', 'contents', 'input'] as const;
/** A row whose conversation is a request's has one of these. */
export const REQUEST_MARKERS = ['contents', ...REQUESTS] as const;
const SYSTEM_FIELDS = ['system', 'systemInstruction', 'system_instruction'] as const;

export function findChat(row: JsonObject): Chat | undefined {
  if (isTurnList(row['messages'])) return chatAt(row, 'messages');
  return findRequest(row) ?? findListed(row);
}

/** The conversation of a request to an API: of Gemini's as it is, of others where the row holds the request in a field. */
export function findRequest(row: JsonObject): Chat | undefined {
  if (isConversation(row['contents'])) return chatAt(row, 'contents');
  for (const name of REQUESTS) {
    const request = row[name];
    if (!isJsonObject(request)) continue;
    const field = REQUEST_TURNS.find((turns) => isConversation(request[turns]));
    if (field !== undefined) return chatAt(request, field, `${name}.`);
  }
  return undefined;
}

function findListed(row: JsonObject): Chat | undefined {
  const field = CHAT_FIELDS.find((name) => isTurnList(row[name]));
  return field === undefined ? undefined : chatAt(row, field);
}

function chatAt(holder: JsonObject, name: string, prefix = ''): Chat {
  const turns = holder[name] as readonly unknown[];
  const system = turns.some(isSystemTurn) ? undefined : systemPart(holder, prefix);
  return { field: prefix + name, turns, ...(system && { system }) };
}

/** A text, a list of parts or, as Gemini's, a turn. */
function systemPart(holder: JsonObject, prefix: string): TextPart | undefined {
  for (const name of SYSTEM_FIELDS) {
    const value = holder[name];
    const text = turnText(isJsonObject(value) ? value : { content: value });
    if (hasText(text)) return { text, field: prefix + name };
  }
  return undefined;
}
