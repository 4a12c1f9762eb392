import type { JsonObject } from './jsonObject.ts';
import { replyIn, type Reply } from './replyIn.ts';

/** Where logs and batches have what an interface replied: those of OpenAI and Gemini, of Anthropic and of Bedrock. */
const REPLIES = ['response', 'result', 'modelOutput', 'output', 'completion', 'answer'] as const;

/** What an interface replied, where a row has it in a field or is itself the reply. */
export function findReply(row: JsonObject): Reply | undefined {
  const own = replyIn(row);
  if (own) return own;
  for (const field of REPLIES) {
    const reply = replyIn(row[field]);
    if (reply) return { field, turns: reply.turns };
  }
  return undefined;
}
