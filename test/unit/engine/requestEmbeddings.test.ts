import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCancelFlag, requestCancel } from '../../../src/engine/cancellation.ts';
import type { InspectEnvironment } from '../../../src/engine/inspect.ts';
import { isMeasured } from '../../../src/engine/report.ts';
import type { SendQuestion } from '../../../src/engine/requestEmbeddings.ts';
import { startEmbeddingServer, type EmbeddingServer } from '../../support/embeddingServer.ts';
import { inspectInline, memorySource } from '../../support/inspectInline.ts';

/** Three subjects, each a direction; 20 numbers, which is no multiple of what the kernels take. */
function embed(text: string): number[] {
  const subject = Number(/\d/.exec(text)?.[0] ?? 0) % 3;
  return Array.from(
    { length: 20 },
    (_, k) => (k === subject ? 1 : 0) + 0.01 * ((text.length + k) % 7),
  );
}

const rows = Array.from({ length: 60 }, (_, row) => ({
  instruction: `${row % 3} ${'a'.repeat(row)}`,
  output: `${row % 3} is the answer`,
}));
const file = (records: readonly object[] = rows) =>
  memorySource(records.map((record) => JSON.stringify(record)).join('\n'));

let server: EmbeddingServer;
let cacheFolder: string;
let asked: SendQuestion[];
beforeEach(async () => {
  server = await startEmbeddingServer(embed);
  cacheFolder = mkdtempSync(join(tmpdir(), 'strata-'));
  asked = [];
});
afterEach(async () => {
  await server.close();
  rmSync(cacheFolder, { recursive: true });
});

function inspect(source = file(), environment: Partial<InspectEnvironment> = {}) {
  const endpoint = { url: server.url, model: 'm', cacheFolder };
  return inspectInline(
    source,
    { endpoint },
    {
      askToSend: (question) => {
        asked.push(question);
        return Promise.resolve(true);
      },
      ...environment,
    },
  );
}

describe('embeddings from an endpoint', () => {
  it('are the meanings of every field, each text sent once, after asking', async () => {
    const { report } = await inspect();
    const address = `${server.url}/embeddings`;
    // 60 different instructions, 3 different responses.
    expect(asked).toEqual([{ address, model: 'm', texts: 63 }]);
    const sent = server.requests.flatMap(({ input }) => input);
    expect(sent).toHaveLength(63);
    expect(new Set(sent)).toEqual(
      new Set(rows.flatMap(({ instruction, output }) => [instruction, output])),
    );
    for (const field of ['instruction', 'response', 'whole'] as const) {
      const level = report.levels.macro[field];
      if (!isMeasured(level)) throw new Error('not measured');
      expect(level.embedder).toBe(`m at ${address}`);
      expect(level.rows).toBe(60);
    }
    expect(report.levels.macro.whole).toMatchObject({ hill: { q0: 3 } });
    expect(report.sampled).toContainEqual(
      expect.objectContaining({
        what: 'own-embeddings',
        used: 60,
        of: 60,
        message: expect.stringContaining('kept at 8 bits a number') as string,
      }),
    );
  });

  it('are not asked for without consent, which is told', async () => {
    const { report } = await inspect(file(), { askToSend: () => Promise.resolve(false) });
    expect(server.requests).toEqual([]);
    expect(report.levels.macro.whole).toMatchObject({
      embedder: expect.stringMatching(/^static/) as string,
    });
    expect(report.sampled).toContainEqual(
      expect.objectContaining({ what: 'own-embeddings', used: 0, of: 60 }),
    );
  });

  it('are kept: the second time only what is new is sent, and the report is the same', async () => {
    const first = await inspect();
    server.requests.length = 0;
    const again = await inspect();
    expect(server.requests).toEqual([]);
    expect(asked).toHaveLength(1);
    expect(JSON.stringify(again.report)).toBe(JSON.stringify(first.report));
    await inspect(file([...rows, { instruction: 'a new one', output: '1 is the answer' }]));
    expect(asked[1]!.texts).toBe(1);
    expect(server.requests.map(({ input }) => input)).toEqual([['a new one']]);
  });

  it('are read from a cache whose end was cut off, and asked for anew where it is none', async () => {
    const first = await inspect();
    const path = join(cacheFolder, readdirSync(cacheFolder)[0]!);
    appendFileSync(path, 'half a record');
    expect(JSON.stringify((await inspect()).report)).toBe(JSON.stringify(first.report));
    expect(asked).toHaveLength(1);
    writeFileSync(path, 'x');
    expect(JSON.stringify((await inspect()).report)).toBe(JSON.stringify(first.report));
    expect(asked[1]!.texts).toBe(63);
  });

  it('fail the inspection with the reason of the server, and keep what came before', async () => {
    const many = Array.from({ length: 150 }, (_, row) => ({ text: `${row % 3} ${row}` }));
    const refuse = (response: { writeHead(code: number): { end(body: string): unknown } }) => {
      response.writeHead(400).end('{"error":"input is too long"}');
    };
    // The first two batches are answered, the third and last is refused.
    server.troubles.push(undefined, undefined, refuse);
    await expect(inspect(file(many))).rejects.toMatchObject({
      code: 'embedding-endpoint',
      message: `${server.url}/embeddings answered 400 Bad Request: input is too long`,
    });
    server.requests.length = 0;
    await inspect(file(many));
    expect(asked.map(({ texts }) => texts)).toEqual([150, expect.any(Number)]);
    expect(asked[1]!.texts).toBeLessThan(150);
    expect(server.requests.flatMap(({ input }) => input)).toHaveLength(asked[1]!.texts);
  });

  it('stop when the inspection is cancelled', async () => {
    const cancelFlag = createCancelFlag();
    server.troubles.push(() => requestCancel(cancelFlag));
    await expect(inspect(file(), { cancelFlag })).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('give way to vectors that the file has itself', async () => {
    const own = rows.map((row) => ({ ...row, v: embed(row.instruction) }));
    await inspectInline(file(own), {
      selection: { embedding: 'v' },
      endpoint: { url: server.url, model: 'm' },
    });
    expect(server.requests).toEqual([]);
  });
});
