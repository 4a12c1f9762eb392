import type { Speaker } from '../metrics/quality/findTurnFaults.ts';
import { isCallJson } from '../metrics/quality/findBrokenCall.ts';
import {
  ALPACA_RESPONSES,
  ANSWERS,
  CHOSEN,
  COMPLETIONS,
  PROMPTS,
  QUESTIONS,
  REJECTED,
  TEXTS,
} from './fieldNames.ts';
import { findChat, findOtherChat, type Chat } from './findChat.ts';
import { isJsonObject, type JsonObject } from './jsonObject.ts';
import type { ShapeId } from './rowTypes.ts';
import { answerBeside } from './shapeParts.ts';
import { hasText, scalarText } from './textPart.ts';
import { roleOf, turnContent, turnText } from './turnParts.ts';

/** What a record shows beyond its texts: for the quality findings. */
export interface RecordFacts {
  /** Who speaks in each turn, for rows that are one conversation with an answer to learn. */
  readonly speakers?: readonly Speaker[];
  /** The first field or turn that should have text and has white space only; a turn of the user also where it holds nothing. */
  readonly emptyField?: string;
  /** The arguments of the first tool call that are no JSON. */
  readonly brokenArguments?: string;
  readonly id?: string;
}

/** Fields that must have text, by shape; a row needs the first of each group that it has. */
const NEEDED: Partial<Readonly<Record<ShapeId, readonly (readonly string[])[]>>> = {
  alpaca: [['instruction'], ALPACA_RESPONSES],
  'prompt-completion': [PROMPTS, COMPLETIONS],
  'question-answer': [QUESTIONS, ANSWERS],
  'text-output': [TEXTS],
  preference: [CHOSEN, REJECTED],
  kto: [['prompt'], COMPLETIONS],
};

const CHATS: ReadonlySet<ShapeId> = new Set(['messages', 'conversations']);
const ID_FIELDS = ['id', '_id', 'uuid', 'guid', 'sample_id', 'example_id'] as const;

const SPEAKERS: Readonly<Record<string, Speaker>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  human: 'user',
  prompter: 'user',
  assistant: 'assistant',
  gpt: 'assistant',
  chatgpt: 'assistant',
  model: 'assistant',
  bot: 'assistant',
  chatbot: 'assistant',
  ai: 'assistant',
  tool: 'tool',
  function: 'tool',
  observation: 'tool',
  ipython: 'tool',
  function_call: 'call',
  tool_call: 'call',
  tool_response: 'tool',
  function_response: 'tool',
};

// With loops, not with functions for each field: they are asked of every row, and V8 compiles such functions again and again.

export function recordFacts(record: JsonObject, shape: ShapeId): RecordFacts {
  const id = idOf(record);
  const chat = CHATS.has(shape) ? (findChat(record) ?? findOtherChat(record)) : undefined;
  if (chat) return { ...chatFacts(record, chat), ...(id !== undefined && { id }) };
  const emptyField = emptyFieldOf(record, NEEDED[shape]);
  return { ...(emptyField !== undefined && { emptyField }), ...(id !== undefined && { id }) };
}

function idOf(record: JsonObject): string | undefined {
  for (const field of ID_FIELDS) {
    const id = record[field];
    if ((typeof id === 'string' && id !== '') || typeof id === 'number') return String(id);
  }
  return undefined;
}

function emptyFieldOf(
  record: JsonObject,
  needed: readonly (readonly string[])[] = [],
): string | undefined {
  for (const fields of needed) {
    const field = firstField(record, fields);
    if (field === undefined || !isBlank(record[field])) continue;
    // Where the solution is read, what it comes to may be missing.
    if (field === 'answer' && scalarText(record['solution']) !== undefined) continue;
    // Without its instruction, an Alpaca row looks like a prompt that is called `input`.
    return field === 'input' && record['instruction'] === null ? 'instruction' : field;
  }
  return undefined;
}

function firstField(record: JsonObject, fields: readonly string[]): string | undefined {
  for (const field of fields) if (record[field] !== undefined) return field;
  return undefined;
}

function chatFacts(record: JsonObject, chat: Chat): RecordFacts {
  const { turns, isRequest } = chat;
  const speakers: Speaker[] = [];
  let emptyField: string | undefined;
  let brokenArguments: string | undefined;
  const called = new Set<string>();
  for (const turn of turns) {
    if (!isJsonObject(turn)) continue;
    const role = roleOf(turn);
    const speaker = role === undefined ? 'other' : (SPEAKERS[role.toLowerCase()] ?? 'other');
    const answered = turn['tool_call_id'];
    const isStray = speaker === 'tool' && typeof answered === 'string' && !called.has(answered);
    const isEmpty = (speaker === 'user' || speaker === 'assistant') && holdsNothing(turn);
    if (isStray) speakers.push('stray-tool');
    else speakers.push(isEmpty && speaker === 'assistant' ? 'silent' : speaker);
    if (isEmpty && speaker === 'user') emptyField ??= String(role);
    for (const id of callIds(turn)) called.add(id);
    const mustSpeak = speaker === 'user' || speaker === 'assistant' || speaker === 'system';
    if (mustSpeak && isBlank(turnContent(turn)) && !hasText(turnText(turn))) {
      emptyField ??= String(role);
    }
    brokenArguments ??= argumentsOf(turn).find((text) => !isCallJson(text));
  }
  if (!isRequest && answerBeside(record, chat).length > 0) speakers.push('assistant');
  return {
    ...(!isRequest && { speakers }),
    ...(emptyField !== undefined && { emptyField }),
    ...(brokenArguments !== undefined && { brokenArguments }),
  };
}

/** The identifiers by which what tools give back names the calls of a turn. */
function callIds(turn: JsonObject): string[] {
  const calls: unknown = turn['tool_calls'];
  if (!Array.isArray(calls)) return [];
  return calls.flatMap((call: unknown) =>
    isJsonObject(call) && typeof call['id'] === 'string' ? [call['id']] : [],
  );
}

/** Arguments that are strings; objects were read as JSON with the row. */
function argumentsOf(turn: JsonObject): string[] {
  const calls: readonly unknown[] = Array.isArray(turn['tool_calls'])
    ? turn['tool_calls']
    : [turn['function_call']];
  return calls.flatMap((call) => {
    if (!isJsonObject(call)) return [];
    const called = isJsonObject(call['function']) ? call['function'] : call;
    return typeof called['arguments'] === 'string' ? [called['arguments']] : [];
  });
}

/** Neither a text, be it blank, nor a list or an object with something in it, such as pictures and calls under any name. */
function holdsNothing(turn: JsonObject): boolean {
  return typeof turnContent(turn) !== 'string' && !Object.values(turn).some(isFilled);
}

function isFilled(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && !hasText(value);
}
