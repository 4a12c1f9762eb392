import type { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { ErrorCode, type JSONRPCMessage } from '@modelcontextprotocol/sdk/types.js';

/**
 * Answers in words what the SDK leaves without an answer, or answers in its own terms: lines that are no JSON or no request,
 * and calls whose arguments are no object.
 * @param transport connected
 */
export function answerFaults(transport: StdioServerTransport): void {
  const { onmessage, onerror } = transport;
  const answer = (id: unknown, code: ErrorCode, message: string) => {
    // Whoever went away does not miss it. The SDK's types know no answer to nobody, which JSON-RPC gives the id null.
    const fault = { jsonrpc: '2.0', id, error: { code, message } } as JSONRPCMessage;
    transport.send(fault).catch(() => undefined);
  };
  transport.onmessage = (message) => {
    if (hasWrongArguments(message)) {
      answer(message.id, ErrorCode.InvalidParams, 'The arguments of a tool must be an object.');
    } else onmessage?.(message);
  };
  transport.onerror = (error) => {
    onerror?.(error);
    if (error instanceof SyntaxError) {
      answer(null, ErrorCode.ParseError, 'The line is not JSON.');
    } else if (error.name === 'ZodError') {
      answer(null, ErrorCode.InvalidRequest, 'The line is no JSON-RPC message.');
    }
  };
}

function hasWrongArguments(
  message: JSONRPCMessage,
): message is JSONRPCMessage & { readonly id: unknown } {
  if (!('method' in message) || !('id' in message) || message.method !== 'tools/call') return false;
  const given: unknown = message.params?.['arguments'];
  return (
    given !== undefined && (typeof given !== 'object' || given === null || Array.isArray(given))
  );
}
