import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectToEndpoint, embeddingAddress } from '../../../src/engine/embeddingEndpoint.ts';
import { startEmbeddingServer, type EmbeddingServer } from '../../support/embeddingServer.ts';

let server: EmbeddingServer;
beforeEach(async () => (server = await startEmbeddingServer((text) => [text.length, 1])));
afterEach(() => server.close());

const ask = (texts: readonly string[], signal = new AbortController().signal) =>
  connectToEndpoint({ url: server.url, model: 'm' }, 1)(texts, signal);

describe('the client of an embedding endpoint', () => {
  it('asks for all texts at once and puts the vectors in order', async () => {
    expect(await ask(['a', 'bbb'])).toEqual([
      [1, 1],
      [3, 1],
    ]);
    expect(server.requests).toEqual([{ path: '/v1/embeddings', model: 'm', input: ['a', 'bbb'] }]);
  });

  it('tries again when the server is busy, not when it refuses', async () => {
    server.troubles.push(
      (response) => response.writeHead(503).end(),
      (response) => response.writeHead(429, { 'retry-after': '0' }).end(),
    );
    expect(await ask(['a'])).toEqual([[1, 1]]);
    server.troubles.push((response) =>
      response.writeHead(404).end('{"error":{"message":"model \\"m\\" not found"}}'),
    );
    await expect(ask(['a'])).rejects.toMatchObject({
      code: 'embedding-endpoint',
      message: `${server.url}/embeddings answered 404 Not Found: model "m" not found`,
    });
    expect(server.requests).toHaveLength(4);
  });

  it('names the text whose vector is missing or cannot be measured', async () => {
    const answer = (...embeddings: (readonly number[])[]) =>
      server.troubles.push((response) =>
        response.end(JSON.stringify({ data: embeddings.map((embedding) => ({ embedding })) })),
      );
    answer([1, 2]);
    await expect(ask(['a', 'b'])).rejects.toThrow('gave no vector for text 2 of 2');
    answer([1, 2], [1e300, 2]);
    await expect(ask(['a', 'b'])).rejects.toThrow('gave a number beyond 3.4e38 for text 2 of 2.');
    answer([1, 2], [1, 2]);
    await expect(ask(['a'])).rejects.toThrow('gave vectors for more texts than the 1');
  });

  it('gives up after four attempts', async () => {
    const busy = Array.from(
      { length: 5 },
      () => (response: { writeHead(code: number): { end(): unknown } }) => {
        response.writeHead(500).end();
      },
    );
    server.troubles.push(...busy);
    await expect(ask(['a'])).rejects.toThrow('answered 500 Internal Server Error');
    expect(server.requests).toHaveLength(4);
  });

  it('says so when nobody answers', async () => {
    const { url } = server;
    await server.close();
    await expect(ask(['a'])).rejects.toThrow(
      `${url}/embeddings could not be reached (ECONNREFUSED).`,
    );
  });

  it('sends a key to the endpoint, and tells it to nobody', async () => {
    const endpoint = { url: server.url, model: 'm', apiKey: 'sk-secret' };
    const asked = (texts: readonly string[]) =>
      connectToEndpoint(endpoint, 1)(texts, new AbortController().signal);
    await asked(['a']);
    expect(server.requests[0]?.authorization).toBe('Bearer sk-secret');
    server.troubles.push((response) =>
      response.writeHead(401).end('{"error":{"message":"Incorrect API key: sk-secret."}}'),
    );
    await expect(asked(['a'])).rejects.toThrow('Incorrect API key: ….');
    await ask(['a']);
    expect(server.requests.at(-1)).not.toHaveProperty('authorization');
  });

  it('follows no redirect', async () => {
    server.troubles.push((response) =>
      response.writeHead(307, { location: 'http://192.0.2.1/elsewhere' }).end(),
    );
    await expect(ask(['a'])).rejects.toThrow('answered 307 Temporary Redirect');
  });

  it.each([
    'not JSON',
    '{}',
    '{"data":[{"index":0,"embedding":[1]}]}',
    '{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":"text"}]}',
    '{"data":[null,{"index":7,"embedding":[1]}]}',
  ])('refuses an answer that is not one vector for each text: %s', async (body) => {
    server.troubles.push((response) => response.end(body));
    await expect(ask(['a', 'b'])).rejects.toMatchObject({ code: 'embedding-endpoint' });
  });

  it('stops at once when it is told to', async () => {
    const abort = new AbortController();
    server.troubles.push(() => abort.abort());
    await expect(ask(['a'], abort.signal)).rejects.toThrow('aborted');
    expect(server.requests).toHaveLength(1);
  });
});

describe('the address of an endpoint', () => {
  it.each([
    ['http://localhost:11434/v1', 'http://localhost:11434/v1/embeddings'],
    ['https://models.example/v1/', 'https://models.example/v1/embeddings'],
    ['http://localhost:8080/embeddings', 'http://localhost:8080/embeddings'],
    ['http://localhost:8080', 'http://localhost:8080/embeddings'],
  ])('of %s', (url, address) => {
    expect(embeddingAddress({ url, model: 'm' })).toBe(address);
  });

  it.each(['localhost:11434', 'file:///etc/passwd', 'nonsense', ''])('is not %j', (url) => {
    expect(() => embeddingAddress({ url, model: 'm' })).toThrow('is no address');
  });
});
