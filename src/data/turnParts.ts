import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import type { FieldName } from './rowTypes.ts';
import { hasText } from './textPart.ts';
import type { RowParts, TextPart } from './textPart.ts';

/**
 * Whose turns belong to which view. What tools give back (`tool`, `function`, `observation`, `ipython`) was written
 * neither by the person nor by the model, so it belongs to neither; a call of a tool was written by the model.
 */
const SIDE_OF_ROLE: ReadonlyMap<string, FieldName> = new Map([
  ['user', 'instruction'],
  ['human', 'instruction'],
  ['prompter', 'instruction'],
  ['system', 'instruction'],
  ['developer', 'instruction'],
  ['assistant', 'response'],
  ['gpt', 'response'],
  ['chatgpt', 'response'],
  ['model', 'response'],
  ['bot', 'response'],
  ['chatbot', 'response'],
  ['ai', 'response'],
  ['function_call', 'response'],
  ['tool_call', 'response'],
]);

/** Where chats that have no role may say who speaks, as exports of Claude and PaLM's chats do. */
export const SPEAKER_FIELDS = ['speaker', 'sender', 'author'] as const;

const NO_CALLS: readonly unknown[] = [];

/** A list of turns as objects; an empty list counts. */
export function isTurnList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && (value.length === 0 || isJsonObject(value[0]));
}

/** A list of turns that says who speaks. */
export function isConversation(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && isTurn(value[0]);
}

/** A single turn that stands without a list, as ShareGPT's `chosen` does. */
export function isTurn(value: unknown): value is JsonObject {
  return isJsonObject(value) && roleOf(value) !== undefined;
}

/** The texts of a conversation, by who wrote them. Turns of unknown roles are left out. */
export function turnParts(field: string, turns: readonly unknown[]): RowParts {
  const parts: Record<FieldName, TextPart[]> = { instruction: [], response: [] };
  for (const turn of turns) {
    if (!isJsonObject(turn)) continue;
    const role = roleOf(turn);
    const side = role === undefined ? undefined : sideOf(role);
    const text = turnText(turn);
    if (role !== undefined && side !== undefined && hasText(text)) {
      parts[side].push({ text, field, role });
    }
  }
  return parts;
}

/** A turn's own words, then its calls of tools, each on a new line. */
export function turnText(turn: JsonObject): string {
  const content = turnContent(turn);
  const calls = toolCalls(turn);
  if (typeof content === 'string' && calls.length === 0) return content;
  const texts = contentTexts(content);
  for (const call of calls) texts.push(...callTexts(call));
  return texts.join('\n');
}

export const CONTENT_FIELDS = ['content', 'value', 'text', 'parts', 'message'] as const;

/** What a turn says, under the name that the format has for it; Gemini's is `parts`, Cohere's `message`. */
export function turnContent(turn: JsonObject): unknown {
  return turn['content'] ?? turn['value'] ?? turn['text'] ?? turn['parts'] ?? turn['message'];
}

/** Whether the turn is said to the model before all others. */
export function isSystemTurn(turn: unknown): boolean {
  const role = isJsonObject(turn) ? roleOf(turn)?.toLowerCase() : undefined;
  return role === 'system' || role === 'developer';
}

/** Whether the turn is of the one who answers. */
export function isAnswerTurn(turn: unknown): turn is JsonObject {
  const role = isJsonObject(turn) ? roleOf(turn) : undefined;
  return role !== undefined && sideOf(role) === 'response';
}

/** Who speaks in a turn, in the words of the file. */
export function roleOf(turn: JsonObject): string | undefined {
  const role = turn['role'] ?? turn['from'] ?? knownSpeaker(turn);
  return typeof role === 'string' ? role : undefined;
}

/** Names that elsewhere may be of anyone. */
function knownSpeaker(turn: JsonObject): string | undefined {
  for (const field of SPEAKER_FIELDS) {
    const name = turn[field];
    if (typeof name === 'string' && sideOf(name) !== undefined) return name;
  }
  return undefined;
}

/** Whether the turn is of someone whose words are read. */
export function hasReadRole(turn: JsonObject): boolean {
  const role = roleOf(turn);
  return role !== undefined && sideOf(role) !== undefined;
}

function sideOf(role: string): FieldName | undefined {
  return SIDE_OF_ROLE.get(role) ?? SIDE_OF_ROLE.get(role.toLowerCase());
}

/**
 * Content is a string, or a list of parts: texts in `text` or `value`, and calls of tools; pictures
 * and sounds have no text.
 */
function contentTexts(content: unknown): string[] {
  const parts: readonly unknown[] = Array.isArray(content) ? content : [content];
  const texts: string[] = [];
  for (const part of parts) {
    const text = isJsonObject(part) ? (part['text'] ?? part['value']) : part;
    if (typeof text === 'string' && text !== '') texts.push(text);
    else if (isJsonObject(part)) texts.push(...callTexts(calledIn(part)));
  }
  return texts;
}

/** OpenAI's `tool_calls`, and `function_call` as it was before them. */
function toolCalls(turn: JsonObject): readonly unknown[] {
  if (Array.isArray(turn['tool_calls'])) return turn['tool_calls'];
  return isJsonObject(turn['function_call']) ? [turn['function_call']] : NO_CALLS;
}

/** The call that a part of a content is: Anthropic's `tool_use`, Gemini's `functionCall`, Bedrock's `toolUse`. */
function calledIn(part: JsonObject): unknown {
  return part['type'] === 'tool_use' ? part : (part['functionCall'] ?? part['toolUse']);
}

/** `name(arguments)`, the arguments as the file has them; nothing for what is no call. */
function callTexts(call: unknown): string[] {
  if (!isJsonObject(call)) return [];
  const called = isJsonObject(call['function']) ? call['function'] : call;
  const name = called['name'];
  return typeof name === 'string' ? [`${name}(${argumentsText(argumentsIn(called))})`] : [];
}

function argumentsIn(called: JsonObject): unknown {
  return called['arguments'] ?? called['input'] ?? called['args'] ?? called['parameters'];
}

function argumentsText(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  try {
    return JSON.stringify(value);
  } catch {
    // Nested so deeply that JSON.stringify, which recurses, runs out of stack.
    return '';
  }
}
