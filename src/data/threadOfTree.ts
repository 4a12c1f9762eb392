import { isJsonObject } from './jsonObject.ts';
import type { JsonObject } from './jsonObject.ts';
import { rankOf } from './rankOf.ts';
import { hasReadRole, isAnswerTurn, isTurn } from './turnParts.ts';

/**
 * One thread of a tree of messages, such as OpenAssistant's: from its root, each time the reply of the best rank (0 before
 * 1, those without a rank last, ties as in the file) that was not deleted, up to the last answer. Undefined where the value
 * is no such tree. Iterative, so depth is no danger. O(messages beside the thread).
 */
export function threadOfTree(root: unknown): readonly unknown[] | undefined {
  if (!isTurn(root) || !Array.isArray(root['replies'])) return undefined;
  const turns: JsonObject[] = [];
  let length = 1;
  for (let turn: JsonObject | undefined = root; turn; turn = bestReply(turn['replies'])) {
    turns.push(turn);
    if (isAnswerTurn(turn)) length = turns.length;
  }
  return turns.slice(0, length);
}

function bestReply(replies: unknown): JsonObject | undefined {
  if (!Array.isArray(replies)) return undefined;
  let best: JsonObject | undefined;
  for (const reply of replies as unknown[]) {
    if (!isJsonObject(reply) || !hasReadRole(reply) || reply['deleted'] === true) continue;
    if (!best || rankOf(reply) < rankOf(best)) best = reply;
  }
  return best;
}
