import { cohereChat } from './cohereChat.ts';
import { chatTurns, isChatInData, turnsOfTexts } from './chatTurns.ts';
import { CHAT_FIELDS, CONVERSATION_FIELDS } from './fieldNames.ts';
import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import { replyIn } from './replyIn.ts';
import { hasText, isWordy } from './textPart.ts';
import type { TextPart } from './textPart.ts';
import { threadOfTree } from './threadOfTree.ts';
import { CONTENT_FIELDS, hasReadRole, isSystemTurn, turnText } from './turnParts.ts';
import { turnsOfParts } from './writtenTurns.ts';

/** A row's conversation. */
export interface Chat {
  /** Where its turns stand: `messages`, `body.messages`. */
  readonly field: string;
  readonly turns: readonly unknown[];
  /** The object that has the turns: the row, or the request in it. */
  readonly holder: JsonObject;
  /** Set where the row asks for an answer, which may stand beside the request and need not. */
  readonly isRequest?: true;
  /** What the user says after the turns, where that stands beside them. */
  readonly asked?: TextPart;
}

/** Where a conversation may be a list of texts. */
const TEXT_CHAT_FIELDS = [...CONVERSATION_FIELDS, 'data'] as const;
/**
 * Where a row that is a request to an API holds it, alone or as its `body`: OpenAI's, Anthropic's,
 * Gemini's and Bedrock's batches, and logs.
 */
const REQUESTS = ['body', 'params', 'request', 'modelInput'] as const;
/** What the turns of a request are called: by OpenAI and Anthropic, by Gemini, by OpenAI's Responses. */
const REQUEST_TURNS = ['messages', 'contents', 'input'] as const;
export const SYSTEM_FIELDS = [
  'system',
  'systemInstruction',
  'system_instruction',
  'meta_instruction',
  'preamble',
] as const;
/** OpenAI's Responses have it as `instructions`, a name that elsewhere may be of anything. */
const REQUEST_SYSTEM_FIELDS = [...SYSTEM_FIELDS, 'instructions'] as const;

export function findChat(row: JsonObject): Chat | undefined {
  for (const field of CHAT_FIELDS) {
    const turns = chatTurns(row[field]);
    if (turns) return { field, turns, holder: row };
  }
  for (const field of TEXT_CHAT_FIELDS) {
    const turns = turnsOfTexts(row[field]);
    if (turns && (field !== 'data' || isChatInData(row))) return { field, turns, holder: row };
  }
  const turns = turnsOfParts(row['chat']);
  return turns && { field: 'chat', turns, holder: row };
}

/**
 * The conversation of a row that has one as an API takes it (Gemini's `contents`, Cohere's `message`, a request in a
 * field), as a tree of messages, or is a turn of one. Other data has such fields beside its texts, to say how they
 * were made: ask it of rows that nothing else fits.
 */
export function findOtherChat(row: JsonObject): Chat | undefined {
  const chat = findRequest(row) ?? cohereChat(row);
  if (chat) return chat;
  const turns = threadOfTree(row['prompt']);
  return turns ? { field: 'prompt', turns, holder: row } : ownTurn(row);
}

/** The one turn of a row that is itself one, as OpenAssistant's messages are. What answers it may stand in another row. */
export function ownTurn(row: JsonObject): Chat | undefined {
  const role = row['role'] ?? row['from'];
  if (typeof role !== 'string' || !hasReadRole(row) || !hasText(turnText(row))) return undefined;
  if (replyIn(row)) return undefined;
  const field = CONTENT_FIELDS.find((name) => (row[name] ?? null) !== null);
  return field && { field, turns: [row], holder: row, isRequest: true };
}

function findRequest(row: JsonObject): Chat | undefined {
  const contents = requestTurns(row['contents']);
  if (contents) return { field: 'contents', turns: contents, holder: row };
  for (const name of REQUESTS) {
    const request = row[name];
    if (!isJsonObject(request)) continue;
    const body = request['body'];
    const chat =
      requestIn(request, name) ??
      cohereChat(request, `${name}.`) ??
      (isJsonObject(body) && requestIn(body, `${name}.body`));
    if (chat) return chat;
  }
  return undefined;
}

function requestIn(holder: JsonObject, path: string): Chat | undefined {
  for (const field of REQUEST_TURNS) {
    const turns = requestTurns(holder[field]);
    if (turns) return { field: `${path}.${field}`, turns, holder, isRequest: true };
  }
  return undefined;
}

/**
 * What is said to the model before all turns, where it stands beside them and none of them says it:
 * a text, a list of parts or a turn.
 */
export function systemPrompt({ field, turns, holder, isRequest }: Chat): TextPart | undefined {
  for (const name of isRequest ? REQUEST_SYSTEM_FIELDS : SYSTEM_FIELDS) {
    const value = holder[name];
    if (value === undefined || isName(value)) continue;
    const text = turnText(isJsonObject(value) ? value : { content: value });
    if (!hasText(text) || turns.some(isSystemTurn)) continue;
    return { text, field: field.slice(0, field.lastIndexOf('.') + 1) + name };
  }
  return undefined;
}

/** Such as that of the model that answers. */
function isName(value: unknown): boolean {
  return typeof value === 'string' && !isWordy(value);
}

/** The turns of a request; a single one of Gemini's needs no role to be the user's. */
function requestTurns(value: unknown): readonly unknown[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const [first] = value as readonly unknown[];
  const isAlone = value.length === 1 && isJsonObject(first) && Array.isArray(first['parts']);
  const turns: readonly unknown[] = isAlone ? [{ role: 'user', ...first }] : value;
  return turns.some((turn) => isJsonObject(turn) && hasReadRole(turn)) ? turns : undefined;
}
