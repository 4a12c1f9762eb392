import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createEndpointKeys } from '../../../src/host/endpointKeys.ts';

const asked = vi.hoisted(() => ({
  typed: undefined as string | undefined,
  prompts: [] as string[],
}));
vi.mock('vscode', () => ({
  l10n: { t: (text: string, ...parts: string[]) => text.replace('{0}', parts[0] ?? '') },
  window: {
    showInputBox: (options: { prompt: string; password: boolean }) => {
      expect(options.password).toBe(true);
      asked.prompts.push(options.prompt);
      return Promise.resolve(asked.typed);
    },
    showInformationMessage: () => Promise.resolve(undefined),
  },
}));

let endpoint: { url: string; model: string } | undefined;
let kept: Map<string, string>;
let keys: ReturnType<typeof createEndpointKeys>;
beforeEach(() => {
  kept = new Map();
  endpoint = { url: 'http://localhost:11434/v1/', model: 'bge-m3' };
  const secrets = {
    get: (name: string) => Promise.resolve(kept.get(name)),
    store: (name: string, value: string) => Promise.resolve(void kept.set(name, value)),
    delete: (name: string) => Promise.resolve(void kept.delete(name)),
  };
  keys = createEndpointKeys(secrets, () => ({ ...(endpoint && { endpoint }) }));
  asked.prompts = [];
  asked.typed = ' sk-secret ';
});

const keyOf = async (url: string) => (await keys.withKey({ url, model: 'm' })).apiKey;

describe('the key of an embedding endpoint', () => {
  it('belongs to its address, however that is written, and to no other', async () => {
    await keys.ask(undefined);
    expect(asked.prompts[0]).toContain('http://localhost:11434/v1/embeddings');
    expect(await keyOf('http://localhost:11434/v1')).toBe('sk-secret');
    expect(await keyOf('http://localhost:11434/v1/embeddings')).toBe('sk-secret');
    expect(await keyOf('http://192.0.2.1:11434/v1')).toBeUndefined();
    expect(await keyOf('https://localhost:11434/v1')).toBeUndefined();
  });

  it('goes when nothing is typed, and stays when the question is closed', async () => {
    await keys.ask(undefined);
    asked.typed = undefined;
    await keys.ask(undefined);
    expect(kept.size).toBe(1);
    asked.typed = '';
    await keys.ask(undefined);
    expect(kept.size).toBe(0);
  });

  it('is not asked for before an endpoint is named', async () => {
    endpoint = undefined;
    await keys.ask(undefined);
    expect(asked.prompts).toEqual([]);
    expect(kept.size).toBe(0);
  });
});
