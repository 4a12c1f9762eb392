import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface EmbeddingRequest {
  readonly path: string;
  readonly model: string;
  readonly input: readonly string[];
  readonly authorization?: string;
}

export interface EmbeddingServer {
  /** Base address, as a person would name it. */
  readonly url: string;
  readonly requests: EmbeddingRequest[];
  /** Answers the next requests, one each, in place of the vectors; undefined lets one pass. */
  readonly troubles: (((response: ServerResponse) => void) | undefined)[];
  close(): Promise<void>;
}

/** A server with the interface of OpenAI's embeddings on a free port of this machine. @param embed the vector of a text */
export async function startEmbeddingServer(
  embed: (text: string) => readonly number[],
): Promise<EmbeddingServer> {
  const requests: EmbeddingRequest[] = [];
  const troubles: EmbeddingServer['troubles'] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const { model, input } = JSON.parse(body) as EmbeddingRequest;
      const { authorization } = request.headers;
      requests.push({ path: request.url!, model, input, ...(authorization && { authorization }) });
      const trouble = troubles.shift();
      if (trouble) {
        trouble(response);
        return;
      }
      const data = input.map((text, index) => ({ index, embedding: embed(text) }));
      // In another order than asked for, which the index is there for.
      response.end(JSON.stringify({ object: 'list', data: data.reverse(), model }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests,
    troubles,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
