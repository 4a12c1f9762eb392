import { chatTurns } from './chatTurns.ts';
import { PROMPTS } from './fieldNames.ts';
import { valueAt } from './fieldPath.ts';
import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import { replyIn } from './replyIn.ts';
import { isStringList, isWordy, joinParts } from './textPart.ts';
import { hasReadRole, isAnswerTurn, isConversation, turnParts } from './turnParts.ts';
import { writtenTurns } from './writtenTurns.ts';

/** Where a prompt has turns: in itself, or in the request that it is. */
const PROMPT_PATHS: ReadonlySet<string> = new Set(
  PROMPTS.flatMap((name) => [name, `${name}.messages`]),
);
const DEEPEST_OBJECT = 3;

/** A field of text over the rows of a file. */
export interface StringColumn {
  readonly path: string;
  /** Position of first appearance. */
  readonly order: number;
  length: number;
  rows: number;
  wordyRows: number;
  /** Whether the value is a list of turns that ask. */
  readonly isOfTurns: boolean;
  readonly isListOfTurns: boolean;
  /** Whether a conversation ends with an answer; absent where the value is none. */
  readonly chat?: 'open' | 'answered';
  readonly isReply: boolean;
}

/** Longest first; ties in order of first appearance. */
export function stringColumns(records: readonly JsonObject[]): StringColumn[] {
  const columns = new Map<string, StringColumn>();
  for (const record of records) {
    for (const [path, text] of stringsOf(record)) {
      const column =
        columns.get(path) ?? newColumn(path, { order: columns.size, value: valueAt(record, path) });
      columns.set(path, column);
      column.length += text.length;
      column.rows++;
      if (isWordy(text)) column.wordyRows++;
    }
  }
  return [...columns.values()].sort((a, b) => b.length - a.length || a.order - b.order);
}

function newColumn(
  path: string,
  { order, value }: { readonly order: number; readonly value: unknown },
): StringColumn {
  const isListOfTurns = listedTurns(value) !== undefined;
  const chat = chatIn(value);
  return {
    path,
    order,
    length: 0,
    rows: 0,
    wordyRows: 0,
    isOfTurns: isListOfTurns && PROMPT_PATHS.has(path),
    isListOfTurns,
    ...(chat && { chat }),
    isReply: replyIn(value) !== undefined,
  };
}

function chatIn(value: unknown): StringColumn['chat'] {
  const turns = typeof value === 'string' ? writtenTurns(value) : listedTurns(value);
  if (!turns || turnParts('', turns).instruction.length === 0) return undefined;
  const read = turns.filter((turn) => isJsonObject(turn) && hasReadRole(turn));
  return isAnswerTurn(read.at(-1)) ? 'answered' : 'open';
}

/** Strings, lists of strings, lists of turns and what an interface replied, down to the third object. */
export function* stringsOf(value: JsonObject, prefix = '', depth = 1): Generator<[string, string]> {
  for (const [key, item] of Object.entries(value)) {
    const path = prefix + key;
    const text = textOf(item) ?? askedInTurns(item) ?? replied(item);
    if (text !== undefined) yield [path, text];
    else if (isJsonObject(item) && depth < DEEPEST_OBJECT) {
      yield* stringsOf(item, `${path}.`, depth + 1);
    }
  }
}

/** A string, or a list of strings as one text. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return isStringList(value) && value.length > 0 ? value.join('\n\n') : undefined;
}

function replied(item: unknown): string | undefined {
  const reply = replyIn(item);
  return reply && joinParts(turnParts('', reply.turns).response);
}

function askedInTurns(value: unknown): string | undefined {
  const turns = listedTurns(value);
  return turns && joinParts(turnParts('', turns).instruction);
}

/** The turns of a list in whatever form it has them. */
function listedTurns(value: unknown): readonly unknown[] | undefined {
  const turns = Array.isArray(value) ? chatTurns(value) : undefined;
  return isConversation(turns) ? turns : undefined;
}
