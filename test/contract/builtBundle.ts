import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll } from 'vitest';
import { productBundles } from '../../esbuild.mjs';

/** What a bundle of the product exports; it is built for the tests of the file that asks for it. */
export function builtBundle(name: string): () => unknown {
  const folder = mkdtempSync(join(tmpdir(), 'strata-bundle-'));
  let bundle: unknown;
  beforeAll(async () => {
    const options = productBundles.find(({ outfile }) => outfile === `dist/${name}`);
    await build({ ...options, outfile: join(folder, name), sourcemap: false });
    bundle = createRequire(import.meta.url)(join(folder, name));
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  return () => bundle;
}
