import type { Speaker } from '../metrics/quality/findTurnFaults.ts';

/** Who a turn is of by its role alone. */
export type NamedSpeaker = Extract<Speaker, 'system' | 'user' | 'assistant' | 'call' | 'tool'>;

/** A map, as a file may call a role `constructor`. */
const SPEAKERS: ReadonlyMap<string, NamedSpeaker> = new Map([
  ['system', 'system'],
  ['developer', 'system'],
  ['user', 'user'],
  ['human', 'user'],
  ['prompter', 'user'],
  ['assistant', 'assistant'],
  ['gpt', 'assistant'],
  ['chatgpt', 'assistant'],
  ['model', 'assistant'],
  ['bot', 'assistant'],
  ['chatbot', 'assistant'],
  ['ai', 'assistant'],
  ['function_call', 'call'],
  ['tool_call', 'call'],
  ['tool', 'tool'],
  ['function', 'tool'],
  ['observation', 'tool'],
  ['ipython', 'tool'],
  ['tool_response', 'tool'],
  ['function_response', 'tool'],
]);

/** Who speaks in turns of a role, in either case; undefined for roles of no known format. O(1). */
export function speakerOfRole(role: string): NamedSpeaker | undefined {
  return SPEAKERS.get(role) ?? SPEAKERS.get(role.toLowerCase());
}
