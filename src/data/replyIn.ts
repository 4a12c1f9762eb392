import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import { isAnswerTurn, isTurn } from './turnParts.ts';

/** What an interface to a model replied. */
export interface Reply {
  /** The field that has it. */
  readonly field: string;
  readonly turns: readonly unknown[];
}

interface ReplyRule {
  readonly field: string;
  readonly turns: (reply: JsonObject) => readonly unknown[];
}

/** The turns that a reply has under each name; of several that were sampled, the first. */
const RULES: readonly ReplyRule[] = [
  { field: 'choices', turns: ({ choices }) => turnsOfChoice(first(choices)) },
  { field: 'candidates', turns: ({ candidates }) => turnsOfCandidate(first(candidates)) },
  { field: 'output', turns: ({ output }) => turnsOfOutput(output) },
  { field: 'text', turns: turnsOfCohere },
  // Of Anthropic's batches, and Ollama's.
  { field: 'message', turns: ({ message }) => [message] },
  // Anthropic's.
  { field: 'content', turns: (reply) => (reply['type'] === 'message' ? [reply] : []) },
];

/**
 * The reply that a value is, alone or as the `body` of an answer to a request. Undefined where the model says nothing in it:
 * other data has choices and messages, too.
 */
export function replyIn(value: unknown): Reply | undefined {
  if (!isJsonObject(value)) return undefined;
  const reply = ownReply(value);
  if (reply || !isJsonObject(value['body'])) return reply;
  const inBody = ownReply(value['body']);
  return inBody && { ...inBody, field: `body.${inBody.field}` };
}

function ownReply(value: JsonObject): Reply | undefined {
  for (const rule of RULES) {
    if (value[rule.field] === undefined) continue;
    const turns = rule.turns(value);
    if (turns.some(isAnswerTurn)) return { field: rule.field, turns };
  }
  return undefined;
}

/** OpenAI's: a turn, or a plain text. The choices of a question have no reason why they end. */
function turnsOfChoice(choice: JsonObject): readonly unknown[] {
  if (choice['message'] !== undefined) return [choice['message']];
  const isReply = choice['finish_reason'] !== undefined && typeof choice['text'] === 'string';
  return isReply ? [{ role: 'assistant', content: choice['text'] }] : [];
}

/** Gemini's, whose turn may lack its role. */
function turnsOfCandidate({ content }: JsonObject): readonly unknown[] {
  return isJsonObject(content) ? [{ role: 'model', ...content }] : [];
}

/** Of Bedrock's Converse; of OpenAI's Responses, which has calls of tools beside the turns. */
function turnsOfOutput(output: unknown): readonly unknown[] {
  if (!Array.isArray(output)) return isJsonObject(output) ? [output['message']] : [];
  return output.flatMap((item: unknown) => {
    const isCall = isJsonObject(item) && item['type'] === 'function_call';
    return isCall ? [{ role: 'assistant', function_call: item }] : isTurn(item) ? [item] : [];
  });
}

/** Cohere's older one, which has no turn of its own. */
function turnsOfCohere(reply: JsonObject): readonly unknown[] {
  const isReply = typeof reply['generation_id'] === 'string';
  return isReply ? [{ role: 'assistant', content: reply['text'] }] : [];
}

function first(values: unknown): JsonObject {
  const value: unknown = Array.isArray(values) ? values[0] : undefined;
  return isJsonObject(value) ? value : {};
}
