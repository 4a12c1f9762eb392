import type { Span } from './span.ts';

const CALL = /<tool_call>([\s\S]*?)<\/tool_call>/g;

/** Whether the arguments of a tool call are JSON; empty ones are none. */
export function isCallJson(text: string): boolean {
  if (text.trim() === '') return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** The first call of a tool written in the text, `<tool_call>…</tool_call>`, whose content is no JSON. O(length). */
export function findBrokenCall(text: string): Span | undefined {
  if (!text.includes('<tool_call>')) return undefined;
  for (const match of text.matchAll(CALL)) {
    if (!isCallJson(match[1]!)) return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}
