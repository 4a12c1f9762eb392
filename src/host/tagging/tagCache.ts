import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { PROMPT_VERSION } from './tagPrompt.ts';

/** Tags that a model gave, by the text that was sent: nothing is asked twice. */
export interface TagCache {
  get(modelId: string, text: string): readonly string[] | undefined;
  /** Kept from now on, and on disk when the promise resolves. */
  add(
    modelId: string,
    tagged: readonly { readonly text: string; readonly tags: readonly string[] }[],
  ): Promise<void>;
}

/**
 * Reads the cache from a file of JSON lines, `[key, tags]` each, which grows by appending; a line that was not written to
 * its end is passed over. The keys are hashes (SHA-256) of model, version of the prompt and text: no text is kept.
 */
export async function openTagCache(path: string): Promise<TagCache> {
  const known = new Map<string, readonly string[]>();
  for (const line of (await readIfThere(path)).split('\n')) {
    const entry = parseEntry(line);
    if (entry) known.set(...entry);
  }
  return {
    get: (modelId, text) => known.get(keyOf(modelId, text)),
    async add(modelId, tagged) {
      const entries = tagged.map(({ text, tags }) => [keyOf(modelId, text), tags] as const);
      for (const entry of entries) known.set(...entry);
      await mkdir(dirname(path), { recursive: true });
      // Each line begins with its own line feed, so that one cut short spoils no other.
      await appendFile(path, entries.map((entry) => `\n${JSON.stringify(entry)}`).join(''));
    },
  };
}

function keyOf(modelId: string, text: string): string {
  const parts = JSON.stringify([modelId, PROMPT_VERSION, text]);
  return createHash('sha256').update(parts).digest('base64url');
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

function parseEntry(line: string): readonly [string, readonly string[]] | undefined {
  try {
    const entry: unknown = JSON.parse(line);
    if (!Array.isArray(entry)) return undefined;
    const [key, tags] = entry as unknown[];
    const isEntry = typeof key === 'string' && Array.isArray(tags);
    return isEntry ? [key, tags.filter((tag) => typeof tag === 'string')] : undefined;
  } catch {
    return undefined;
  }
}
